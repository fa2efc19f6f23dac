-- Single cases that were received or closed in the dates, or are open at the end of them: what a committee in
-- private may read of each. Safeguarding and police matters are in no row of mart.
select
  c.case_ref as ref,
  c.scheme,
  case when c.received_precision = 'day' then c.received_date end as received,
  c.acknowledged_date as acknowledged,
  c.closed_date as closed,
  c.status,
  c.tier,
  c.reporter_role as "reporterRole",
  c.subject_role as "subjectRole",
  a.categories,
  c.stage,
  c.outcome,
  nullif(c.sanction, 'No sanction') as sanction,
  nullif(c.support, 'No support') as support,
  c.decision_makers as "decisionMakers",
  nullif(c.formal_route, 'None') as "formalRoute"
from mart.incident_case c
left join (
  select case_ref, string_agg(category, '; ' order by category) as categories
  from mart.incident_allegation
  group by case_ref
) a on a.case_ref = c.case_ref
where c.received_date <= $to::date
  and (c.received_date >= $from::date or c.closed_date between $from::date and $to::date or c.status = 'open')
order by c.received_date, c.case_ref
