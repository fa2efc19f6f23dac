-- The latest wave of each survey between two days, the latest survey first.
select instrument, max(wave) as wave
from mart.survey_group
where ($from::varchar is null or wave >= $from::date)
  and ($to::varchar is null or wave <= $to::date)
group by instrument
order by wave desc, sum(responses) desc, instrument
