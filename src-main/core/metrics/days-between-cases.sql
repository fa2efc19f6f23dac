-- The days from each day on which cases were received to the next such day. Cases of one day are one event.
select
  received_date as period,
  null::varchar as cut1, null::varchar as cut2, null::varchar as cut3,
  date_diff('day', lag(received_date) over (order by received_date), received_date) as amount,
  null as base,
  0 as missing
from (select distinct received_date from mart.incident_case where received_precision = 'day')
qualify amount is not null
order by received_date
