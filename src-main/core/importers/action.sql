insert into clean.action by name
select
  $import_id as import_id,
  staged.* replace (
    coalesce(status, case when done_date is not null then 'done' else 'open' end) as status,
    nullif(recheck_result, 'Not yet rechecked') as recheck_result)
from read_csv($file, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', strict_mode = true,
  columns = {
    'row_no': 'INTEGER', 'action_ref': 'VARCHAR', 'source': 'VARCHAR', 'directorate': 'VARCHAR',
    'behaviours': 'VARCHAR', 'owner_role': 'VARCHAR', 'raised_date': 'DATE', 'due_date': 'DATE', 'done_date': 'DATE',
    'recheck_date': 'DATE', 'recheck_result': 'VARCHAR', 'status': 'VARCHAR'
  }) as staged;
