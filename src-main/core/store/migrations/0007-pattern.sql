-- The cumulative rule of section VIII: what the Monitoring Officer set, what was decided of flags (sealed to the
-- officer's key), and the count that the officer released for packs. Which people are flagged stands nowhere.
create table pattern_rule (
  set_at timestamp not null,
  set_by varchar not null,
  interventions integer not null,
  months integer not null,
  -- Where the rule was minuted, in words.
  minuted varchar not null
);

-- Whom a decision is about, what it is and why are inside `sealed`; only the officer's passphrase opens it.
create table pattern_decision (
  decision_id varchar primary key,
  decided_at timestamp not null,
  decided_by varchar not null,
  ephemeral varchar not null,
  nonce varchar not null,
  sealed varchar not null
);

-- At most one row: the last count that the officer released.
create table pattern_published (
  published_at timestamp not null,
  published_by varchar not null,
  interventions integer not null,
  months integer not null,
  -- '0', a number from the smallest count shown up, or words such as '1 to 4: not shown'
  shown varchar not null
);

-- The register of contact restrictions: each line is what was said of one, the latest of an id holds. Whom it is
-- about, with whom contact is restricted, until when and under which power are inside `sealed`.
create table contact_restriction (
  restriction_id varchar not null,
  set_at timestamp not null,
  set_by varchar not null,
  ephemeral varchar not null,
  nonce varchar not null,
  sealed varchar not null
);
