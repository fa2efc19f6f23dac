-- For each question: answers, and answers on each side of its scale. The unfavourable side reaches as far up as the
-- favourable one reaches down ($unfavourable_to, by scale); what is between is neutral.
-- A row without a line is of the whole group: the people who answered any of its questions.
, summed as (
  select
    wave, cut1, cut2, cut3, line,
    case when min(scale) = max(scale) then min(scale) else min(scale) || ' and ' || max(scale) end as scale,
    sum(answers) as base,
    coalesce(sum(answers) filter (favourable), 0) as favourable,
    coalesce(sum(answers) filter (not favourable and score > low), 0) as neutral,
    coalesce(sum(answers) filter (not favourable and score <= low), 0) as unfavourable
  from cut
  group by grouping sets ((wave, cut1, cut2, cut3, line), (wave, cut1, cut2, cut3))
)
select
  s.wave as period, s.cut1, s.cut2, s.cut3, s.line, s.scale, s.base, s.favourable, s.neutral, s.unfavourable, p.people
from summed s
join people p
  on p.wave = s.wave and p.line is not distinct from s.line and p.cut1 is not distinct from s.cut1
  and p.cut2 is not distinct from s.cut2 and p.cut3 is not distinct from s.cut3
order by all
