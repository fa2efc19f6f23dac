-- Places on courses that were taken up, of those booked or required.
select
  mart.period_start(day, $grain) as period,
  cuts[$cut1::varchar] as cut1, cuts[$cut2::varchar] as cut2, cuts[$cut3::varchar] as cut3,
  sum(done)::integer as hits, sum(wanted)::integer as base
from placed
where done is not null and wanted is not null
group by all
order by all
