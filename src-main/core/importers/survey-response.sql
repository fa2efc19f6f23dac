insert into clean.survey_response by name
select $import_id as import_id, $instrument as instrument, $wave::date as wave, staged.*
from read_csv($file, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', strict_mode = true,
  columns = {
    'row_no': 'INTEGER', 'respondent': 'VARCHAR', 'directorate': 'VARCHAR', 'grade': 'VARCHAR', 'role': 'VARCHAR',
    'party': 'VARCHAR', 'test_response': 'BOOLEAN'
  }) as staged;

-- A link that a person made for this wording in another wave of the instrument is kept.
insert into clean.survey_question by name
select
  $import_id as import_id, q.column_no, $instrument as instrument, $wave::date as wave, q.wording, q.item, q.style,
  q.scale, coalesce(linked.line, q.line) as line, q.line as wording_line,
  case when linked.line is null then 'wording' else 'person' end as linked_by, q.theme, q.reversed
from (
  select
    (question ->> 'column')::integer as column_no, question ->> 'wording' as wording, question ->> 'item' as item,
    question ->> 'style' as style, question ->> 'scale' as scale, question ->> 'line' as line, question ->> 'theme' as theme,
    (question ->> 'reversed')::boolean as reversed
  from (select unnest(from_json($questions, '["JSON"]')) as question)
) q
left join (
  select wording_line, any_value(line) as line
  from clean.survey_question
  where instrument = $instrument and linked_by = 'person'
  group by wording_line
) linked on linked.wording_line = q.line;

insert into clean.survey_label by name
select $import_id as import_id, staged.*
from read_csv($labels, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', strict_mode = true,
  columns = {
    'answer_no': 'INTEGER', 'column_no': 'INTEGER', 'label': 'VARCHAR', 'score': 'DOUBLE', 'favourable': 'BOOLEAN',
    'answered': 'BOOLEAN'
  }) as staged;

insert into clean.survey_given by name
select $import_id as import_id, staged.*
from read_csv($answers, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', strict_mode = true,
  columns = {'row_no': 'INTEGER', 'answer_nos': 'INTEGER[]'}) as staged;

insert into mart.survey_group by name
select $import_id as import_id, $instrument as instrument, $wave::date as wave, staged.*
from read_csv($groups, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', strict_mode = true,
  columns = {'group_no': 'INTEGER', 'directorate': 'VARCHAR', 'grade': 'VARCHAR', 'role': 'VARCHAR', 'party': 'VARCHAR', 'responses': 'INTEGER'}) as staged;

insert into mart.survey_tally by name
select $import_id as import_id, staged.*
from read_csv($tally, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', strict_mode = true,
  columns = {'group_no': 'INTEGER', 'answer_no': 'INTEGER', 'answers': 'INTEGER'}) as staged;

insert into mart.survey_people by name
select $import_id as import_id, staged.*
from read_csv($people, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', strict_mode = true,
  columns = {'group_no': 'INTEGER', 'column_no': 'INTEGER', 'people': 'INTEGER'}) as staged;

insert into mart.survey_pattern by name
select $import_id as import_id, staged.*
from read_csv($patterns, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', strict_mode = true,
  columns = {'group_no': 'INTEGER', 'answered': 'BIT', 'responses': 'INTEGER'}) as staged;
