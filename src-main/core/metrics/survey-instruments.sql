-- The instruments, the one with the latest wave and the most responses first.
select instrument
from clean.survey_response
where not test_response
group by instrument
order by max(wave) desc, count(*) desc, instrument
