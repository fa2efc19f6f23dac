-- Training that follows from a case, a row a person and course.
select
  mart.period_start(day, $grain) as period,
  cuts[$cut1::varchar] as cut1, cuts[$cut2::varchar] as cut2, cuts[$cut3::varchar] as cut3,
  count(*) as count
from placed
where outcome_linked and person is not null
group by all
order by all
