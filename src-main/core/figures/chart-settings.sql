-- What people chose of one figure's chart: the rules and the target; one row, always.
select
  coalesce(j.screening, true) as screening,
  coalesce(j.two_of_three, '2023') as "twoOfThree",
  coalesce(j.run_length, 7) as "runLength",
  t.target, t.reason, t.set_by as "setBy", t.set_at as "setAt"
from (select $metric as metric) m
left join chart_judging j on j.metric = m.metric
left join chart_target t on t.metric = m.metric
