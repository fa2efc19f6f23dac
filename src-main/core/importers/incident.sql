insert into clean.incident by name
select
  $import_id as import_id,
  staged.* exclude (status) replace (
    case when acknowledged_date >= received_date or received_date is null then acknowledged_date end as acknowledged_date,
    case when closed_date >= received_date or received_date is null or closed_precision <> 'day' then closed_date end as closed_date),
  case
    when lower(status) in ('open', 'ongoing', 'in progress', 'pending', 'unresolved', 'live') then 'open'
    when closed_date is not null then 'closed'
    when lower(status) in ('closed', 'complete', 'completed', 'resolved', 'concluded') then 'closed'
    else 'open'
  end as status
from read_csv($file, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', strict_mode = true,
  columns = {
    'row_no': 'INTEGER', 'case_ref': 'VARCHAR', 'scheme': 'VARCHAR', 'received_date': 'DATE',
    'received_precision': 'VARCHAR', 'acknowledged_date': 'DATE', 'closed_date': 'DATE',
    'closed_precision': 'VARCHAR', 'status': 'VARCHAR', 'reporter': 'VARCHAR', 'reporter_role': 'VARCHAR',
    'subject': 'VARCHAR', 'subject_role': 'VARCHAR', 'tier': 'VARCHAR', 'category': 'VARCHAR',
    'channel': 'VARCHAR', 'stage': 'VARCHAR', 'outcome': 'VARCHAR', 'action': 'VARCHAR',
    'seriousness': 'VARCHAR', 'linked_group': 'VARCHAR', 'directorate': 'VARCHAR'
  }) as staged;
