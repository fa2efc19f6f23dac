-- A file that names no survey is called after itself; one whose numbers are all within 1 holds fractions.
update clean.survey_aggregate
set instrument = regexp_replace($file_name, '\.[^.]*$', '')
where import_id = $import_id and instrument = '';

update clean.survey_aggregate
set percent = round(percent * 100, 6)
where import_id = $import_id
  and (select max(abs(percent)) <= 1 from clean.survey_aggregate where import_id = $import_id);
