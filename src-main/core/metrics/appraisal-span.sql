-- From the first cycle (or day due) of the appraisals at a stage to the end of the last: a cycle is a year.
select
  min(coalesce(cycle_start, due_date)) as "from",
  max(coalesce((cycle_start + interval 1 year - interval 1 day)::date, due_date)) as "to"
from mart.appraisal
where status is distinct from 'not due' and coalesce(stage, 'Not recorded') = $stage
