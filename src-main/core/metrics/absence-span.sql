-- The first and last month of the source chosen.
select
  date_trunc('month', min(month))::date as "from",
  (date_trunc('month', max(month)) + interval 1 month - interval 1 day)::date as "to"
from (
  select month from mart.absence_month where $source = 'spells'
  union all
  select period from clean.absence_aggregate where $source = 'aggregates'
) as months(month)
