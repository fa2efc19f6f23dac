-- Lines with an answer scale, and those of them of which nobody has said which behaviour they ask about.
select
  count(*)::integer as asked,
  (count(*) filter (line not in (select line from survey_behaviour)))::integer as open
from (
  select distinct line
  from clean.survey_question
  where scale is not null and ($instrument::varchar is null or instrument = $instrument)
) as lines
