-- The first and last day on which the log shows it was kept.
select
  min(received_date)::date as "from",
  greatest(max(received_date), max(acknowledged_date), max(closed_date))::date as "to"
from mart.incident
where received_precision not in ('year', 'unknown')
  and ($scheme::varchar is null or coalesce(scheme, 'Not recorded') = $scheme)
