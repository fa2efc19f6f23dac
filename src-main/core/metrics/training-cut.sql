-- The opening of every training statement: what is drawn of the training on record once for each change.
with placed as (
  select * from training_told
  where ($grain = 'all' or day is not null)
    and ($from::date is null or day >= $from::date)
    and ($to::date is null or day <= $to::date)
)
