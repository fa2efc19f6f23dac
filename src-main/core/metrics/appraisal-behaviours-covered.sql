-- How many of the seven behaviours any appraisal done names.
select
  mart.period_start(day, $grain) as period,
  cuts[$cut1::varchar] as cut1, cuts[$cut2::varchar] as cut2, cuts[$cut3::varchar] as cut3,
  coalesce(len(list_distinct(flatten(list(named)))), 0)::double as amount, count(*) as base, 0 as missing
from placed
where done
group by all
order by all
