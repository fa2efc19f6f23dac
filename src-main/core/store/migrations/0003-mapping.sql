-- How columns were matched, kept by name; what an import covers and was read with; imports that were undone.
create table saved_mapping (
  id varchar primary key,
  name varchar not null,
  kind varchar not null,
  -- Of the kind and the headings, without regard to case, blanks and order.
  fingerprint varchar not null,
  headings json not null,
  mapping json not null,
  -- For surveys: the instrument its files belong to.
  instrument varchar,
  saved_by varchar not null,
  saved_at timestamp not null
);

alter table import add column covers_from date;
alter table import add column covers_to date;
alter table import add column header_rows integer;
alter table import add column saved_mapping varchar;

-- An import that was taken back leaves this line, so that the history stays true.
create table undone_import (
  import_id varchar not null,
  kind varchar not null,
  file_name varchar not null,
  sha256 varchar not null,
  bytes bigint not null,
  rows_read integer not null,
  rows_accepted integer not null,
  rows_rejected integer not null,
  imported_at timestamp not null,
  imported_by varchar not null,
  undone_at timestamp not null,
  undone_by varchar not null,
  -- The import that took its place, where one did.
  replaced_by varchar
);

-- Who says how a question is worded: 'wording' (the program) or 'person'.
alter table clean.survey_question add column reversed_by varchar default 'wording';
