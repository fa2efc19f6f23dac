-- Everything that was noted on the time line.
select event_date as date, title, event_type as type
from clean.event
order by event_date, title
