-- What people chose of figures' charts, the rules and the target: a row a figure of which something was chosen, and
-- one without a metric for all others; that one always.
select
  m.metric,
  coalesce(j.screening, true) as screening,
  coalesce(j.two_of_three, '2023') as "twoOfThree",
  coalesce(j.run_length, 7) as "runLength",
  t.target, t.reason, t.set_by as "setBy", t.set_at as "setAt"
from (
  select metric from chart_judging
  union
  select metric from chart_target
  union
  select null
) m
left join chart_judging j on j.metric = m.metric
left join chart_target t on t.metric = m.metric
