-- Every source that has imports: what came, when, what was left out, and the days that its rows tell of.
-- Days after the import are plans or slips of the pen and say nothing of what is covered.
with told as (
  select
    r.kind, coalesce(r.instrument, i.instrument) as instrument, r.import_id,
    count(*) as rows, min(day) as first, max(day) filter (day <= i.imported_at::date) as last
  from mart.source_row r
  join import i using (import_id)
  group by all
),
-- An import whose kind has several sources (the methods of evidence) counts in each that it brought rows to.
brought as (
  select t.kind, t.instrument, i.import_id, i.imported_at, i.rows_read, i.rows_rejected, t.rows, t.first, t.last
  from told t
  join import i using (import_id)
)
select
  b.kind, b.instrument,
  count(*)::integer as imports, sum(b.rows)::integer as rows,
  max(b.imported_at)::date as "lastImport",
  min(b.first) as "from", max(b.last) as "to",
  arg_max(b.imported_at::date - b.last, b.imported_at)::integer as "daysLate",
  sum(b.rows_read)::integer as read, sum(b.rows_rejected)::integer as rejected
from brought b
group by all
order by b.kind, b.instrument
