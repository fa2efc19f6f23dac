-- Departures that no month can be given to.
with cause as (
  select unnest(from_json($causes::json, '[{"label":"VARCHAR","midTerm":"BOOLEAN"}]'), recursive := true)
)
select count(*) as undated
from clean.councillor_term t
left join cause c on c.label = t.cause
where (c.label is null or c.midTerm is not null)
  and (
    (t.left_date is not null and coalesce(t.left_precision, 'day') in ('year', 'unknown'))
    or (t.left_date is null and c.midTerm is not null)
  )
