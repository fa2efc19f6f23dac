-- Appraisals done whose criteria name a behaviour; where not cut by behaviour, any of the seven.
select
  mart.period_start(day, $grain) as period,
  case when $cut1 = 'behaviour' then name else cuts[$cut1::varchar] end as cut1,
  case when $cut2 = 'behaviour' then name else cuts[$cut2::varchar] end as cut2,
  case when $cut3 = 'behaviour' then name else cuts[$cut3::varchar] end as cut3,
  count(*) filter (case when name is null then len(named) > 0 else list_contains(named, name) end) as hits,
  count(*) as base
from placed
left join (select unnest(from_json($behaviours::json, '["VARCHAR"]')) as name) as behaviour on $by_behaviour
where done
group by all
order by all
