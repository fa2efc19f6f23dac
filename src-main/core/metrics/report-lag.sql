-- Days from the day it happened to the day received, by the period received; both days exact.
select
  mart.period_start(received_date, $grain) as period,
  cut1, cut2, cut3,
  list(datediff('day', occurred_date, received_date) order by case_ref) as days,
  list(true order by case_ref) as closed
from cut
where received_exact and occurred_date <= received_date
  and ($from::date is null or received_date >= $from::date)
  and ($to::date is null or received_date <= $to::date)
group by all
order by all
