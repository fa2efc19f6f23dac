-- Every value of a dimension, from responses and questions, without reading the answers.
select distinct value
from (
  select case $dimension
    when 'directorate' then coalesce(mart.directorate_today(directorate, wave), 'Not recorded')
    when 'grade' then coalesce(grade, 'Not recorded')
    when 'instrument' then instrument
    when 'party' then coalesce(party, 'Not recorded')
    when 'role' then coalesce(role, 'Not recorded')
  end as value
  from mart.survey_group
  union all
  select case $dimension when 'question' then line when 'theme' then coalesce(theme, 'No theme') end
  from clean.survey_question
  where scale is not null
  union all
  select case $dimension when 'behaviour' then behaviour end
  from survey_behaviour
  where line in (select line from clean.survey_question where scale is not null)
) as named
where value is not null
order by value
