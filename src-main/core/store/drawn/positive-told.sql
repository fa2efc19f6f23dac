-- One row a positive example, with the day it is placed by: what every statement on them opens with. A period that
-- is a year has no place in a quarter.
create or replace temp table positive_told as
with told as (
  select
    *,
    case when occurred_precision in ('year', 'unknown') then null else occurred_date end as occurred,
    regexp_matches(period, '^\d{4}([/-]\d{2,4})?$') as of_year
  from clean.positive_example
)
select
  coalesce(occurred, assistant_director_date, monitoring_officer_date, period_start) as day,
  coalesce(occurred, assistant_director_date, monitoring_officer_date) is null and of_year as of_year,
  string_split(coalesce(behaviours, ''), ';') as shown,
  map {
    'directorate': coalesce(
      mart.directorate_today(directorate, coalesce(occurred, assistant_director_date, monitoring_officer_date, period_start)),
      'Not recorded'),
    'proposed-by': coalesce(proposed_by_role, 'Not recorded'),
    'route': case
      when reported_date is not null then 'Reported'
      when monitoring_officer_date is not null then 'With the Monitoring Officer'
      when assistant_director_date is not null then 'With the Assistant Director'
      else 'Proposed'
    end,
    'type': case
      when example_type is null then 'Not recorded'
      when list_contains(from_json($types::json, '["VARCHAR"]'), example_type) then example_type
      else 'Other'
    end
  } as cuts
from told
where not coalesce(nil_return, false)
