-- The first and last quarter of a return.
select min(mart.period_start(day, 'quarter')) as "from",
  (max(mart.period_start(day, 'quarter')) + interval 3 month - interval 1 day)::date as "to"
from (
  select unnest([
    day,
    case when of_year then (day + interval 9 month)::date end
  ]) as day
  from (
    select
      period_start is not null and regexp_matches(period, '^\d{4}([/-]\d{2,4})?$') as of_year,
      coalesce(
        period_start,
        case when occurred_precision in ('year', 'unknown') then null else occurred_date end,
        assistant_director_date, monitoring_officer_date) as day
    from clean.positive_example
    where directorate is not null
  ) as dated
) as days
