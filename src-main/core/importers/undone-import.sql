insert into undone_import by name
select
  import_id, kind, file_name, sha256, bytes, rows_read, rows_accepted, rows_rejected, imported_at, imported_by,
  $at::timestamp as undone_at, $by as undone_by, $replaced_by::varchar as replaced_by
from import
where import_id = $import_id;
