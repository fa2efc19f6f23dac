update clean.survey_answer
set score = $ends - score, favourable = ($ends - score) >= $favourable_from
where import_id = $import_id and column_no = $column_no and score is not null;

update clean.survey_question
set reversed = not reversed
where import_id = $import_id and column_no = $column_no
