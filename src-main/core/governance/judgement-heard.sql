-- Rows of each source that tell of a day from one to another.
select r.kind, coalesce(r.instrument, i.instrument) as instrument, count(*)::integer as rows
from mart.source_row r
join import i using (import_id)
where r.day between $from::date and $to::date
group by all
order by all
