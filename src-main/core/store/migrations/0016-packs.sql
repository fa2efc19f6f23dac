-- Packs: what people typed for their covers, and of each that was released all that is said of it.
create table pack_front (
  edition varchar not null,
  -- First and last day of the period.
  period_start date not null,
  period_end date not null,
  -- As JSON.
  front json not null,
  set_by varchar not null,
  set_at timestamp not null,
  primary key (edition, period_start, period_end)
);

-- Null, but for the circulation and the number, for packs of before there were releases.
alter table issued_pack add column circulation varchar;
alter table issued_pack add column profile varchar;
alter table issued_pack add column period varchar;
alter table issued_pack add column period_start date;
alter table issued_pack add column period_end date;
alter table issued_pack add column file_name varchar;
-- Counted from 1 for each edition, twin and period.
alter table issued_pack add column issue_no integer;
alter table issued_pack add column manifest_sha256 varchar;
alter table issued_pack add column prepared_by varchar;
-- The pack that it took the place of.
alter table issued_pack add column replaces varchar;
alter table issued_pack add column withdrawn_at timestamp;
alter table issued_pack add column withdrawn_by varchar;
alter table issued_pack add column withdrawn_reason varchar;

update issued_pack set
  circulation = 'public',
  prepared_by = issued_by,
  issue_no = (
    select count(*) from issued_pack earlier
    where earlier.edition = issued_pack.edition
      and (earlier.issued_at, earlier.pack) <= (issued_pack.issued_at, issued_pack.pack)
  );
