insert into import by name
select
  $import_id as import_id, $kind as kind, $file_name as file_name, $sha256 as sha256, $bytes::bigint as bytes,
  $dialect as dialect, $sheet::varchar as sheet, $instrument::varchar as instrument, $wave::date as wave,
  $mapping::json as mapping, $rows_read::integer as rows_read, $rows_accepted::integer as rows_accepted,
  $rows_rejected::integer as rows_rejected, $problem_count::integer as problem_count, $notes::json as notes,
  $imported_at::timestamp as imported_at, $imported_by as imported_by;

insert into import_problem by name
select $import_id as import_id, staged.* replace (coalesce(value, '') as value, coalesce(column_name, '') as column_name)
from read_csv($problems, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', strict_mode = true,
  columns = {'row_no': 'INTEGER', 'column_name': 'VARCHAR', 'code': 'VARCHAR', 'value': 'VARCHAR', 'reason': 'VARCHAR', 'rejects': 'BOOLEAN'}) as staged;

insert into rejected_row by name
select $import_id as import_id, staged.*
from read_csv($rejects, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', strict_mode = true,
  columns = {'row_no': 'INTEGER', 'cells': 'JSON'}) as staged;
