-- What people have settled about the data, and who and when: directorates across reorganisations, breaks in
-- a series, the mechanisms of the Protocol's section VII. And the denominators at a date that rest on it.
create table decision (
  decided_at timestamp not null,
  decided_by varchar not null,
  -- 'crosswalk', 'break' or 'mechanism'
  subject varchar not null,
  subject_id varchar not null,
  -- 'set' or 'removed'
  action varchar not null,
  -- What was settled, in words.
  detail varchar not null
);

-- From the effective date on, the old directorate is the new one, whole.
create table directorate_crosswalk (
  old_name varchar not null,
  new_name varchar not null,
  effective_date date not null,
  set_by varchar not null,
  set_at timestamp not null
);

create table series_break (
  break_id varchar primary key,
  break_date date not null,
  title varchar not null,
  reason varchar not null,
  -- Lists of ids: the figures named, and those that rest on the kinds named.
  kinds json not null,
  metrics json not null,
  set_by varchar not null,
  set_at timestamp not null
);

create table mechanism (
  mechanism varchar primary key,
  -- 'yes', 'partly' or 'not-yet'
  in_place varchar not null,
  owner_role varchar,
  cadence_months integer,
  set_by varchar not null,
  set_at timestamp not null
);

-- The crosswalk worked out: what a name stands for today where a row is dated from from_date to the day
-- before before_date. Written whenever the crosswalk changes.
create table mart.directorate_line (
  name_key varchar not null,
  from_date date not null,
  before_date date not null,
  today varchar not null
);

-- A directorate's name without regard to capitals and blanks.
create macro mart.directorate_key(name) as lower(trim(regexp_replace(name, '[\s\x{00A0}]+', ' ', 'g')));

-- The name in today's structure of a directorate that a row dated d carries. A row without a date is taken
-- as old. What is stored stays as it was at its date.
create macro mart.directorate_today(name, d) as coalesce(
  (
    select line.today
    from mart.directorate_line line
    where line.name_key = mart.directorate_key(name)
      and coalesce(d, date '0001-01-01') >= line.from_date
      and coalesce(d, date '0001-01-01') < line.before_date
  ),
  name
);

-- Headcount and FTE at each snapshot date, in today's structure. Where a date has rows of people and, from
-- another import, totals of units, the people count and the totals do not.
create or replace view mart.workforce as
with told as (
  select *, bool_or(person is not null) over (partition by snapshot_date, import_id) as of_people
  from clean.workforce_snapshot
),
chosen as (
  select * from told
  qualify of_people = bool_or(of_people) over (partition by snapshot_date)
)
select
  snapshot_date, mart.directorate_today(directorate, snapshot_date) as directorate, grade,
  sum(headcount) as headcount, sum(fte) as fte
from chosen
group by all;

-- What a councillor holds (Leader, Cabinet member ...), where the file tells it.
alter table clean.councillor_term add column role varchar;

-- Councillors in office: one row a person and term, from the day elected to the day before to_date (null:
-- no end is known). A term told by several imports is as the latest one tells it.
create view mart.councillor_service as
select
  t.person, t.party, t.ward, t.role, t.elected_date as from_date, coalesce(t.left_date, t.term_end) as to_date
from clean.councillor_term t
left join import i using (import_id)
where t.elected_date is not null
qualify row_number() over (
  partition by t.person, t.elected_date, t.party order by i.imported_at desc nulls last, t.row_no desc
) = 1;

-- One row a row of any kind, with what data health asks of it: the day it tells of, and a key that two rows
-- of one kind share only where they tell of the same thing (null where nothing names the thing). A case that
-- went to safeguarding is not there, and neither are survey makers' tests.
create view mart.source_row as
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
select 'training', null, import_id, coalesce(done_date, started_date, booked_date, period_start),
  case when person is not null then hash(person, course, started_date, done_date, period_start) end
from clean.training
union all
select 'action', null, import_id, coalesce(raised_date, due_date),
  case when action_ref is not null then hash(action_ref) end
from clean.action;
