-- The first and last departure that can be placed.
select min(left_date) as "from", max(left_date) as "to"
from clean.councillor_term
where left_date is not null and coalesce(left_precision, 'day') not in ('year', 'unknown')
