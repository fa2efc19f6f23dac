-- For each question: answers, and answers on one side of its scale ($side). The unfavourable side reaches as
-- far up as the favourable one reaches down ($unfavourable_to, by scale); what is between is neutral.
-- A row without a line is of the whole group: the people who answered any of its questions.
, summed as (
  select
    wave, cut1, cut2, cut3, line,
    case when min(scale) = max(scale) then min(scale) else min(scale) || ' and ' || max(scale) end as scale,
    sum(answers) as base,
    coalesce(sum(answers) filter (
      case $side
        when 'favourable' then favourable
        when 'unfavourable' then not favourable and score <= low
        else not favourable and score > low
      end
    ), 0) as hits
  from cut
  group by grouping sets ((wave, cut1, cut2, cut3, line), (wave, cut1, cut2, cut3))
)
select s.wave as period, s.cut1, s.cut2, s.cut3, s.line, s.scale, s.base, s.hits, p.people
from summed s
join people p
  on p.wave = s.wave and p.line is not distinct from s.line and p.cut1 is not distinct from s.cut1
  and p.cut2 is not distinct from s.cut2 and p.cut3 is not distinct from s.cut3
order by all
