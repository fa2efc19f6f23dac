-- For each question: answers, and answers on the favourable side. A row without a line is of the whole
-- group: the people who answered any of its questions.
select
  wave as period,
  cut1, cut2, cut3,
  line,
  case when min(scale) = max(scale) then min(scale) else min(scale) || ' and ' || max(scale) end as scale,
  count(*) as base,
  count(*) filter (favourable) as hits,
  count(distinct response) as people
from cut
where favourable is not null
group by grouping sets ((wave, cut1, cut2, cut3, line), (wave, cut1, cut2, cut3))
order by all
