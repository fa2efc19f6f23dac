-- The opening of every survey statement, from what was counted at import; no answer is read. `cut`: one row a group
-- of people and label of an answer that counts, with its value on every cut and how many gave it (`answers`).
-- `people`: how many gave any such answer to a question, and (without a line) to any question of a whole group.
-- $sided: only answers on a scale that has a good side count. $ends: values are on 0 to 100 between them.
-- $unfavourable_to: the highest unfavourable score of each scale (`low`).
with responded as (
  select
    import_id, group_no, wave, cuts[$cut1::varchar] as cut1, cuts[$cut2::varchar] as cut2, cuts[$cut3::varchar] as cut3
  from (
    select
      import_id, group_no, wave,
      map {
        'directorate': coalesce(mart.directorate_today(directorate, wave), 'Not recorded'),
        'grade': coalesce(grade, 'Not recorded'),
        'instrument': instrument,
        'party': coalesce(party, 'Not recorded'),
        'role': coalesce(role, 'Not recorded')
      } as cuts
    from mart.survey_group
    where $instrument::varchar is null or instrument = $instrument
  ) as named
),
asked as (
  -- A question stands under each of the behaviours that a person said it asks about, and only then.
  select
    import_id, column_no, line, scale,
    map {'question': line, 'theme': coalesce(theme, 'No theme'), 'behaviour': behaviour} as cuts
  from clean.survey_question
  join survey_behaviour using (line)
  where ($question::varchar is null or line = $question)
    and ($theme::varchar is null or coalesce(theme, 'No theme') = $theme)
    and behaviour is not null
    and $by_behaviour = 'alone'
  union all
  select import_id, column_no, line, scale, map {'question': line, 'theme': coalesce(theme, 'No theme')} as cuts
  from clean.survey_question
  where ($question::varchar is null or line = $question)
    and ($theme::varchar is null or coalesce(theme, 'No theme') = $theme)
    and $by_behaviour = 'no'
),
label as (
  select import_id, answer_no, column_no, score, favourable
  from clean.survey_label
  where answered and case when $sided::boolean then favourable is not null else score is not null end
),
question as (
  select
    import_id, column_no, line, scale,
    cuts[$cut1::varchar] as cut1, cuts[$cut2::varchar] as cut2, cuts[$cut3::varchar] as cut3,
    ($ends::json::map(varchar, double[]))[scale] as ends,
    ($unfavourable_to::json::map(varchar, double))[scale] as low
  from asked
  where (import_id, column_no) in (select (import_id, column_no) from label)
    and ($ends::varchar is null or ends is not null)
),
cut as (
  select
    t.import_id, r.wave, q.column_no, q.line, q.scale, q.low, l.score, l.favourable, t.answers,
    case when $ends::varchar is null then l.score else 100 * (l.score - q.ends[1]) / (q.ends[2] - q.ends[1]) end as value,
    coalesce(r.cut1, q.cut1) as cut1, coalesce(r.cut2, q.cut2) as cut2, coalesce(r.cut3, q.cut3) as cut3
  from question q
  join label l using (import_id, column_no)
  join mart.survey_tally t on t.import_id = l.import_id and t.answer_no = l.answer_no
  join responded r on r.import_id = t.import_id and r.group_no = t.group_no
),
together as (
  -- The questions that are one line of an import, or one whole group of questions.
  select
    row_number() over () as set_no, import_id, cut1, cut2, cut3, line, list(column_no) as columns,
    case when min(column_no) = max(column_no) then min(column_no) end as only
  from question
  group by grouping sets ((import_id, cut1, cut2, cut3, line), (import_id, cut1, cut2, cut3))
),
mask as (
  select
    s.set_no,
    (string_agg(case when list_contains(s.columns, a.column_no) then '1' else '0' end, '' order by a.column_no))::bit as bits
  from together s
  join clean.survey_question a on a.import_id = s.import_id and a.scale is not null
  where s.only is null
  group by s.set_no
),
reached as (
  select s.set_no, p.group_no, p.people
  from together s
  join mart.survey_people p on p.import_id = s.import_id and p.column_no = s.only
  union all
  select s.set_no, p.group_no, sum(p.responses) as people
  from together s
  join mask m using (set_no)
  join mart.survey_pattern p on p.import_id = s.import_id
  where bit_count(p.answered & m.bits) > 0
  group by s.set_no, p.group_no
),
people as (
  select
    r.wave, coalesce(r.cut1, s.cut1) as cut1, coalesce(r.cut2, s.cut2) as cut2, coalesce(r.cut3, s.cut3) as cut3, s.line,
    sum(p.people) as people
  from reached p
  join together s using (set_no)
  join responded r on r.import_id = s.import_id and r.group_no = p.group_no
  group by all
)
