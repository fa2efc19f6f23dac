with decided as (
  select
    import_id, field,
    count(*) filter (status = 'never') as never,
    count(*) filter (status = 'exempt') as exempt,
    count(*) filter (status = 'public') as public
  from clean.released_text
  group by all
),
held as (
  select import_id, field, any_value(label) as label, sum(texts)::integer as texts, list(found::varchar) as found
  from clean.held_text
  group by all
),
source as (
  select
    import_id, i.kind, i.file_name as file, i.instrument, i.wave, i.imported_at, held.field, held.label, held.texts,
    held.found,
    coalesce(decided.never, 0)::integer as never,
    coalesce(decided.exempt, 0)::integer as exempt,
    coalesce(decided.public, 0)::integer as public,
    (held.texts - coalesce(decided.never + decided.exempt + decided.public, 0))::integer as waiting,
    -- How many people answered that survey in that wave, whichever files brought them.
    case when i.kind = 'survey-response' then (
      select count(*)
      from clean.survey_response r
      where r.instrument = i.instrument and r.wave = i.wave and not r.test_response
    ) end as base
  from held
  join import i using (import_id)
  left join decided using (import_id, field)
)
select *, count(*) over () as total, sum(waiting) over () as all_waiting
from source
where ($kind::varchar is null or kind = $kind)
  and ($instrument::varchar is null or instrument = $instrument)
  and ($import_id::varchar is null or (import_id = $import_id and field = $field))
  and case $status::varchar
    when 'waiting' then waiting > 0
    when 'never' then never > 0
    when 'exempt' then exempt > 0
    when 'public' then public > 0
    else true
  end
order by imported_at desc, import_id, field
limit $limit::integer offset $offset::integer;
