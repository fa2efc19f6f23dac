-- Positive examples; where cut by behaviour, one row for each behaviour shown.
with divided as (
  select day, of_year, map_concat(cuts, map {'behaviour': behaviour.name}) as cuts
  from positive_told
  left join (select unnest(from_json($behaviours::json, '["VARCHAR"]')) as name) as behaviour
    on $by_behaviour and list_contains(shown, behaviour.name)
)
select
  mart.period_start(day, $grain) as period,
  case when $cut1::varchar is not null then coalesce(cuts[$cut1::varchar], 'Not recorded') end as cut1,
  case when $cut2::varchar is not null then coalesce(cuts[$cut2::varchar], 'Not recorded') end as cut2,
  case when $cut3::varchar is not null then coalesce(cuts[$cut3::varchar], 'Not recorded') end as cut3,
  count(*) as count
from divided
where ($grain = 'all' or (day is not null and not coalesce(of_year and $grain = 'quarter', false)))
  and ($from::date is null or day >= $from::date)
  and ($to::date is null or day <= $to::date)
group by all
order by all
