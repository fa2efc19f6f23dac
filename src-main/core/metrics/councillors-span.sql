-- From the first election told of to the last thing known of anybody's term.
select min(elected_date) as "from", greatest(max(elected_date), max(left_date)) as "to"
from clean.councillor_term
where elected_date is not null
