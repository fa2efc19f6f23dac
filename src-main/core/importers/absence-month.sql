-- The spells at hand, shared between the months they touch. Days not stated are Monday-to-Friday days times FTE.
-- A spell that crosses a month end is shared between the months by weekdays.
insert into mart.absence_month by name
with measured as (
  select
    *,
    coalesce(fte_days_lost, coalesce(working_days_lost, mart.weekdays(start_date, last_date)) * coalesce(fte, 1)) as days,
    mart.weekdays(start_date, last_date) as weekdays,
    case when last_date - start_date >= 28 then 'Long term' else 'Short term' end as term
  from spell
  where last_date is not null
),
shared as (
  select
    date_trunc('month', start_date)::date as month, directorate, grade, reason, term, days, 1 as spells
  from measured
  where date_trunc('month', start_date) = date_trunc('month', last_date) or weekdays = 0
  union all
  select
    part.month, directorate, grade, reason, term,
    days * mart.weekdays(
      greatest(start_date, part.month),
      least(last_date, (part.month + interval 1 month - interval 1 day)::date)
    ) / weekdays,
    1
  from measured,
    unnest(generate_series(date_trunc('month', start_date), date_trunc('month', last_date), interval 1 month)) as part(month_start),
    lateral (select part.month_start::date as month) as part
  where date_trunc('month', start_date) <> date_trunc('month', last_date) and weekdays > 0
)
select
  $import_id as import_id, month, directorate, grade, reason, term,
  sum(days::decimal(18, 6)) as fte_days_lost, sum(spells)::integer as spells
from shared
group by all;
