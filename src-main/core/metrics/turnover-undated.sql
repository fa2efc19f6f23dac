-- Leavers that no month can be given to.
select
  count(*) filter (movement_date is not null and movement_precision = 'year') as years,
  count(*) filter (movement_date is null or movement_precision = 'unknown') as unknown
from clean.leaver
where movement = 'leaver'
