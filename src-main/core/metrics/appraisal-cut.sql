-- The opening of every appraisal statement: what is drawn of the appraisals once for each change, at the stage chosen.
with placed as (
  select * from appraisal_told
  where stage = $stage
    and ($grain = 'all' or day is not null)
    and ($from::date is null or day >= $from::date)
    and ($to::date is null or day <= $to::date)
)
