-- Who set which setting when, and what packs that left the house have told.
create table setting_change (
  key varchar not null,
  -- JSON, as in setting; null for the first value.
  previous varchar,
  value varchar,
  set_by varchar not null,
  set_at timestamp not null
);

create table issued_pack (
  pack varchar primary key,
  edition varchar not null,
  title varchar not null,
  sha256 varchar not null,
  issued_at timestamp not null,
  issued_by varchar not null
);

-- Every group's number that an issued pack shows: of which population (metric, choices, cuts, grain),
-- in which cell (period and group), how many people or cases it rests on.
create table issued_cell (
  pack varchar not null,
  population varchar not null,
  cell varchar not null,
  quantity double not null
);
