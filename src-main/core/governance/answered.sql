-- Of the cells that the people of a survey could have filled, those they did. “Don't know” is an answer.
select q.instrument, sum(coalesce(a.filled, 0))::double as filled, sum(r.people)::double as total
from (
  select import_id, instrument, column_no from clean.survey_question where scale is not null
) q
join (
  select import_id, count(*) as people from clean.survey_response where not test_response group by import_id
) r using (import_id)
left join (
  select a.import_id, a.column_no, count(*) as filled
  from clean.survey_answer a
  join clean.survey_response r on r.import_id = a.import_id and r.row_no = a.row_no and not r.test_response
  group by all
) a using (import_id, column_no)
group by q.instrument
order by q.instrument
