-- The first and last wave.
select min(wave) as "from", max(wave) as "to"
from clean.survey_response
where not test_response and ($instrument::varchar is null or instrument = $instrument)
