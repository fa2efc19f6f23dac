insert into clean.appraisal by name
select
  $import_id as import_id,
  staged.* replace (
    case when done_date is null or signed_date >= done_date then signed_date end as signed_date,
    coalesce(status, case when done_date is not null or signed_date is not null then 'done' else 'not done' end) as status,
    nullif(rating, 'Not rated') as rating)
from read_csv($file, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', strict_mode = true,
  columns = {
    'row_no': 'INTEGER', 'person': 'VARCHAR', 'cycle': 'VARCHAR', 'cycle_start': 'DATE', 'stage': 'VARCHAR',
    'directorate': 'VARCHAR', 'grade': 'VARCHAR', 'tier': 'VARCHAR', 'due_date': 'DATE', 'done_date': 'DATE',
    'signed_date': 'DATE', 'status': 'VARCHAR', 'behaviours': 'VARCHAR', 'rating': 'VARCHAR'
  }) as staged;
