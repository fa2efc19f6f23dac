-- The year's judgement for the Annual Governance Statement: three answers, evidence for and against, sign-offs.
-- Rows are added and never changed. They name roles; the user's name is in `decision` alone.
create table judgement_answer (
  -- A financial year: '2024/25'
  year varchar not null,
  -- 'use', 'strength' or 'effectiveness'
  question varchar not null,
  version integer not null,
  words varchar not null,
  -- 'low', 'moderate' or 'high'
  confidence varchar not null,
  confidence_reason varchar not null,
  -- Why there is no evidence for it, and against it; null where there is some.
  none_for varchar,
  none_against varchar,
  -- Why it took the place of the version before; null of the first.
  reason varchar,
  -- Ids of the evidence that stood then.
  evidence json not null,
  role varchar not null,
  said_at timestamp not null,
  primary key (year, question, version)
);

create table judgement_evidence (
  evidence_id varchar primary key,
  year varchar not null,
  question varchar not null,
  -- 'for' or 'against'
  side varchar not null,
  words varchar not null,
  -- 'direct', 'indirect', 'single-account' or 'absent'
  strength varchar not null,
  evidence_date date not null,
  -- What was asked of a figure, and what it said then; null without one.
  figure json,
  said json,
  role varchar not null,
  added_at timestamp not null
);

create table judgement_withdrawal (
  evidence_id varchar primary key,
  reason varchar not null,
  role varchar not null,
  withdrawn_at timestamp not null
);

create table judgement_sign_off (
  sign_off_id varchar primary key,
  year varchar not null,
  -- 'monitoring-officer', 'standards', 'audit' or 'council'
  stage varchar not null,
  decided_on date not null,
  reference varchar not null,
  note varchar,
  -- The version of each answer that it covers.
  covers json not null,
  role varchar not null,
  signed_at timestamp not null
);
