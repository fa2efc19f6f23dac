-- The days from which a figure's limits are set anew, by date.
select rebase_date as date, reason, set_by as "setBy", set_at as "setAt"
from chart_rebase
where metric = $metric
order by rebase_date
