-- For each question: answers, and answers on one side of its scale ($side). The unfavourable side reaches as
-- far up as the favourable one reaches down ($unfavourable_to, by scale); what is between is neutral.
-- A row without a line is of the whole group: the people who answered any of its questions.
select
  wave as period,
  cut1, cut2, cut3,
  line,
  case when min(scale) = max(scale) then min(scale) else min(scale) || ' and ' || max(scale) end as scale,
  count(*) as base,
  count(*) filter (
    case $side
      when 'favourable' then favourable
      when 'unfavourable' then not favourable and score <= low
      else not favourable and score > low
    end
  ) as hits,
  count(distinct response) as people
from (select *, ($unfavourable_to::json::map(varchar, double))[scale] as low from cut) as sided
where favourable is not null
group by grouping sets ((wave, cut1, cut2, cut3, line), (wave, cut1, cut2, cut3))
order by all
