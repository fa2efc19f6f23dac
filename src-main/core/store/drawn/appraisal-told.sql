-- One row an appraisal that was due, placed in its cycle; where none is given, by the day it was due: what every
-- appraisal statement opens with.
create or replace temp table appraisal_told as
select
  coalesce(stage, 'Not recorded') as stage,
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
