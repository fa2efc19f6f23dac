-- The opening of every statement on qualitative evidence: what is drawn of it once for each change, and where it is
-- cut by behaviour, one row for each behaviour it shows.
with divided as (
  select
    excerpt, day, session, people, observed, polarity,
    case when $by_behaviour then map_concat(cuts, map {'behaviour': coalesce(name, 'Not coded')}) else cuts end as cuts
  from evidence_told
  left join (select unnest(from_json($behaviours::json, '["VARCHAR"]')) as name) as behaviour
    on $by_behaviour and list_contains(shown, behaviour.name)
  where ($grain = 'all' or day is not null)
    and ($from::date is null or day >= $from::date)
    and ($to::date is null or day <= $to::date)
)
