-- The rules under which cases are recorded, those with the most cases first.
select coalesce(scheme, 'Not recorded') as scheme
from mart.incident_case
group by all
order by count(*) desc, scheme
