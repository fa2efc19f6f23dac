-- Which sources of sickness there are.
select
  exists (from mart.absence_month) as spells,
  exists (from clean.absence_aggregate) as aggregates
