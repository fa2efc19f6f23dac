select
  q.import_id || ':' || q.column_no as question, q.instrument, q.wave, q.wording, q.line,
  coalesce(title.wording, q.wording) as "lineTitle", q.theme, q.scale, q.reversed, q.linked_by as "linkedBy",
  coalesce(answers.base, 0) as base
from clean.survey_question q
left join (
  select instrument, line, arg_max(wording, wave) as wording from clean.survey_question group by instrument, line
) title using (instrument, line)
left join (
  select import_id, column_no, sum(people) as base
  from mart.survey_people
  group by import_id, column_no
) answers on answers.import_id = q.import_id and answers.column_no = q.column_no
where $instrument is null or q.instrument = $instrument
order by q.instrument, q.line, q.wave, q.column_no
