-- The opening of every incident statement: one row a case (and, only where cut by category, one an
-- allegation) with what may be counted of it and its value on every dimension.
with state as (
  select
    case_ref,
    bool_or(status is not distinct from 'open') as is_open,
    max(closed_date) filter (coalesce(closed_precision, 'day') not in ('year', 'unknown')) as closed_date,
    bool_and(coalesce(closed_precision, 'day') = 'day') as closed_exact
  from mart.incident
  group by case_ref
),
cut as (
  select
    c.case_ref,
    c.received_date,
    coalesce(c.received_precision not in ('year', 'unknown'), false) as received_placed,
    coalesce(c.received_precision = 'day', false) as received_exact,
    s.is_open,
    case when not s.is_open then s.closed_date end as closed_date,
    s.closed_exact,
    c.subjects,
    c.linked_group,
    map {
      'category': coalesce(a.category, 'Not recorded'),
      'channel': coalesce(c.channel, 'Not recorded'),
      'directorate': coalesce(mart.directorate_today(c.directorate, c.received_date), 'Not recorded'),
      'outcome': coalesce(c.outcome, 'Not recorded'),
      'reporter-role': coalesce(c.reporter_role, 'Not recorded'),
      'scheme': coalesce(c.scheme, 'Not recorded'),
      'seriousness': coalesce(c.seriousness, 'Not recorded'),
      'stage': coalesce(c.stage, 'Not recorded'),
      'subject-role': coalesce(c.subject_role, 'Not recorded'),
      'tier': coalesce(c.tier, 'Not recorded')
    } as cuts
  from mart.incident_case c
  join state s on s.case_ref = c.case_ref
  left join mart.incident_allegation a on $by_category and a.case_ref = c.case_ref
)
