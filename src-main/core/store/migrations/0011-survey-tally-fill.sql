-- Counts the answers of the imports that were not counted when they were imported.
insert into mart.survey_group by name
select
  import_id, row_number() over (partition by import_id order by all_of) as group_no, instrument, wave, directorate, grade,
  role, party, responses
from (
  select
    import_id, instrument, wave, directorate, grade, role, party, (instrument, wave, directorate, grade, role, party) as all_of,
    count(*) as responses
  from clean.survey_response
  where not test_response and import_id not in (select import_id from mart.survey_group)
  group by all
);

create temp view grouped_answers as
select r.import_id, g.group_no, a.answer_nos
from clean.survey_given a
join clean.survey_response r using (import_id, row_no)
join mart.survey_group g
  on g.import_id = r.import_id and g.instrument = r.instrument and g.wave = r.wave
  and g.directorate is not distinct from r.directorate and g.grade is not distinct from r.grade
  and g.role is not distinct from r.role and g.party is not distinct from r.party
where not r.test_response;

insert into mart.survey_tally by name
select import_id, group_no, answer_no, count(*) as answers
from (
  select import_id, group_no, unnest(answer_nos) as answer_no
  from grouped_answers
  where import_id not in (select import_id from mart.survey_tally)
)
group by all;

-- The questions that each response answered, as a list.
create temp view grouped_columns as
select g.import_id, g.group_no, list_distinct(list_select(l.columns, g.answer_nos)) as columns
from grouped_answers g
join (
  select import_id, list(case when answered then column_no end order by answer_no) as columns
  from clean.survey_label
  group by import_id
) l using (import_id);

insert into mart.survey_people by name
select import_id, group_no, column_no, count(*) as people
from (
  select import_id, group_no, unnest(columns) as column_no
  from grouped_columns
  where import_id not in (select import_id from mart.survey_people)
)
group by all;

insert into mart.survey_pattern by name
select import_id, group_no, answered::bit as answered, count(*) as responses
from (
  select
    g.import_id, g.group_no,
    array_to_string(list_transform(q.columns, lambda asked: case when list_contains(g.columns, asked) then '1' else '0' end), '')
      as answered
  from grouped_columns g
  join (
    select import_id, list(column_no order by column_no) as columns
    from clean.survey_question
    where scale is not null
    group by import_id
  ) q using (import_id)
  where g.import_id not in (select import_id from mart.survey_pattern)
)
where contains(answered, '1')
group by all;

drop view grouped_columns;
drop view grouped_answers
