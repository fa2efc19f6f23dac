insert into text_log values ($at::timestamp, $by, $act, $import_id, $field, $rows::json);
