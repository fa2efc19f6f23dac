update clean.survey_label
set score = $ends - score, favourable = ($ends - score) >= $favourable_from
where import_id = $import_id and column_no = $column_no and score is not null;

update clean.survey_question
set reversed = not reversed, reversed_by = 'person'
where import_id = $import_id and column_no = $column_no
