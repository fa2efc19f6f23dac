-- The instruments, the one with the latest wave and the most responses first.
select instrument
from mart.survey_group
group by instrument
order by max(wave) desc, sum(responses) desc, instrument
