-- The opening of every appraisal statement: one row an appraisal that was due at the stage chosen, placed
-- in its cycle; where none is given, by the day it was due.
with cut as (
  select
    coalesce(cycle_start, due_date) as day,
    status = 'done' as done,
    signed_date is not null as signed,
    list_intersect(string_split(coalesce(behaviours, ''), ';'), from_json($behaviours::json, '["VARCHAR"]')) as named,
    map {
      'directorate': coalesce(mart.directorate_today(directorate, coalesce(cycle_start, due_date)), 'Not recorded'),
      'tier': coalesce(tier, 'Not recorded')
    } as cuts
  from mart.appraisal
  where status is distinct from 'not due'
    and coalesce(stage, 'Not recorded') = $stage
),
placed as (
  select * from cut
  where ($grain = 'all' or day is not null)
    and ($from::date is null or day >= $from::date)
    and ($to::date is null or day <= $to::date)
)
