insert into clean.training by name
select
  $import_id as import_id,
  staged.* replace (
    case
      when training_kind is not null then training_kind
      when regexp_matches(course, '(?i)induction|onboarding|welcome') then 'Induction'
      when regexp_matches(course, '(?i)protocol|member.{1,5}officer|working together') then 'Protocol'
      when regexp_matches(course, '(?i)codes? of conduct|standards') then 'Codes'
      else 'Other'
    end as training_kind,
    coalesce(status, case
      when done_date is not null or attended > 0 then 'done'
      when booked_date is not null then 'booked'
      else 'not done'
    end) as status,
    outcome_linked = 'Yes' as outcome_linked)
from read_csv($file, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', strict_mode = true,
  columns = {
    'row_no': 'INTEGER', 'person': 'VARCHAR', 'side': 'VARCHAR', 'role': 'VARCHAR', 'directorate': 'VARCHAR',
    'course': 'VARCHAR', 'training_kind': 'VARCHAR', 'period': 'VARCHAR', 'period_start': 'DATE',
    'started_date': 'DATE', 'due_date': 'DATE', 'booked_date': 'DATE', 'done_date': 'DATE', 'status': 'VARCHAR',
    'outcome_linked': 'VARCHAR', 'invited': 'DOUBLE', 'invited_state': 'VARCHAR', 'attended': 'DOUBLE',
    'attended_state': 'VARCHAR'
  }) as staged;
