select
  h.block_no, h.field, h.first_row, h.last_row, h.texts,
  (
    select count(*)
    from clean.released_text r
    where r.import_id = h.import_id and r.field = h.field and r.row_no between h.first_row and h.last_row
  )::integer as decided
from clean.held_text h
where h.import_id = $import_id and h.field = $field
order by h.first_row;
