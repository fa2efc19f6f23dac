-- The spells of an import, shared between the months they touch by Monday-to-Friday days. Days not stated are those
-- days times FTE. A spell without an end runs to the last date that the file knows of.
insert into mart.absence_month by name
with known as (
  select max(greatest(start_date, end_date)) as last_day from clean.absence_spell where import_id = $import_id
),
spell as (
  select *, coalesce(end_date, greatest(start_date, (select last_day from known))) as last_date
  from clean.absence_spell
  where import_id = $import_id
),
measured as (
  select
    directorate, grade, reason, if(last_date - start_date >= 28, 'Long term', 'Short term') as term,
    year(start_date) * 12 + month(start_date) - 1 as first_month, year(last_date) * 12 + month(last_date) - 1 as last_month,
    mart.weekdays_before(start_date) as before_first, mart.weekdays_before(last_date + 1) as before_end,
    coalesce(fte_days_lost, coalesce(working_days_lost, before_end - before_first) * coalesce(fte, 1)) as days
  from spell
  where last_date is not null
),
month as (
  select
    month_no, make_date(month_no // 12, month_no % 12 + 1, 1) as month, mart.weekdays_before(month) as before_first,
    mart.weekdays_before((month + interval 1 month)::date) as before_next
  from (select unnest(range(min(first_month), max(last_month) + 1)) as month_no from measured)
),
shared as (
  select first_month as month_no, directorate, grade, reason, term, days
  from measured
  where first_month = last_month or before_first = before_end
  union all
  select
    month_no, directorate, grade, reason, term,
    days * (least(part.before_end, month.before_next) - greatest(part.before_first, month.before_first))
      / (part.before_end - part.before_first)
  from (
    select *, unnest(range(first_month, last_month + 1)) as month_no
    from measured
    where first_month < last_month and before_first < before_end
  ) part
  join month using (month_no)
)
select
  $import_id as import_id, make_date(month_no // 12, month_no % 12 + 1, 1) as month, directorate, grade, reason, term,
  sum(days::decimal(18, 6)) as fte_days_lost, count(*)::integer as spells
from shared
group by all;
