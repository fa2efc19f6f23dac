-- How many rows of each source have each column filled. A column that no row of a kind fills is told, too.
select kind, instrument, field, filled::integer as filled, total::integer as total
from (
  from (
    unpivot (select 'incident' as kind, null::varchar as instrument, count(*) as total, count(columns(* exclude (import_id, row_no))) from mart.incident)
    on columns(* exclude (kind, instrument, total)) into name field value filled
  )
  union all by name
  from (
    unpivot (select 'absence-spell' as kind, null::varchar as instrument, count(*) as total, count(columns(* exclude (import_id, row_no))) from clean.absence_spell)
    on columns(* exclude (kind, instrument, total)) into name field value filled
  )
  union all by name
  from (
    unpivot (select 'absence-aggregate' as kind, null::varchar as instrument, count(*) as total, count(columns(* exclude (import_id, row_no))) from clean.absence_aggregate)
    on columns(* exclude (kind, instrument, total)) into name field value filled
  )
  union all by name
  from (
    unpivot (select 'workforce-snapshot' as kind, null::varchar as instrument, count(*) as total, count(columns(* exclude (import_id, row_no))) from clean.workforce_snapshot)
    on columns(* exclude (kind, instrument, total)) into name field value filled
  )
  union all by name
  from (
    unpivot (select 'leaver' as kind, null::varchar as instrument, count(*) as total, count(columns(* exclude (import_id, row_no))) from clean.leaver)
    on columns(* exclude (kind, instrument, total)) into name field value filled
  )
  union all by name
  from (
    unpivot (select 'councillor-term' as kind, null::varchar as instrument, count(*) as total, count(columns(* exclude (import_id, row_no))) from clean.councillor_term)
    on columns(* exclude (kind, instrument, total)) into name field value filled
  )
  union all by name
  from (
    unpivot (select 'event' as kind, null::varchar as instrument, count(*) as total, count(columns(* exclude (import_id, row_no))) from clean.event)
    on columns(* exclude (kind, instrument, total)) into name field value filled
  )
  union all by name
  from (
    unpivot (
      select 'survey-aggregate' as kind, instrument, count(*) as total, count(columns(* exclude (import_id, row_no, instrument)))
      from clean.survey_aggregate group by instrument
    )
    on columns(* exclude (kind, instrument, total)) into name field value filled
  )
  union all by name
  from (
    unpivot (select 'appraisal' as kind, null::varchar as instrument, count(*) as total, count(columns(* exclude (import_id, row_no))) from clean.appraisal)
    on columns(* exclude (kind, instrument, total)) into name field value filled
  )
  union all by name
  from (
    unpivot (select 'positive-example' as kind, null::varchar as instrument, count(*) as total, count(columns(* exclude (import_id, row_no))) from clean.positive_example)
    on columns(* exclude (kind, instrument, total)) into name field value filled
  )
  union all by name
  from (
    unpivot (select 'training' as kind, null::varchar as instrument, count(*) as total, count(columns(* exclude (import_id, row_no))) from clean.training)
    on columns(* exclude (kind, instrument, total)) into name field value filled
  )
  union all by name
  from (
    unpivot (select 'action' as kind, null::varchar as instrument, count(*) as total, count(columns(* exclude (import_id, row_no))) from clean.action)
    on columns(* exclude (kind, instrument, total)) into name field value filled
  )
  union all by name
  from (
    unpivot (
      select 'qualitative-evidence' as kind, coalesce(method, case when observed is not null then 'Observation' end) as instrument,
        count(*) as total, count(columns(* exclude (import_id, row_no, method)))
      from clean.qualitative_evidence group by 2
    )
    on columns(* exclude (kind, instrument, total)) into name field value filled
  )
  union all by name
  from (
    unpivot (
      select 'survey-response' as kind, instrument as instrument, count(*) as total, count(columns(* exclude (import_id, row_no, instrument)))
      from clean.survey_response where not test_response group by instrument
    )
    on columns(* exclude (kind, instrument, total)) into name field value filled
  )
) as told
where total > 0
order by all
