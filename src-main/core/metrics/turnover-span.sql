-- The first and last leaver or joiner that can be placed.
select min(movement_date) as "from", max(movement_date) as "to"
from clean.leaver
where movement_precision not in ('year', 'unknown')
