-- Different people that cases received in the period are about; a case may be about several.
select
  mart.period_start(received_date, $grain) as period,
  cut1, cut2, cut3,
  count(distinct subject.person) as count
from cut, unnest(subjects) as subject(person)
where ($grain = 'all' or received_placed)
  and ($from::date is null or received_date >= $from::date)
  and ($to::date is null or received_date <= $to::date)
group by all
order by all
