-- Directorates times quarters, by what was returned, from what is drawn of the returns once for each change.
select
  mart.period_start(starts, $grain) as period,
  cuts[$cut1::varchar] as cut1, cuts[$cut2::varchar] as cut2, cuts[$cut3::varchar] as cut3,
  count(*) as count
from positive_return_told
where ($from::date is null or starts >= $from::date)
  and ($to::date is null or starts <= $to::date)
group by all
order by all
