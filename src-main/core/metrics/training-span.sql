-- The first and last day by which training is placed.
select min(day) as "from", max(day) as "to"
from (select coalesce(due_date, booked_date, period_start, done_date) as day from clean.training) as placed
