-- One staged part.
insert into clean.absence_spell by name
select $import_id as import_id, staged.*
from read_csv($file, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', strict_mode = true,
  columns = {
    'row_no': 'INTEGER', 'person': 'VARCHAR', 'directorate': 'VARCHAR', 'grade': 'VARCHAR', 'fte': 'DOUBLE',
    'absence_type': 'VARCHAR', 'reason': 'VARCHAR', 'start_date': 'DATE', 'end_date': 'DATE',
    'working_days_lost': 'DOUBLE', 'fte_days_lost': 'DOUBLE'
  }) as staged;
