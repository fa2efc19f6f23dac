-- Cases closed, placed by their closing date.
select
  mart.period_start(closed_date, $grain) as period,
  cut1, cut2, cut3,
  count(distinct case_ref) as count
from cut
where not is_open
  and ($grain = 'all' or closed_date is not null)
  and ($from::date is null or closed_date >= $from::date)
  and ($to::date is null or closed_date <= $to::date)
group by all
order by all
