-- One row an excerpt or observation with its session and how many took part in it; where that is not told, those
-- who are told apart, and at least one: what every statement on qualitative evidence opens with.
create or replace temp table evidence_told as
with told as (
  select
    *,
    case when held_precision in ('year', 'unknown') then null else held_date end as day,
    concat_ws(' | ', coalesce(session_ref, excerpt_ref, respondent, import_id || row_no), held_date) as session
  from clean.qualitative_evidence
),
sat as (
  select session, coalesce(max(participants), nullif(count(distinct respondent), 0), 1) as people
  from told
  group by session
)
select
  row_number() over () as excerpt, t.day, t.session, s.people, t.observed, t.polarity,
  string_split(coalesce(t.behaviours, ''), ';') as shown,
  map {
    'directorate': coalesce(mart.directorate_today(t.directorate, t.day), 'Not recorded'),
    'method': coalesce(t.method, 'Not recorded'),
    'polarity': coalesce(t.polarity, 'Not coded'),
    'side': coalesce(t.side, 'Not recorded')
  } as cuts
from told t
join sat s using (session)
