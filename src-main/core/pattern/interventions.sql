-- One row a person and case in which something informal and nothing formal was done. A case that went to
-- safeguarding is not in mart.incident.
with words as materialized (
  select
    $informal::json::varchar[] as informal,
    $formal::json::varchar[] as formal,
    $nothing::json::varchar[] as nothing
),
told as (
  select
    *,
    list_transform(
      string_split(concat_ws(';', outcome, action, sanction, support), ';'), lambda word: trim(word)) as measures
  from mart.incident
  where subject is not null
),
-- Of the many rows only those of cases in which something informal was done are looked at further.
chosen as (
  select distinct subject, case_ref from told, words where list_has_any(measures, informal)
)
select
  subject as pseudonym,
  case_ref as "case",
  mode(subject_role) as role,
  coalesce(min(closed_date), min(received_date)) as date,
  case when min(closed_date) is null then 'received' else 'closed' end as "dateOf",
  list_sort(list_distinct(flatten(list(list_intersect(measures, informal))))) as measures,
  string_agg(distinct decision_makers, '; ' order by decision_makers) as "givenBy",
  list(distinct linked_group) filter (linked_group is not null) as links
from told
join chosen using (subject, case_ref)
cross join words
group by subject, case_ref
having not bool_or(list_has_any(measures, formal))
  and not coalesce(bool_or(list_contains(nothing, outcome)), false)
  and coalesce(min(closed_date), min(received_date)) is not null
order by subject, date, case_ref;
