-- Appraisals done, of those due.
select
  mart.period_start(day, $grain) as period,
  cuts[$cut1::varchar] as cut1, cuts[$cut2::varchar] as cut2, cuts[$cut3::varchar] as cut3,
  count(*) filter (done) as hits, count(*) as base
from placed
group by all
order by all
