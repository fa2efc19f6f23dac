-- Lessons and actions. What came of a case tells no directorate and no behaviour: together with the day it would
-- point at the case.
select
  action_ref as ref,
  source,
  case when source is distinct from 'Incident' then directorate end as directorate,
  case when source is distinct from 'Incident' then replace(behaviours, ';', '; ') end as behaviours,
  source is not distinct from 'Incident' as kept,
  owner_role as owner,
  raised_date as raised,
  due_date as due,
  done_date as done,
  recheck_date as recheck,
  recheck_result as "recheckResult",
  status
from clean.action
where raised_date is null or raised_date <= $to::date
order by raised_date nulls last, action_ref
