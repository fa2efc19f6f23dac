-- One row a case, with what may be counted or told of it, and its words: what every incident statement opens with.
create or replace temp table incident_told as
with steps as (
  select from_json($steps::json, '{
    "outcome": "MAP(VARCHAR, VARCHAR)", "action": "MAP(VARCHAR, VARCHAR)",
    "general": "MAP(VARCHAR, VARCHAR)", "stage": "MAP(VARCHAR, VARCHAR)",
    "substantiated": "MAP(VARCHAR, BOOLEAN)"}') as step
),
state as (
  select
    case_ref,
    bool_or(status is not distinct from 'open') as is_open,
    max(closed_date) filter (coalesce(closed_precision, 'day') not in ('year', 'unknown')) as closed_date,
    bool_and(coalesce(closed_precision, 'day') = 'day') as closed_exact,
    bool_or(regexp_replace(sanction, '(No sanction|;| )', '', 'g') <> '') as sanctioned,
    bool_or(regexp_replace(support, '(No support|;| )', '', 'g') <> '') as supported
  from mart.incident
  group by case_ref
),
-- What a log file never says of any case it does not record: an empty field there is no "none".
recorded as (
  select
    import_id,
    bool_or(acknowledged_date is not null) as acknowledged,
    bool_or(sanction is not null or support is not null) as measures
  from mart.incident
  group by import_id
)
select
  c.case_ref,
  c.scheme,
  c.received_date,
  coalesce(c.received_precision not in ('year', 'unknown'), false) as received_placed,
  coalesce(c.received_precision = 'day', false) as received_exact,
  case when coalesce(c.occurred_precision, 'day') = 'day' then c.occurred_date end as occurred_date,
  c.acknowledged_date,
  r.acknowledged as records_acknowledged,
  s.is_open,
  case when not s.is_open then s.closed_date end as closed_date,
  s.closed_exact,
  c.subjects,
  c.linked_group,
  -- Each is true or false where the log tells it, null where it does not.
  map {
    'anonymous': c.reporter_role = 'Anonymous',
    'skip-level': c.skip_level,
    'substantiated': step.substantiated[c.outcome],
    'sanction': case when not s.is_open and r.measures then coalesce(s.sanctioned, false) end,
    'support': case when not s.is_open and r.measures then coalesce(s.supported, false) end
  } as tells,
  -- In the order of the names below.
  [
    c.channel,
    mart.directorate_today(c.directorate, c.received_date),
    case
      when s.is_open then 'Open'
      when s.sanctioned and s.supported then 'Sanction and support'
      when s.sanctioned then 'Sanction'
      when s.supported then 'Support'
      when r.measures then 'Neither' end,
    c.outcome,
    c.reporter_role,
    case when s.is_open then 'Open' else coalesce(
      step.outcome[c.outcome], step.action[c.action], step.general[c.outcome], step.stage[c.stage]) end,
    c.scheme,
    c.seriousness,
    case c.skip_level when true then 'Yes' when false then 'No' end,
    c.stage,
    c.subject_role,
    c.tier
  ] as one
from mart.incident_case c
join state s on s.case_ref = c.case_ref
left join recorded r on r.import_id = c.import_id
cross join steps;

-- One row a case, dimension and word of those that may have several of one case.
create or replace temp table incident_word as
select distinct case_ref, dimension, trim(one.value) as value
from (
  unpivot (
    select case_ref, category, behaviours as behaviour, principles as principle, sanction, support
    from mart.incident
  ) on category, behaviour, principle, sanction, support into name dimension value words
), unnest(string_split(words, ';')) as one(value)
where trim(one.value) <> '';
