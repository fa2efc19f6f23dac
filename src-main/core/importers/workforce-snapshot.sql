insert into clean.workforce_snapshot by name
select $import_id as import_id, staged.* replace (coalesce(headcount, 1) as headcount)
from read_csv($file, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', strict_mode = true,
  columns = {
    'row_no': 'INTEGER', 'snapshot_date': 'DATE', 'person': 'VARCHAR', 'directorate': 'VARCHAR', 'grade': 'VARCHAR',
    'contract': 'VARCHAR', 'headcount': 'DOUBLE', 'fte': 'DOUBLE', 'started_date': 'DATE'
  }) as staged;
