-- Coded excerpts, and how many people took part in the sessions they come from.
, heard as (
  select
    mart.period_start(day, $grain) as period,
    cuts[$cut1::varchar] as cut1, cuts[$cut2::varchar] as cut2, cuts[$cut3::varchar] as cut3,
    session, any_value(people) as people, count(distinct excerpt) as mentions
  from divided
  where observed is null and polarity is not null
  group by all
)
select
  period, cut1, cut2, cut3, sum(mentions)::double as amount, round(sum(people))::integer as base, 0 as missing
from heard
group by all
order by all
