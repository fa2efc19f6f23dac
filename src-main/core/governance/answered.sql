-- Of the cells that the people of a survey could have filled, those they did. “Don’t know” is an answer.
select q.instrument, sum(coalesce(a.filled, 0))::double as filled, sum(r.people)::double as total
from (
  select import_id, instrument, column_no from clean.survey_question where scale is not null
) q
join (
  select import_id, sum(responses) as people from mart.survey_group group by import_id
) r using (import_id)
left join (
  select l.import_id, l.column_no, sum(t.answers) as filled
  from mart.survey_tally t
  join clean.survey_label l on l.import_id = t.import_id and l.answer_no = t.answer_no
  group by all
) a using (import_id, column_no)
group by q.instrument
order by q.instrument
