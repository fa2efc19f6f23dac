-- Days from received to acknowledged, by the period received. A case not yet acknowledged runs to the last
-- date in the log, or to the day it was closed. Only cases of files that record acknowledgements at all.
select
  mart.period_start(received_date, $grain) as period,
  cut1, cut2, cut3,
  list(datediff('day', received_date, coalesce(acknowledged_date, closed_date, last_day.date)) order by case_ref) as days,
  list(acknowledged_date is not null order by case_ref) as closed
from cut, (
  select greatest(max(received_date), max(acknowledged_date), max(closed_date))::date as date
  from mart.incident
  where received_precision not in ('year', 'unknown')
) last_day
where received_exact and records_acknowledged
  and coalesce(acknowledged_date, closed_date, last_day.date) >= received_date
  and (is_open or acknowledged_date is not null or (closed_date is not null and closed_exact))
  and ($from::date is null or received_date >= $from::date)
  and ($to::date is null or received_date <= $to::date)
group by all
order by all
