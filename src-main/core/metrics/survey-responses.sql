-- Responses to each wave; test responses are left out.
with cut as (
  select
    wave, responses,
    map {
      'directorate': coalesce(mart.directorate_today(directorate, wave), 'Not recorded'),
      'grade': coalesce(grade, 'Not recorded'),
      'instrument': instrument,
      'party': coalesce(party, 'Not recorded'),
      'role': coalesce(role, 'Not recorded')
    } as cuts
  from mart.survey_group
  where $instrument::varchar is null or instrument = $instrument
)
select
  wave as period,
  cuts[$cut1::varchar] as cut1, cuts[$cut2::varchar] as cut2, cuts[$cut3::varchar] as cut3,
  sum(responses) as count
from cut
group by all
order by all
