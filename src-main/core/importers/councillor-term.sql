insert into clean.councillor_term by name
select $import_id as import_id, staged.*
from read_csv($file, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', strict_mode = true,
  columns = {
    'row_no': 'INTEGER', 'person': 'VARCHAR', 'party': 'VARCHAR', 'ward': 'VARCHAR', 'role': 'VARCHAR', 'elected_date': 'DATE',
    'term_end': 'DATE', 'left_date': 'DATE', 'left_precision': 'VARCHAR', 'cause': 'VARCHAR', 'mid_term': 'BOOLEAN'
  }) as staged;
