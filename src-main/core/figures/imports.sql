-- The imports that stand, in the order they came: one reading answers for every figure.
select import_id as "importId", file_name as file, sha256, kind, rows_accepted as rows, instrument
from import
order by imported_at, import_id
