-- Days from received to closed, by the period received; open cases run to the last date in the log.
-- Only exact days are measured; a case closed without a day of closing has no length.
select
  mart.period_start(received_date, $grain) as period,
  cut1, cut2, cut3,
  list(datediff('day', received_date, coalesce(closed_date, last_day.date)) order by case_ref) as days,
  list(not is_open order by case_ref) as closed
from cut, (
  select greatest(max(received_date), max(acknowledged_date), max(closed_date))::date as date
  from mart.incident
  where received_precision not in ('year', 'unknown')
) last_day
where received_exact
  and (is_open or (closed_date is not null and closed_exact and closed_date >= received_date))
  and ($from::date is null or received_date >= $from::date)
  and ($to::date is null or received_date <= $to::date)
group by all
order by all
