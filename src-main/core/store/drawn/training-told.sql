-- One row a person and course, or a row of totals: what every training statement opens with. It is placed by the
-- day it was due, else booked, else its period, else done; never by how long somebody has been in the role.
create or replace temp table training_told as
with told as (
  select
    t.*, coalesce(t.due_date, t.booked_date, t.period_start, t.done_date) as day, i.imported_at,
    max(greatest(t.done_date, t.booked_date)) over () as records_end
  from clean.training t
  left join import i using (import_id)
),
-- The same person, course and day told twice counts once, as told last.
single as (
  select * from told
  qualify person is null or row_number() over (
    partition by person, course, training_kind, day order by imported_at desc, import_id desc, row_no desc
  ) = 1
)
select
  day, person, status, booked_date, done_date, started_date, training_kind, outcome_linked, records_end,
  case when person is null then round(least(attended, invited)) when status = 'done' then 1 else 0 end as done,
  case when person is null then round(invited) else 1 end as wanted,
  map {
    'directorate': coalesce(mart.directorate_today(directorate, day), 'Not recorded'),
    'kind': case when list_contains(from_json($kinds::json, '["VARCHAR"]'), training_kind) then training_kind else 'Other' end,
    'side': coalesce(side, 'Not recorded'),
    'state': case
      when status = 'done' then 'Done'
      when status = 'booked' or booked_date is not null then 'Booked, not done'
      else 'Not booked'
    end
  } as cuts
from single
