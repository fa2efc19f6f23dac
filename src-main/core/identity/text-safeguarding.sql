-- Rows of a case that any row marks for safeguarding: they are nobody's to read here.
select row_no
from clean.incident
where import_id = $import_id and case_ref in (select case_ref from clean.incident where safeguarding);
