insert into clean.survey_aggregate by name
select
  $import_id as import_id, row_no, coalesce(instrument, '') as instrument, period, period_start, theme, question_ref,
  coalesce(question, question_ref) as question, group_by, group_name, answer, percent, percent_state, base, base_state
from (
  select row_no, instrument, theme, question_ref, question, group_by, group_name, answer, base, base_state,
    case when wide.value is null then period else string_split(wide.value, '|')[2] end as period,
    case when wide.value is null then period_start else string_split(wide.value, '|')[1]::date end as period_start,
    case when wide.value is null then percent else try_cast(string_split(wide.value, '|')[3] as double) end as percent,
    case when wide.value is null then percent_state else nullif(string_split(wide.value, '|')[4], '') end as percent_state
  from read_csv($file, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', strict_mode = true,
    columns = {
      'row_no': 'INTEGER', 'instrument': 'VARCHAR', 'period': 'VARCHAR', 'period_start': 'DATE', 'theme': 'VARCHAR',
      'question_ref': 'VARCHAR', 'question': 'VARCHAR', 'group_by': 'VARCHAR', 'group_name': 'VARCHAR',
      'answer': 'VARCHAR', 'percent': 'DOUBLE', 'percent_state': 'VARCHAR', 'base': 'DOUBLE', 'base_state': 'VARCHAR',
      'series': 'VARCHAR'
    }) as staged
  left join lateral (select unnest(string_split(staged.series, ';')) as value) as wide on true
) as long;
