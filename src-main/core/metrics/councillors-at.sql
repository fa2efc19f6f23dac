-- Councillors in office at the last day of each period, by the cuts that divide councillors.
with period as (
  select unnest(from_json($periods::json, '[{"starts":"DATE","ends":"DATE"}]'), recursive := true)
),
cut as (
  select person, from_date, to_date, map {'party': coalesce(party, 'Not recorded'), 'role': coalesce(role, 'Not recorded')} as cuts
  from mart.councillor_service
),
groups as (
  select distinct cuts[$cut1::varchar] as cut1, cuts[$cut2::varchar] as cut2, cuts[$cut3::varchar] as cut3 from cut
)
select
  p.starts as period, g.cut1, g.cut2, g.cut3,
  count(distinct c.person)::double as councillors
from period p
cross join groups g
left join cut c
  on c.from_date <= p.ends and (c.to_date is null or c.to_date > p.ends)
  and c.cuts[$cut1::varchar] is not distinct from g.cut1
  and c.cuts[$cut2::varchar] is not distinct from g.cut2
  and c.cuts[$cut3::varchar] is not distinct from g.cut3
group by all
order by all
