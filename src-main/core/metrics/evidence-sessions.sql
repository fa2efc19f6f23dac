-- Sessions held: focus groups, interviews, workshops, observed meetings.
select
  mart.period_start(day, $grain) as period,
  cuts[$cut1::varchar] as cut1, cuts[$cut2::varchar] as cut2, cuts[$cut3::varchar] as cut3,
  count(distinct session) as count
from divided
group by all
order by all
