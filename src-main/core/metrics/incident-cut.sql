-- The opening of every incident statement: one row a case and value of the dimensions asked for (several
-- where a dimension has several values of one case), from what is drawn of the log once for each change.
with cut as (
  select
    told.*,
    case when $cut1::varchar is not null then coalesce(w1.value, one[list_position(dimensions, $cut1)], 'Not recorded') end as cut1,
    case when $cut2::varchar is not null then coalesce(w2.value, one[list_position(dimensions, $cut2)], 'Not recorded') end as cut2,
    case when $cut3::varchar is not null then coalesce(w3.value, one[list_position(dimensions, $cut3)], 'Not recorded') end as cut3
  from incident_told told
  cross join (
    select [
      'channel', 'directorate', 'measures', 'outcome', 'reporter-role', 'resolution',
      'scheme', 'seriousness', 'skip-level', 'stage', 'subject-role', 'tier'
    ] as dimensions
  ) as named
  left join incident_word as w1 on w1.dimension = $cut1 and w1.case_ref = told.case_ref
  left join incident_word as w2 on w2.dimension = $cut2 and w2.case_ref = told.case_ref
  left join incident_word as w3 on w3.dimension = $cut3 and w3.case_ref = told.case_ref
  where $scheme::varchar is null or coalesce(told.scheme, 'Not recorded') = $scheme
)
