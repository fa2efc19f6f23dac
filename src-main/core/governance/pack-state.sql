-- Everything of a workspace that changes a figure or a sheet, a line each: what it is of, and when it came
-- where that is known. What the log of actions and the officer's key keep in `setting` is none of it.
with line as (
  select 'Settings' as subject, key || '=' || coalesce(value, '') as line, coalesce(
    (select max(c.set_at) from setting_change c where c.key = s.key), s.set_at) as changed
  from setting s
  where not contains(key, '.')
  union all
  select 'Imports', to_json(struct_pack(import_id, kind, sha256, mapping, rows_accepted))::varchar, imported_at from import
  union all
  select 'Imports', 'undone ' || import_id, undone_at from undone_import
  union all
  select 'Series breaks', to_json(struct_pack(break_id, break_date, title, reason, kinds, metrics))::varchar, set_at from series_break
  union all
  select 'Directorate crosswalk', to_json(struct_pack(old_name, new_name, effective_date))::varchar, set_at from directorate_crosswalk
  union all
  select 'Mechanisms', to_json(struct_pack(mechanism, in_place, owner_role, cadence_months))::varchar, set_at from mechanism
  union all
  select 'Control charts', to_json(struct_pack(metric, screening, two_of_three, run_length))::varchar, set_at from chart_judging
  union all
  select 'Control charts', to_json(struct_pack(metric, target, reason))::varchar, set_at from chart_target
  union all
  select 'Control charts', to_json(struct_pack(metric, rebase_date, reason))::varchar, set_at from chart_rebase
  union all
  select 'Survey questions', to_json(struct_pack(line, behaviour))::varchar, set_at from survey_behaviour
  union all
  select 'Survey questions', to_json(struct_pack(line, step))::varchar, set_at from survey_step
  union all
  select 'Survey questions', to_json(struct_pack(instrument, side))::varchar, set_at from survey_side
  union all
  select 'Survey questions', to_json(struct_pack(import_id, column_no, line, theme, reversed, linked_by))::varchar, null
  from clean.survey_question
  union all
  -- What was settled and taken back leaves no row where it stood: the log tells when.
  select 'Decisions', decided_at::varchar || ' ' || subject || ' ' || subject_id || ' ' || action || ' ' || detail, decided_at from decision
  union all
  select 'Released comments', to_json(struct_pack(import_id, row_no, field, status, text))::varchar, released_at from clean.released_text
  union all
  select 'Released comments', act || ' ' || logged_at::varchar, logged_at from text_log where act in ('release', 'withdraw')
  union all
  select 'Judgement', to_json(struct_pack(year, question, version, words, confidence, confidence_reason, none_for, none_against))::varchar, said_at
  from judgement_answer
  union all
  select 'Judgement', to_json(struct_pack(evidence_id, words, strength, evidence_date, figure))::varchar, added_at from judgement_evidence
  union all
  select 'Judgement', to_json(struct_pack(evidence_id, reason))::varchar, withdrawn_at from judgement_withdrawal
  union all
  select 'Judgement', to_json(struct_pack(sign_off_id, stage, decided_on, reference, note))::varchar, signed_at from judgement_sign_off
  union all
  select 'Count under the cumulative rule', to_json(pattern_published)::varchar, published_at from pattern_published
  union all
  select 'Pins', to_json(pin)::varchar, pinned_at from pin
  union all
  select 'Cover entries', to_json(struct_pack(edition, period_start, period_end, front))::varchar, set_at from pack_front
  union all
  select 'Released packs', to_json(struct_pack(pack, issue_no, withdrawn_at))::varchar, coalesce(withdrawn_at, issued_at) from issued_pack
)
select
  subject,
  sha256(string_agg(line, chr(10) order by line)) as digest,
  strftime(max(changed), '%Y-%m-%dT%H:%M:%SZ') as "at"
from line
group by subject
order by subject
