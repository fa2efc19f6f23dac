-- The questions with an answer scale of one wave of a survey, in the order they were asked.
select line, any_value(wording) as wording, any_value(theme) as theme,
  case when min(scale) = max(scale) then min(scale) else min(scale) || ' and ' || max(scale) end as scale
from clean.survey_question
where instrument = $instrument and wave = $wave::date and scale is not null
group by line
order by min(column_no), line
