-- Training that no figure can place or measure.
select
  count(*) filter (coalesce(due_date, booked_date, period_start, done_date) is null) as undated,
  count(*) filter (person is null and (invited is null or attended is null)) as unmeasured
from clean.training
