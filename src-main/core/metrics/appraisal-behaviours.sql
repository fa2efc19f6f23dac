-- Appraisals done whose criteria name a behaviour; where not cut by behaviour, any of the seven.
, divided as (
  select day, named, behaviour.name, map_concat(cuts, map {'behaviour': behaviour.name}) as cuts
  from placed
  left join (select unnest(from_json($behaviours::json, '["VARCHAR"]')) as name) as behaviour on $by_behaviour
  where done
)
select
  mart.period_start(day, $grain) as period,
  cuts[$cut1::varchar] as cut1, cuts[$cut2::varchar] as cut2, cuts[$cut3::varchar] as cut3,
  count(*) filter (case when name is null then len(named) > 0 else list_contains(named, name) end) as hits,
  count(*) as base
from divided
group by all
order by all
