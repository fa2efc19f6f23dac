insert into clean.event by name
select $import_id as import_id, staged.* replace (coalesce(event_type, 'other') as event_type)
from read_csv($file, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', strict_mode = true,
  columns = {'row_no': 'INTEGER', 'event_date': 'DATE', 'title': 'VARCHAR', 'event_type': 'VARCHAR', 'scope': 'VARCHAR'}) as staged;
