-- The first and last wave.
select min(wave) as "from", max(wave) as "to"
from mart.survey_group
where $instrument::varchar is null or instrument = $instrument
