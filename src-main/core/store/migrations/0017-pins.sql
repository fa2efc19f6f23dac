-- Figures that somebody keeps for the packs, in their order, each with what was said of it.
create table pin (
  pin_id varchar primary key,
  -- Counted from 1.
  place integer not null,
  -- The figure that is asked for, as JSON.
  request varchar not null,
  -- 'control', 'wave', 'bars' or 'matrix': how it was drawn where it was pinned.
  kind varchar not null,
  title varchar not null,
  note varchar,
  -- The post of whoever wrote the note.
  note_role varchar,
  noted_at timestamp,
  pinned_by varchar not null,
  pinned_at timestamp not null
);
