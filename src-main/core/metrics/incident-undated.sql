-- Cases that cannot be placed by the date they were received, and closed cases without a day of closing.
with cases as (
  select
    case_ref,
    bool_or(received_date is not null and received_precision not in ('year', 'unknown')) as received,
    bool_and(status is distinct from 'open') as closed,
    bool_or(closed_date is not null and coalesce(closed_precision, 'day') = 'day') as closed_on
  from mart.incident
  group by case_ref
)
select
  count(*) filter (not received) as received,
  count(*) filter (closed and not closed_on) as closed
from cases
