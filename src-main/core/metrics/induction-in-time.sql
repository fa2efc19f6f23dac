-- Inductions done within so many days of the start, of those whose days are over when the records end.
select
  mart.period_start(day, $grain) as period,
  cuts[$cut1::varchar] as cut1, cuts[$cut2::varchar] as cut2, cuts[$cut3::varchar] as cut3,
  count(*) filter (done_date <= started_date + $days::integer) as hits, count(*) as base
from placed
where training_kind = 'Induction'
  and person is not null
  and started_date + $days::integer <= records_end
  and (done_date is not null or status <> 'done')
group by all
order by all
