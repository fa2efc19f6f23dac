-- The stages of the appraisals on record, the one at a year's end first.
select stage
from (
  select coalesce(stage, 'Not recorded') as stage, count(*) as appraisals
  from mart.appraisal
  where status is distinct from 'not due'
  group by all
) as stages
order by stage <> 'Year-end review', appraisals desc, stage
