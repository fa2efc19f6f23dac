-- A survey's answers as one list a response: the labels stand once an import, and the list names them by number.
-- clean.survey_answer stays as it was to read: one row a given answer.
create table clean.survey_label (
  import_id varchar not null,
  answer_no integer not null,
  column_no integer not null,
  label varchar not null,
  score double,
  favourable boolean,
  answered boolean not null
);

create table clean.survey_given (
  import_id varchar not null,
  row_no integer not null,
  answer_nos integer[] not null
);

insert into clean.survey_label
select
  import_id, row_number() over (partition by import_id order by column_no, label, score) as answer_no, column_no, label,
  score, favourable, answered
from (select distinct import_id, column_no, label, score, favourable, answered from clean.survey_answer);

insert into clean.survey_given
select a.import_id, a.row_no, list(l.answer_no order by l.column_no, l.answer_no)
from clean.survey_answer a
join clean.survey_label l
  on l.import_id = a.import_id and l.column_no = a.column_no and l.label = a.label
  and l.score is not distinct from a.score and l.favourable is not distinct from a.favourable and l.answered = a.answered
group by all;

drop table clean.survey_answer;

create view clean.survey_answer as
select g.import_id, g.row_no, l.column_no, l.label, l.score, l.favourable, l.answered
from (select import_id, row_no, unnest(answer_nos) as answer_no from clean.survey_given) g
join clean.survey_label l on l.import_id = g.import_id and l.answer_no = g.answer_no;

-- Monday-to-Friday days before a day, counted from 1 January 1900 (a Monday).
create macro mart.weekdays_before(d) as
  5 * ((d - date '1900-01-01') // 7) + least(5, (d - date '1900-01-01') % 7);
