-- The lines of the survey questions, with what people said of them.
select
  q.line,
  arg_max(q.wording, (q.wave, q.wording)) as title,
  list_sort(list(distinct q.instrument)) as instruments,
  arg_max(q.theme, q.wave) as theme,
  any_value(b.behaviours) as behaviours,
  any_value(s.line) is not null as said,
  any_value(s.step) as step
from clean.survey_question q
left join (
  select line, list(behaviour) filter (behaviour is not null) as behaviours from survey_behaviour group by line
) b using (line)
left join survey_step s using (line)
where q.scale is not null
group by q.line
order by title, q.line
