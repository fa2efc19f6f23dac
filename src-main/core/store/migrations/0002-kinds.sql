-- The other kinds of data: survey aggregates, appraisals, qualitative evidence, positive examples, training,
-- actions; and the fields of an incident that sections IV, VII and VIII of the Protocol ask for.
alter table clean.incident add column occurred_date date;
alter table clean.incident add column occurred_precision varchar;
alter table clean.incident add column sanction varchar;
alter table clean.incident add column support varchar;
alter table clean.incident add column decision_makers varchar;
alter table clean.incident add column behaviours varchar;
alter table clean.incident add column principles varchar;
alter table clean.incident add column seniority_gap varchar;
alter table clean.incident add column route_check varchar;
alter table clean.incident add column formal_route varchar;
alter table clean.incident add column skip_level boolean;
alter table clean.incident add column escalation_agreed boolean;
-- True for a matter that went to safeguarding or the police: it stays here and leaves everything that figures read.
alter table clean.incident add column safeguarding boolean;

create table clean.survey_aggregate (
  import_id varchar not null,
  row_no integer not null,
  instrument varchar not null,
  period varchar,
  period_start date,
  theme varchar,
  question_ref varchar,
  question varchar not null,
  group_by varchar,
  group_name varchar,
  answer varchar,
  -- 0 to 100, whatever the file's own scale is.
  percent double,
  percent_state varchar,
  base double,
  base_state varchar
);

create table clean.appraisal (
  import_id varchar not null,
  row_no integer not null,
  person varchar not null,
  cycle varchar,
  cycle_start date,
  stage varchar,
  directorate varchar,
  grade varchar,
  tier varchar,
  due_date date,
  done_date date,
  signed_date date,
  -- 'done', 'not done' or 'not due'
  status varchar not null,
  behaviours varchar,
  -- Null where the appraisal was not done or not rated: that is not a low rating.
  rating varchar
);

create table clean.qualitative_evidence (
  import_id varchar not null,
  row_no integer not null,
  method varchar,
  held_date date,
  held_precision varchar,
  session_ref varchar,
  excerpt_ref varchar,
  respondent varchar,
  side varchar,
  directorate varchar,
  item varchar,
  observed varchar,
  -- Joined with ';'. Null: uncoded, which is not a code.
  themes varchar,
  behaviours varchar,
  polarity varchar,
  convenor_role varchar,
  participants double,
  participants_state varchar
);

create table clean.positive_example (
  import_id varchar not null,
  row_no integer not null,
  example_ref varchar,
  -- True: a directorate said that it had none in the period.
  nil_return boolean not null,
  example_type varchar,
  occurred_date date,
  occurred_precision varchar,
  period varchar,
  period_start date,
  directorate varchar,
  side varchar,
  proposed_by_role varchar,
  assistant_director_date date,
  monitoring_officer_date date,
  reported_date date,
  behaviours varchar,
  principles varchar
);

create table clean.training (
  import_id varchar not null,
  row_no integer not null,
  -- Null in a row of totals.
  person varchar,
  side varchar,
  role varchar,
  directorate varchar,
  course varchar,
  training_kind varchar not null,
  period varchar,
  period_start date,
  started_date date,
  due_date date,
  booked_date date,
  done_date date,
  status varchar not null,
  outcome_linked boolean,
  invited double,
  invited_state varchar,
  attended double,
  attended_state varchar
);

create table clean.action (
  import_id varchar not null,
  row_no integer not null,
  action_ref varchar,
  source varchar,
  directorate varchar,
  behaviours varchar,
  owner_role varchar,
  raised_date date,
  due_date date,
  done_date date,
  recheck_date date,
  recheck_result varchar,
  -- 'open', 'done' or 'dropped'
  status varchar not null
);

-- What figures may read of the incident log: no row of a case that any row marks for safeguarding.
create view mart.incident as
select *
from clean.incident
where case_ref not in (select case_ref from clean.incident where safeguarding);

