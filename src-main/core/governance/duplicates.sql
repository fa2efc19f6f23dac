-- Rows that tell of the same thing as another: inside one import, and in a later import than another's.
-- First the few keys that stand twice, by their number alone; then only their rows.
with twice as (
  select same_key from mart.source_row where same_key is not null group by same_key having count(*) > 1
),
counted as (
  select kind, instrument, same_key, import_id, count(*) as rows
  from mart.source_row
  where same_key in (from twice)
  group by all
),
keyed as (
  select kind, instrument, same_key, sum(rows - 1) as within, count(*) - 1 as between_imports
  from counted
  group by all
)
select kind, instrument, sum(within)::integer as within, sum(between_imports)::integer as "between"
from keyed
group by all
order by all
