insert into clean.incident by name
select
  $import_id as import_id,
  staged.* exclude (status, action_supports) replace (
    case when acknowledged_date >= received_date or received_date is null then acknowledged_date end as acknowledged_date,
    case when closed_date >= received_date or received_date is null or closed_precision <> 'day' then closed_date end as closed_date,
    -- Logs have one column for what was done, or two: figures of the one and of the other see both.
    coalesce(action, nullif(string_split(sanction, ';')[1], 'No sanction'), nullif(string_split(support, ';')[1], 'No support')) as action,
    coalesce(sanction, case when action_supports is false then action end) as sanction,
    coalesce(support, case when action_supports then action end) as support,
    skip_level = 'Yes' as skip_level,
    escalation_agreed = 'Yes' as escalation_agreed,
    -- Whatever is not a plain no is a yes: this is the switch that keeps a matter out of packs.
    coalesce(
      safeguarding <> 'No',
      coalesce(formal_route in ('Safeguarding', 'Police'), false)
        or coalesce(outcome = 'Referred to police or safeguarding', false)
        or coalesce(action = 'Referred to police or safeguarding', false)) as safeguarding),
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
    'action_supports': 'BOOLEAN', 'seriousness': 'VARCHAR', 'linked_group': 'VARCHAR', 'directorate': 'VARCHAR',
    'occurred_date': 'DATE', 'occurred_precision': 'VARCHAR', 'sanction': 'VARCHAR', 'support': 'VARCHAR',
    'decision_makers': 'VARCHAR', 'behaviours': 'VARCHAR', 'principles': 'VARCHAR', 'seniority_gap': 'VARCHAR',
    'route_check': 'VARCHAR', 'formal_route': 'VARCHAR', 'skip_level': 'VARCHAR', 'escalation_agreed': 'VARCHAR',
    'safeguarding': 'VARCHAR'
  }) as staged;
