-- The opening of every survey statement: one row an answer that counts, with its value on every cut.
-- Test responses are left out.
with named as (
  select
    row_number() over () as response,
    import_id, row_no, wave,
    map {
      'directorate': coalesce(mart.directorate_today(directorate, wave), 'Not recorded'),
      'grade': coalesce(grade, 'Not recorded'),
      'instrument': instrument,
      'party': coalesce(party, 'Not recorded'),
      'role': coalesce(role, 'Not recorded')
    } as cuts
  from clean.survey_response
  where not test_response
    and ($instrument::varchar is null or instrument = $instrument)
),
responded as (
  select
    response, import_id, row_no, wave,
    cuts[$cut1::varchar] as cut1, cuts[$cut2::varchar] as cut2, cuts[$cut3::varchar] as cut3
  from named
),
asked as (
  select
    import_id, column_no, line, scale,
    map {'question': line, 'theme': coalesce(theme, 'No theme')} as cuts
  from clean.survey_question
  where ($question::varchar is null or line = $question)
    and ($theme::varchar is null or coalesce(theme, 'No theme') = $theme)
),
question as (
  select
    import_id, column_no, line, scale,
    cuts[$cut1::varchar] as cut1, cuts[$cut2::varchar] as cut2, cuts[$cut3::varchar] as cut3
  from asked
),
cut as (
  select
    r.response, r.wave, q.line, q.scale, a.score, a.favourable,
    coalesce(r.cut1, q.cut1) as cut1, coalesce(r.cut2, q.cut2) as cut2, coalesce(r.cut3, q.cut3) as cut3
  from clean.survey_answer a
  join question q on q.import_id = a.import_id and q.column_no = a.column_no
  join responded r on r.import_id = a.import_id and r.row_no = a.row_no
  where a.answered
)
