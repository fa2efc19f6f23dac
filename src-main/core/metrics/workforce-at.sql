-- Headcount and FTE at the first and at the last day of each period: those of the latest snapshot on or
-- before that day and no older than 13 months. Nulls where there is no such snapshot.
with period as (
  select unnest(from_json($periods::json, '[{"starts":"DATE","ends":"DATE"}]'), recursive := true)
),
workforce as materialized (select * from mart.workforce),
dated as (select distinct snapshot_date from workforce),
moment as (
  select
    starts,
    (select max(snapshot_date) from dated where snapshot_date between starts - interval 13 month and starts) as opening,
    (select max(snapshot_date) from dated where snapshot_date between ends - interval 13 month and ends) as closing,
    mart.weekdays(starts, ends) as weekdays
  from period
),
cut as (
  select
    snapshot_date, headcount, fte,
    map {
      'directorate': coalesce(directorate, 'Not recorded'),
      'grade': coalesce(grade, 'Not recorded')
    } as cuts
  from workforce
),
total as (
  select
    snapshot_date,
    cuts[$cut1::varchar] as cut1, cuts[$cut2::varchar] as cut2, cuts[$cut3::varchar] as cut3,
    sum(headcount)::double as headcount,
    case when count(*) = count(fte) then sum(fte::decimal(18, 6))::double end as fte
  from cut
  group by all
),
groups as (select distinct cut1, cut2, cut3 from total)
select
  m.starts as period, g.cut1, g.cut2, g.cut3, m.weekdays::double as weekdays,
  case when m.opening is not null then coalesce(o.headcount, 0) end as opening_headcount,
  case when m.closing is not null then coalesce(c.headcount, 0) end as closing_headcount,
  case when m.opening is null then null when o.snapshot_date is null then 0 else o.fte end as opening_fte,
  case when m.closing is null then null when c.snapshot_date is null then 0 else c.fte end as closing_fte
from moment m
cross join groups g
left join total o
  on o.snapshot_date = m.opening
  and o.cut1 is not distinct from g.cut1 and o.cut2 is not distinct from g.cut2 and o.cut3 is not distinct from g.cut3
left join total c
  on c.snapshot_date = m.closing
  and c.cut1 is not distinct from g.cut1 and c.cut2 is not distinct from g.cut2 and c.cut3 is not distinct from g.cut3
order by all
