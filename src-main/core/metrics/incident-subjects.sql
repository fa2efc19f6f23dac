-- Different people that cases received in the period are about; a case may be about several.
select
  mart.period_start(received_date, $grain) as period,
  cuts[$cut1::varchar] as cut1, cuts[$cut2::varchar] as cut2, cuts[$cut3::varchar] as cut3,
  count(distinct subject.person) as count
from cut, unnest(subjects) as subject(person)
where ($grain = 'all' or received_placed)
  and ($from::date is null or received_date >= $from::date)
  and ($to::date is null or received_date <= $to::date)
group by all
order by all
