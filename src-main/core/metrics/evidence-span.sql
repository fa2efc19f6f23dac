-- The first and last day on which evidence was gathered.
select min(held_date) as "from", max(held_date) as "to"
from clean.qualitative_evidence
where coalesce(held_precision, 'day') not in ('year', 'unknown')
