-- A record of training tells of the day of the training, never of the day its person took up the role.
-- One row a row of any kind, with what data health asks of it: the day it tells of, and a key that two rows
-- of one kind share only where they tell of the same thing (null where nothing names the thing). A case that
-- went to safeguarding is not there, and neither are survey makers' tests.
create or replace view mart.source_row as
select 'incident' as kind, null::varchar as instrument, import_id, received_date as day,
  hash(case_ref, reporter, subject, category, received_date) as same_key
from mart.incident
union all
select 'absence-spell', null, import_id, start_date, hash(person, start_date, directorate, grade)
from clean.absence_spell
union all
select 'absence-aggregate', null, import_id, period, hash(period, unit, reason)
from clean.absence_aggregate
union all
select 'workforce-snapshot', null, import_id, snapshot_date, hash(snapshot_date, person, directorate, grade, contract)
from clean.workforce_snapshot
union all
select 'leaver', null, import_id, movement_date,
  case when person is not null then hash(movement, person, movement_date) end
from clean.leaver
union all
select 'councillor-term', null, import_id, coalesce(left_date, elected_date), hash(person, elected_date, party, left_date)
from clean.councillor_term
union all
select 'event', null, import_id, event_date, hash(event_date, lower(title))
from clean.event
union all
select 'survey-response', instrument, import_id, wave,
  case when respondent is not null then hash(wave, respondent) end
from clean.survey_response
where not test_response
union all
select 'survey-aggregate', instrument, import_id, period_start,
  hash(coalesce(period_start::varchar, period), question, group_by, group_name, answer)
from clean.survey_aggregate
union all
select 'appraisal', null, import_id, coalesce(done_date, due_date, cycle_start), hash(person, cycle, due_date, stage)
from clean.appraisal
union all
-- A sheet of what an observer looked for says so by its columns.
select 'qualitative-evidence', coalesce(method, case when observed is not null then 'Observation' end), import_id, held_date,
  case when coalesce(excerpt_ref, item) is not null
    then hash(method, held_date, session_ref, excerpt_ref, item, respondent) end
from clean.qualitative_evidence
union all
select 'positive-example', null, import_id,
  coalesce(occurred_date, monitoring_officer_date, assistant_director_date, period_start),
  case when example_ref is not null then hash(example_ref) end
from clean.positive_example
union all
select 'training', null, import_id, coalesce(done_date, due_date, booked_date, period_start),
  case when person is not null then hash(person, course, started_date, done_date, period_start) end
from clean.training
union all
select 'action', null, import_id, coalesce(raised_date, due_date),
  case when action_ref is not null then hash(action_ref) end
from clean.action;
