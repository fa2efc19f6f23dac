-- Cases received, each counted once in a group however many rows the log has of it. A case that has no place
-- in any period stands in the period null, of all dates in that of all dates.
select
  case when $grain = 'all' or received_placed then mart.period_start(received_date, $grain) end as period,
  cut1, cut2, cut3,
  count(distinct case_ref) as count
from cut
where ($from::date is null or received_date >= $from::date)
  and ($to::date is null or received_date <= $to::date)
group by all
order by all
