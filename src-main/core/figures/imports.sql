-- The imports a figure rests on: those of its kinds and, for a survey, of its instrument.
select import_id as "importId", file_name as file, sha256, kind, rows_accepted as rows
from import
where list_contains(from_json($kinds::json, '["VARCHAR"]'), kind)
  and ($instrument::varchar is null or instrument is null or instrument = $instrument)
order by imported_at, import_id
