-- Of the cases received of which the log tells something, how many it is true of.
select
  mart.period_start(received_date, $grain) as period,
  cut1, cut2, cut3,
  count(distinct case_ref) filter (tells[$part]) as hits,
  count(distinct case_ref) as base
from cut
where tells[$part] is not null
  and ($grain = 'all' or received_placed)
  and ($from::date is null or received_date >= $from::date)
  and ($to::date is null or received_date <= $to::date)
group by all
order by all
