-- The first layout of a workspace: what was imported (import, import_problem, rejected_row),
-- typed and pseudonymised rows (clean), and one row per unit and period (mart).
create table setting (
  key varchar primary key,
  value varchar,
  set_by varchar not null,
  set_at timestamp not null
);

create table import (
  import_id varchar primary key,
  kind varchar not null,
  file_name varchar not null,
  sha256 varchar not null,
  bytes bigint not null,
  dialect varchar not null,
  sheet varchar,
  instrument varchar,
  wave date,
  mapping json not null,
  rows_read integer not null,
  rows_accepted integer not null,
  rows_rejected integer not null,
  problem_count integer not null,
  notes json not null,
  imported_at timestamp not null,
  imported_by varchar not null,
  check (rows_read = rows_accepted + rows_rejected)
);

-- Every bad cell. Values of identity columns stand here as pseudonyms.
create table import_problem (
  import_id varchar not null,
  row_no integer not null,
  column_name varchar not null,
  code varchar not null,
  value varchar not null,
  reason varchar not null,
  rejects boolean not null
);

-- A rejected row whole: the mapped cells as text, identity columns pseudonymised.
create table rejected_row (
  import_id varchar not null,
  row_no integer not null,
  cells json not null
);

create schema clean;
create schema mart;

create table clean.incident (
  import_id varchar not null,
  row_no integer not null,
  case_ref varchar not null,
  scheme varchar,
  received_date date,
  received_precision varchar not null,
  acknowledged_date date,
  closed_date date,
  closed_precision varchar,
  -- 'open' or 'closed'
  status varchar not null,
  reporter varchar,
  reporter_role varchar,
  subject varchar,
  subject_role varchar,
  tier varchar,
  category varchar,
  channel varchar,
  stage varchar,
  outcome varchar,
  action varchar,
  seriousness varchar,
  linked_group varchar,
  directorate varchar
);

create table clean.absence_spell (
  import_id varchar not null,
  row_no integer not null,
  person varchar not null,
  directorate varchar,
  grade varchar,
  fte double,
  absence_type varchar,
  reason varchar,
  start_date date not null,
  end_date date,
  working_days_lost double,
  fte_days_lost double
);

create table clean.absence_aggregate (
  import_id varchar not null,
  row_no integer not null,
  period date not null,
  unit varchar,
  reason varchar,
  fte_days_lost double,
  fte_days_lost_state varchar,
  fte_days_available double,
  fte_days_available_state varchar
);

create table clean.workforce_snapshot (
  import_id varchar not null,
  row_no integer not null,
  snapshot_date date not null,
  person varchar,
  directorate varchar,
  grade varchar,
  contract varchar,
  headcount integer not null,
  fte double,
  started_date date
);

create table clean.leaver (
  import_id varchar not null,
  row_no integer not null,
  -- 'leaver' or 'joiner'
  movement varchar not null,
  person varchar,
  directorate varchar,
  grade varchar,
  movement_date date,
  movement_precision varchar not null,
  reason varchar,
  voluntary boolean,
  started_date date
);

create table clean.councillor_term (
  import_id varchar not null,
  row_no integer not null,
  person varchar not null,
  party varchar,
  ward varchar,
  elected_date date,
  term_end date,
  left_date date,
  left_precision varchar,
  cause varchar,
  -- true: left between elections; false: at an election; null: still serving or not said.
  mid_term boolean
);

create table clean.event (
  import_id varchar not null,
  row_no integer not null,
  event_date date not null,
  title varchar not null,
  event_type varchar not null,
  scope varchar
);

-- Surveys: a response is one person's answers in one wave; an answer is one cell.
create table clean.survey_response (
  import_id varchar not null,
  row_no integer not null,
  respondent varchar,
  instrument varchar not null,
  wave date not null,
  directorate varchar,
  grade varchar,
  role varchar,
  party varchar,
  test_response boolean not null
);

create table clean.survey_question (
  import_id varchar not null,
  column_no integer not null,
  instrument varchar not null,
  wave date not null,
  wording varchar not null,
  item varchar,
  style varchar not null,
  -- A recognised answer scale ('agree-5', 'number-1-10' ...); null for plain choices.
  scale varchar,
  -- The line across waves: made from the wording, or set by a person.
  line varchar not null,
  wording_line varchar not null,
  linked_by varchar not null,
  theme varchar,
  reversed boolean not null
);

-- score: the answer on its scale; favourable: on the good side of it; answered: false for
-- "not applicable", "don't know" and "prefer not to say", which leave the base.
create table clean.survey_answer (
  import_id varchar not null,
  row_no integer not null,
  column_no integer not null,
  label varchar not null,
  score double,
  favourable boolean,
  answered boolean not null
);

-- First day of the period a date falls in. Financial years start in April, municipal years in May.
create macro mart.period_start(d, grain) as
  case grain
    when 'month' then date_trunc('month', d)
    when 'quarter' then date_trunc('quarter', d)
    when 'financial-year' then make_date(year(d - interval 3 month), 4, 1)
    when 'municipal-year' then make_date(year(d - interval 4 month), 5, 1)
    when 'wave' then d
    else date '0001-01-01'
  end :: date;

-- Monday-to-Friday days from a to b, both included. Bank holidays are not taken out.
create macro mart.weekdays(a, b) as
  case when b < a then 0
  else
    5 * ((datediff('day', date '1900-01-01', b + 1)) // 7)
      + least(5, (datediff('day', date '1900-01-01', b + 1)) % 7)
    - 5 * ((datediff('day', date '1900-01-01', a)) // 7)
      - least(5, (datediff('day', date '1900-01-01', a)) % 7)
  end;

-- One row per case, however many rows of the log speak of it.
create view mart.incident_case as
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
  list(distinct subject) filter (subject is not null) as subjects
from clean.incident
group by case_ref;

-- One row per case and allegation.
create view mart.incident_allegation as
select distinct case_ref, trim(allegation.value) as category
from clean.incident, unnest(string_split(category, ';')) as allegation(value)
where category is not null and trim(allegation.value) <> '';

-- Days lost by month: a spell that crosses a month end is shared by working days.
-- term: 'Short term' up to 28 calendar days, 'Long term' above.
create table mart.absence_month (
  import_id varchar not null,
  month date not null,
  directorate varchar,
  grade varchar,
  reason varchar,
  term varchar not null,
  -- Exact, so that a sum does not depend on the order of adding.
  fte_days_lost decimal(18, 6) not null,
  -- Spells that touch the month; a spell of three months counts in each.
  spells integer not null
);

-- Published aggregates: where two imports give the same period, unit and reason, the later one counts.
create view mart.absence_aggregate as
select a.*
from clean.absence_aggregate a
join import i using (import_id)
qualify row_number() over (
  partition by a.period, a.unit, a.reason order by i.imported_at desc, i.import_id desc, a.row_no desc
) = 1;

-- Headcount and FTE at each snapshot date.
create view mart.workforce as
select snapshot_date, directorate, grade, sum(headcount) as headcount, sum(fte) as fte
from clean.workforce_snapshot
group by all;
