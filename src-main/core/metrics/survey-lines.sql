-- The words of each line: those of its latest wave.
select line, arg_max(wording, (wave, wording)) as title
from clean.survey_question
group by line
