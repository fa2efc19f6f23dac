select row_no, text, status, reason
from clean.released_text
where import_id = $import_id and field = $field and row_no between $first_row::integer and $last_row::integer;
