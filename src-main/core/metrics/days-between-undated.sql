-- Cases without an exact day of being received, cases on a day that already had one, and the last day.
select
  (count(distinct case_ref) filter (coalesce(received_precision, 'unknown') <> 'day'))::integer as undated,
  (count(distinct case_ref) filter (received_precision = 'day')
    - count(distinct received_date) filter (received_precision = 'day'))::integer as alike,
  (max(received_date) filter (received_precision = 'day'))::date as last
from mart.incident_case
