-- Times a behaviour was looked for in a meeting and could have been seen; and those when it was.
select
  mart.period_start(day, $grain) as period,
  cuts[$cut1::varchar] as cut1, cuts[$cut2::varchar] as cut2, cuts[$cut3::varchar] as cut3,
  count(*) filter (observed = 'Seen') as hits, count(*) as base
from divided
where observed in ('Seen', 'Not seen')
group by all
order by all
