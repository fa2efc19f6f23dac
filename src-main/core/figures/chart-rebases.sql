-- The days from which figures' limits are set anew, by date.
select metric, rebase_date as date, reason, set_by as "setBy", set_at as "setAt"
from chart_rebase
order by rebase_date
