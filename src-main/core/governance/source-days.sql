-- The days that the rows of a source tell of, once each; for sources without end, the months.
select distinct
  kind, instrument,
  case when list_contains(from_json($monthly::json, '["VARCHAR"]'), kind) then date_trunc('month', day)::date else day end as day
from mart.source_row
where day is not null
order by all
