-- The first and last quarter of a return.
select min(starts) as "from", (max(starts) + interval 3 month - interval 1 day)::date as "to"
from positive_return_told
