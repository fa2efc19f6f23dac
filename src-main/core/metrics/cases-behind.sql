-- The rows of the log that speak of the cases that one number counts. Follows incident-cut.sql.
, counted as (
  select distinct case_ref
  from cut
  where ($value1::varchar is null or cut1 = $value1)
    and ($value2::varchar is null or cut2 = $value2)
    and ($value3::varchar is null or cut3 = $value3)
    and case $counted
      when 'closed' then
        not is_open
        and ($grain = 'all' or closed_date is not null)
        and ($from::date is null or closed_date >= $from::date)
        and ($to::date is null or closed_date <= $to::date)
      when 'open' then received_placed and received_date <= $to::date and (is_open or closed_date > $to::date)
      else
        ($grain = 'all' or received_placed)
        and ($from::date is null or received_date >= $from::date)
        and ($to::date is null or received_date <= $to::date)
        and ($part::varchar is null or tells[$part] is not null)
    end
)
select i.import_id as "importId", f.file_name as file, f.sha256, i.row_no as row, i.case_ref as "case"
from clean.incident i
join counted using (case_ref)
join import f on f.import_id = i.import_id
order by f.file_name, i.import_id, i.row_no
