-- FTE days lost, from spells or from published aggregates, never from both. Of aggregates, a row without
-- a unit (or reason), or one that says "all" or "total", is the total of its period: it is used where the
-- figure is not cut by unit (or reason), and left out where it is; the parts are added where it is missing.
with aggregate as (
  select
    period, unit, reason, fte_days_lost,
    unit is null or regexp_matches(lower(trim(unit)), '^(all|all .*|total|grand total|england)$') as whole_unit,
    reason is null or regexp_matches(lower(trim(reason)), '^(all|all .*|total|grand total)$') as whole_reason
  from mart.absence_aggregate
),
-- Where a period has total rows, only they are read, unless the parts are asked for.
by_unit as (
  select * from aggregate
  qualify whole_unit = case
    when list_contains([$cut1::varchar, $cut2::varchar, $cut3::varchar], 'unit') then false
    else bool_or(whole_unit) over (partition by date_trunc('month', period))
  end
),
by_reason as (
  select * from by_unit
  qualify whole_reason = case
    when list_contains([$cut1::varchar, $cut2::varchar, $cut3::varchar], 'reason') then false
    else bool_or(whole_reason) over (partition by date_trunc('month', period), unit)
  end
),
lost as (
  select
    day, amount, base, 0 as missing,
    map {
      'directorate': coalesce(directorate, 'Not recorded'),
      'reason': coalesce(reason, 'Not recorded'),
      'term': term,
      'unit': 'Not recorded'
    } as cuts
  from (
    select month as day, mart.directorate_today(directorate, month) as directorate, reason, term, amount, base
    from (
      select month, directorate, reason, term, sum(fte_days_lost) as amount, sum(spells) as base
      from mart.absence_month
      where $source = 'spells'
      group by all
    ) as stored
  ) as monthly
  union all
  select
    period, coalesce(fte_days_lost, 0)::decimal(18, 6), null, case when fte_days_lost is null then 1 else 0 end,
    map {
      'directorate': 'Not recorded',
      'reason': coalesce(reason, 'Not recorded'),
      'term': 'Not recorded',
      'unit': coalesce(unit, 'Not recorded')
    }
  from by_reason
  where $source = 'aggregates'
)
select
  mart.period_start(day, $grain) as period,
  cuts[$cut1::varchar] as cut1, cuts[$cut2::varchar] as cut2, cuts[$cut3::varchar] as cut3,
  sum(amount)::double as amount, sum(base)::integer as base, sum(missing)::integer as missing
from lost
where ($from::date is null or day >= $from::date)
  and ($to::date is null or day <= $to::date)
group by all
order by all
