-- The mean of the answers to each question and their sample standard deviation, with those of all questions of a
-- group in a row without a line.
, valued as (
  select
    wave, cut1, cut2, cut3, line, value, sum(answers) as answers, min(scale) as first_scale, max(scale) as last_scale,
    sum(sum(answers * value)) over told / sum(sum(answers)) over told as mean
  from cut
  group by grouping sets ((wave, cut1, cut2, cut3, line, value), (wave, cut1, cut2, cut3, value))
  window told as (partition by wave, cut1, cut2, cut3, line)
),
spread as (
  select
    wave, cut1, cut2, cut3, line,
    case
      when min(first_scale) = max(last_scale) then min(first_scale)
      else min(first_scale) || ' and ' || max(last_scale)
    end as scale,
    sum(answers) as base,
    any_value(mean) as mean,
    case when sum(answers) > 1 then sqrt(sum(answers * (value - mean) ** 2) / (sum(answers) - 1)) end as sd
  from valued
  group by wave, cut1, cut2, cut3, line
)
