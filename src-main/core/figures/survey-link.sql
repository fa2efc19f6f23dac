update clean.survey_question
set line = $line, linked_by = case when $line = wording_line then 'wording' else 'person' end
where import_id = $import_id and column_no = $column_no
