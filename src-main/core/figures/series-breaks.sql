-- The breaks that people have set, each with what it applies to.
select
  break_id as id, break_date as date, title, reason, kinds::varchar as kinds, metrics::varchar as metrics,
  set_by as "setBy", set_at as "setAt"
from series_break
order by break_date, title, break_id
