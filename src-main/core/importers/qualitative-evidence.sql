insert into clean.qualitative_evidence by name
select
  $import_id as import_id,
  staged.* replace (
    -- A cell parted with semicolons may hold commas in its themes; one without is parted at its commas.
    nullif(array_to_string(list_sort(list_distinct(list_filter(
      list_transform(
        case when contains(themes, ';') then string_split(themes, ';') else string_split_regex(themes, '[,|]') end,
        lambda theme: trim(theme)),
      lambda theme: length(theme) between 1 and 80
        and lower(theme) not in ('-', 'n/a', 'na', 'none', 'uncoded', 'not coded', 'no code', 'nil')))), ';'), '') as themes)
from read_csv($file, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', strict_mode = true,
  columns = {
    'row_no': 'INTEGER', 'method': 'VARCHAR', 'held_date': 'DATE', 'held_precision': 'VARCHAR',
    'session_ref': 'VARCHAR', 'excerpt_ref': 'VARCHAR', 'respondent': 'VARCHAR', 'side': 'VARCHAR',
    'directorate': 'VARCHAR', 'item': 'VARCHAR', 'observed': 'VARCHAR', 'themes': 'VARCHAR', 'behaviours': 'VARCHAR',
    'polarity': 'VARCHAR', 'convenor_role': 'VARCHAR', 'participants': 'DOUBLE', 'participants_state': 'VARCHAR'
  }) as staged;