create or replace view mart.incident_case as
select
  case_ref,
  min(import_id) as import_id,
  arg_min(scheme, row_no) as scheme,
  min(received_date) as received_date,
  arg_min(received_precision, received_date) as received_precision,
  min(acknowledged_date) as acknowledged_date,
  case when count(*) filter (status = 'open') > 0 then 'open' else 'closed' end as status,
  -- Null while open; also null for a closed case whose day of closing is not known.
  case when count(*) filter (status = 'open') > 0 then null else max(closed_date) filter (closed_precision = 'day') end as closed_date,
  arg_min(reporter_role, row_no) as reporter_role,
  arg_min(subject_role, row_no) as subject_role,
  arg_min(tier, row_no) as tier,
  arg_min(channel, row_no) as channel,
  arg_max(stage, row_no) as stage,
  arg_max(outcome, row_no) as outcome,
  arg_min(action, row_no) as action,
  max(seriousness) as seriousness,
  arg_min(linked_group, row_no) as linked_group,
  arg_min(directorate, row_no) as directorate,
  list(distinct subject) filter (subject is not null) as subjects,
  min(occurred_date) as occurred_date,
  arg_min(occurred_precision, occurred_date) as occurred_precision,
  arg_min(sanction, row_no) as sanction,
  arg_min(support, row_no) as support,
  arg_min(decision_makers, row_no) as decision_makers,
  arg_min(seniority_gap, row_no) as seniority_gap,
  arg_min(route_check, row_no) as route_check,
  arg_min(formal_route, row_no) as formal_route,
  bool_or(skip_level) as skip_level,
  bool_or(escalation_agreed) as escalation_agreed
from mart.incident
group by case_ref;

create or replace view mart.incident_allegation as
select distinct case_ref, trim(allegation.value) as category
from mart.incident, unnest(string_split(category, ';')) as allegation(value)
where category is not null and trim(allegation.value) <> '';

-- Where two imports give the same question, group and answer of a period, the later one counts.
create view mart.survey_aggregate as
select a.*
from clean.survey_aggregate a
join import i using (import_id)
qualify row_number() over (
  partition by a.instrument, coalesce(a.period_start::varchar, a.period), a.question, a.group_by, a.group_name, a.answer
  order by i.imported_at desc, i.import_id desc, a.row_no desc
) = 1;

-- One row a person, cycle and stage: what the later import says of it.
create view mart.appraisal as
select a.*
from clean.appraisal a
join import i using (import_id)
qualify row_number() over (
  partition by a.person, coalesce(a.cycle, a.due_date::varchar), a.stage
  order by i.imported_at desc, i.import_id desc, a.row_no desc
) = 1;

-- One row an excerpt (or observation) and theme.
create view mart.evidence_theme as
select distinct e.import_id, e.row_no, theme.value as theme, e.polarity
from clean.qualitative_evidence e, unnest(string_split(e.themes, ';')) as theme(value)
where theme.value <> '';

-- Which of the Protocol's behaviours a row speaks of, wherever it comes from. Rows of several kinds are
-- shown beside one another; adding them up would say nothing.
create view mart.behaviour_mention as
select source, import_id, row_no, behaviour.value as behaviour, polarity, mentioned_date
from (
  select 'incident' as source, import_id, row_no, behaviours, 'Concern' as polarity, received_date as mentioned_date
  from mart.incident
  union all
  select 'qualitative-evidence', import_id, row_no, behaviours, polarity, held_date
  from clean.qualitative_evidence
  where observed is null or observed = 'Seen'
  union all
  select
    'positive-example', import_id, row_no, behaviours, 'Strength',
    coalesce(occurred_date, monitoring_officer_date, assistant_director_date, period_start)
  from clean.positive_example
) mentioned, unnest(string_split(mentioned.behaviours, ';')) as behaviour(value)
where behaviour.value <> '';
