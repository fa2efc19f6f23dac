-- A row for each directorate and quarter, with what it returned. A return for a year stands for its four
-- quarters. Directorates are those that ever returned and those of the latest workforce snapshot.
create or replace temp table positive_return_told as
with told as (
  select
    mart.directorate_today(directorate, day) as directorate, nil_return, mart.period_start(day, 'quarter') as first,
    mart.period_start(day, 'quarter') + (case when of_year then interval 9 month else interval 0 month end) as last
  from (
    select
      directorate, coalesce(nil_return, false) as nil_return,
      period_start is not null and regexp_matches(period, '^\d{4}([/-]\d{2,4})?$') as of_year,
      coalesce(
        period_start,
        case when occurred_precision in ('year', 'unknown') then null else occurred_date end,
        assistant_director_date, monitoring_officer_date) as day
    from clean.positive_example
  ) as dated
  where day is not null and directorate is not null
),
quarter as (
  select unnest(generate_series((select min(first) from told)::date, (select max(last) from told)::date, interval 3 month))::date as starts
),
directorate as (
  select directorate from told
  union
  select directorate from mart.workforce
  where directorate is not null and snapshot_date = (select max(snapshot_date) from mart.workforce)
)
select
  q.starts,
  map {
    'directorate': d.directorate,
    'return': case
      when bool_or(not t.nil_return) then 'Examples'
      when bool_or(t.nil_return) then 'Nil return'
      else 'Nothing returned'
    end
  } as cuts
from quarter q
cross join directorate d
left join told t on t.directorate = d.directorate and q.starts between t.first and t.last
group by q.starts, d.directorate
