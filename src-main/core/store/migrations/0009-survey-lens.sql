-- What people said of survey questions by their line: the behaviours of the Protocol they ask about and the step
-- of awareness they measure; and whom a survey asks.
create table survey_behaviour (
  line varchar not null,
  -- One row a behaviour; null: a person said that it asks about none of the seven.
  behaviour varchar,
  set_by varchar not null,
  set_at timestamp not null
);

create table survey_step (
  line varchar primary key,
  -- A step of the awareness funnel; null: a person said that it is none.
  step varchar,
  set_by varchar not null,
  set_at timestamp not null
);

create table survey_side (
  instrument varchar primary key,
  -- 'officers' or 'councillors'
  side varchar not null,
  set_by varchar not null,
  set_at timestamp not null
);
