-- Cases received, each counted once in a group however many rows the log has of it.
select
  mart.period_start(received_date, $grain) as period,
  cut1, cut2, cut3,
  count(distinct case_ref) as count
from cut
where ($grain = 'all' or received_placed)
  and ($from::date is null or received_date >= $from::date)
  and ($to::date is null or received_date <= $to::date)
group by all
order by all
