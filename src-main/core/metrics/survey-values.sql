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
  from clean.survey_response
  where not test_response
  union all
  select case $dimension when 'question' then line when 'theme' then coalesce(theme, 'No theme') end
  from clean.survey_question
  where scale is not null
) as named
where value is not null
order by value
