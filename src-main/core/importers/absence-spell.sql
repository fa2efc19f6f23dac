-- One staged part: kept as it is, and at hand for the sharing between months (absence-month.sql).
create or replace temp table spell as
select staged.*, end_date as last_date
from read_csv($file, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', strict_mode = true,
  columns = {
    'row_no': 'INTEGER', 'person': 'VARCHAR', 'directorate': 'VARCHAR', 'grade': 'VARCHAR', 'fte': 'DOUBLE',
    'absence_type': 'VARCHAR', 'reason': 'VARCHAR', 'start_date': 'DATE', 'end_date': 'DATE',
    'working_days_lost': 'DOUBLE', 'fte_days_lost': 'DOUBLE'
  }) as staged;

insert into clean.absence_spell by name
select $import_id as import_id, spell.* exclude (last_date) from spell;
