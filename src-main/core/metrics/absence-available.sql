-- FTE days available, as published beside the days lost: once for a period and unit, whatever the reasons.
with aggregate as (
  select
    period, unit,
    unit is null or regexp_matches(lower(trim(unit)), '^(all|all .*|total|grand total|england)$') as whole_unit,
    max(fte_days_available) as available
  from mart.absence_aggregate
  group by all
),
chosen as (
  select * from aggregate
  qualify whole_unit = case
    when list_contains([$cut1::varchar, $cut2::varchar, $cut3::varchar], 'unit') then false
    else bool_or(whole_unit) over (partition by date_trunc('month', period))
  end
)
select
  mart.period_start(period, $grain) as period,
  case when $cut1::varchar = 'unit' then coalesce(unit, 'Not recorded') end as cut1,
  case when $cut2::varchar = 'unit' then coalesce(unit, 'Not recorded') end as cut2,
  case when $cut3::varchar = 'unit' then coalesce(unit, 'Not recorded') end as cut3,
  case when count(*) = count(available) then sum(available::decimal(18, 6))::double end as exposure
from chosen
where ($from::date is null or period >= $from::date)
  and ($to::date is null or period <= $to::date)
group by all
order by all
