insert into clean.absence_aggregate by name
select $import_id as import_id, staged.*
from read_csv($file, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', strict_mode = true,
  columns = {
    'row_no': 'INTEGER', 'period': 'DATE', 'unit': 'VARCHAR', 'reason': 'VARCHAR', 'fte_days_lost': 'DOUBLE',
    'fte_days_lost_state': 'VARCHAR', 'fte_days_available': 'DOUBLE', 'fte_days_available_state': 'VARCHAR'
  }) as staged;
