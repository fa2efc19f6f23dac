-- Different groups of connected cases among those received in the period.
select
  mart.period_start(received_date, $grain) as period,
  cut1, cut2, cut3,
  count(distinct linked_group) as count
from cut
where linked_group is not null
  and ($grain = 'all' or received_placed)
  and ($from::date is null or received_date >= $from::date)
  and ($to::date is null or received_date <= $to::date)
group by all
order by all
