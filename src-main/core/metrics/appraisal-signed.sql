-- Appraisals signed, of those done.
select
  mart.period_start(day, $grain) as period,
  cuts[$cut1::varchar] as cut1, cuts[$cut2::varchar] as cut2, cuts[$cut3::varchar] as cut3,
  count(*) filter (signed) as hits, count(*) as base
from placed
where done
group by all
order by all
