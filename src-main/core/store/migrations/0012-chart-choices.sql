-- What people chose of how a figure's control chart is judged: the rules where tools differ, a target, and the
-- days from which limits are set anew. Every change is a line of `decision`, with its reason.
create table chart_judging (
  metric varchar primary key,
  screening boolean not null,
  -- '2023' or 'older'
  two_of_three varchar not null,
  -- 6 or 7
  run_length integer not null,
  set_by varchar not null,
  set_at timestamp not null
);

create table chart_target (
  metric varchar primary key,
  -- In the unit of the figure.
  target double not null,
  reason varchar not null,
  set_by varchar not null,
  set_at timestamp not null
);

create table chart_rebase (
  metric varchar not null,
  -- The first period that begins on or after it starts a new phase.
  rebase_date date not null,
  reason varchar not null,
  set_by varchar not null,
  set_at timestamp not null,
  primary key (metric, rebase_date)
);
