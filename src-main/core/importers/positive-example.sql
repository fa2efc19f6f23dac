insert into clean.positive_example by name
select
  $import_id as import_id,
  staged.* replace (
    coalesce(nil_return = 'Yes', false) or coalesce(example_type = 'Nil return', false) as nil_return,
    nullif(example_type, 'Nil return') as example_type,
    case when assistant_director_date is null or monitoring_officer_date >= assistant_director_date
      then monitoring_officer_date end as monitoring_officer_date)
from read_csv($file, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', strict_mode = true,
  columns = {
    'row_no': 'INTEGER', 'example_ref': 'VARCHAR', 'example_type': 'VARCHAR', 'nil_return': 'VARCHAR',
    'period': 'VARCHAR', 'period_start': 'DATE', 'occurred_date': 'DATE', 'occurred_precision': 'VARCHAR',
    'directorate': 'VARCHAR', 'side': 'VARCHAR', 'proposed_by_role': 'VARCHAR', 'assistant_director_date': 'DATE',
    'monitoring_officer_date': 'DATE', 'reported_date': 'DATE', 'behaviours': 'VARCHAR', 'principles': 'VARCHAR'
  }) as staged;
