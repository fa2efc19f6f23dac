-- Every directorate that a row names, with the first and last day and, for sources that tell of everybody at
-- once (snapshots, waves), the days on which at least five people are told under it.
with named as (
  select directorate as name, snapshot_date as day, sum(headcount) as people
  from clean.workforce_snapshot group by all
  union all
  select directorate, wave, count(*) from clean.survey_response where not test_response group by all
  union all
  select directorate, month, null from mart.absence_month group by all
  union all
  select directorate, movement_date, null from clean.leaver group by all
  union all
  select directorate, received_date, null from mart.incident group by all
  union all
  select directorate, coalesce(done_date, due_date, cycle_start), null from clean.appraisal group by all
  union all
  select directorate, coalesce(done_date, due_date, booked_date, period_start), null from clean.training group by all
  union all
  select directorate, held_date, null from clean.qualitative_evidence group by all
  union all
  select directorate, coalesce(occurred_date, period_start), null from clean.positive_example group by all
)
select
  arg_max(name, (people is not null, day)) as name,
  min(day) as first, max(day) as last,
  min(day) filter (people >= 5) as "firstOfMany", max(day) filter (people >= 5) as "lastOfMany",
  mart.directorate_today(arg_max(name, (people is not null, day)), max(day)) as today
from named
where name is not null and trim(name) <> '' and day is not null
group by mart.directorate_key(name)
order by name
