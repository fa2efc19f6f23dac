select
  q.import_id || ':' || q.column_no as question, q.instrument, q.wave, q.wording, q.line,
  coalesce(title.wording, q.wording) as "lineTitle", q.theme, q.scale, q.reversed, q.linked_by as "linkedBy",
  coalesce(answers.base, 0) as base
from clean.survey_question q
left join (
  select instrument, line, arg_max(wording, wave) as wording from clean.survey_question group by instrument, line
) title using (instrument, line)
left join (
  select a.import_id, a.column_no, count(distinct a.row_no) as base
  from clean.survey_answer a
  join clean.survey_response r on r.import_id = a.import_id and r.row_no = a.row_no and not r.test_response
  where a.answered
  group by a.import_id, a.column_no
) answers on answers.import_id = q.import_id and answers.column_no = q.column_no
where $instrument is null or q.instrument = $instrument
order by q.instrument, q.line, q.wave, q.column_no
