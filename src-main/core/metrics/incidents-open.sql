-- Cases that had been received and not closed at the end of each period.
select
  p.starts as period,
  cut1, cut2, cut3,
  count(distinct case_ref) as count
from cut
join (
  select unnest(from_json($periods::json, '[{"starts":"DATE","ends":"DATE"}]'), recursive := true)
) p on received_date <= p.ends
where received_placed
  and (is_open or closed_date > p.ends)
group by all
order by all
