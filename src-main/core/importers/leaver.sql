insert into clean.leaver by name
select
  $import_id as import_id,
  staged.* replace (coalesce(movement, 'leaver') as movement, coalesce(movement_precision, 'unknown') as movement_precision,
    case when started_date <= movement_date or movement_date is null then started_date end as started_date)
from read_csv($file, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', strict_mode = true,
  columns = {
    'row_no': 'INTEGER', 'movement': 'VARCHAR', 'person': 'VARCHAR', 'directorate': 'VARCHAR', 'grade': 'VARCHAR',
    'movement_date': 'DATE', 'movement_precision': 'VARCHAR', 'reason': 'VARCHAR', 'voluntary': 'BOOLEAN',
    'started_date': 'DATE'
  }) as staged;
