-- What a survey's answers come to, counted once when they are imported: figures add these up and read no answer.
-- The makers' tests are in none of them.
create table mart.survey_group (
  import_id varchar not null,
  -- The people of an import who gave the same directorate, grade, role and party.
  group_no integer not null,
  instrument varchar not null,
  wave date not null,
  directorate varchar,
  grade varchar,
  role varchar,
  party varchar,
  responses integer not null
);

create table mart.survey_tally (
  import_id varchar not null,
  group_no integer not null,
  answer_no integer not null,
  answers integer not null
);

-- How many people of a group gave a question an answer that counts.
create table mart.survey_people (
  import_id varchar not null,
  group_no integer not null,
  column_no integer not null,
  people integer not null
);

-- How many people of a group answered the same questions: one bit a question with a scale, in the order of
-- their columns. A pattern may stand in several rows.
create table mart.survey_pattern (
  import_id varchar not null,
  group_no integer not null,
  answered bit not null,
  responses integer not null
);
