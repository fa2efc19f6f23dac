-- The opening of every statement on qualitative evidence: one row an excerpt or observation with its session
-- and how many took part in it; where that is not told, those who are told apart, and at least one.
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
),
cut as (
  select
    row_number() over () as excerpt, t.day, t.session, s.people, t.observed, t.behaviours, t.polarity,
    map {
      'directorate': coalesce(mart.directorate_today(t.directorate, t.day), 'Not recorded'),
      'method': coalesce(t.method, 'Not recorded'),
      'polarity': coalesce(t.polarity, 'Not coded'),
      'side': coalesce(t.side, 'Not recorded')
    } as cuts
  from told t
  join sat s using (session)
),
placed as (
  select * from cut
  where ($grain = 'all' or day is not null)
    and ($from::date is null or day >= $from::date)
    and ($to::date is null or day <= $to::date)
),
divided as (
  select excerpt, day, session, people, observed, polarity, map_concat(cuts, map {'behaviour': coalesce(name, 'Not coded')}) as cuts
  from placed
  left join (select unnest(from_json($behaviours::json, '["VARCHAR"]')) as name) as behaviour
    on $by_behaviour and list_contains(string_split(coalesce(placed.behaviours, ''), ';'), behaviour.name)
)
