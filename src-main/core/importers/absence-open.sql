-- Spells without an end run to the last date that the file knows of, which is known when all of it is read.
create or replace temp table spell as
select
  * exclude (import_id),
  greatest(start_date, (
    select max(greatest(start_date, end_date)) from clean.absence_spell where import_id = $import_id
  )) as last_date
from clean.absence_spell
where import_id = $import_id and end_date is null;
