-- Comments and notes: sealed until a person has released them. Nothing of a held text stands here in clear
-- but its column, its row and how many findings of each kind there are.
create table clean.held_text (
  import_id varchar not null,
  block_no integer not null,
  field varchar not null,
  label varchar not null,
  first_row integer not null,
  last_row integer not null,
  texts integer not null,
  found json not null,
  nonce blob not null,
  sealed blob not null
);

-- Titles that one person holds in a staff list, sealed: screening looks for them in texts.
create table clean.held_post (
  import_id varchar not null,
  posts integer not null,
  nonce blob not null,
  sealed blob not null
);

-- What a person decided on a text. The text stands here as it was released; for 'never' it does not.
create table clean.released_text (
  import_id varchar not null,
  row_no integer not null,
  field varchar not null,
  text varchar,
  redactions integer not null,
  -- 'never', 'exempt' or 'public'
  status varchar not null,
  reason varchar not null,
  released_by varchar not null,
  released_at timestamp not null
);

-- Who read held texts, or decided on them, when and which rows; never a text. It outlives its import.
create table text_log (
  logged_at timestamp not null,
  logged_by varchar not null,
  -- 'review', 'release' or 'withdraw'
  act varchar not null,
  import_id varchar not null,
  field varchar not null,
  row_nos json not null
);
