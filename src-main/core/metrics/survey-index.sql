-- The index of each question: its answers on 0 to 100, from the lowest score of the scale to the highest. A row
-- without a line is of the whole group: each person's mean over the questions answered, then the mean of those.
-- Only that mean reads responses.
, told as (
  -- What each answer is worth in each whole group of several questions.
  select s.set_no, l.import_id, l.answer_no, 100 * (l.score - q.ends[1]) / (q.ends[2] - q.ends[1]) as value
  from together s
  join question q
    on q.import_id = s.import_id and coalesce(s.cut1, q.cut1) is not distinct from q.cut1
    and coalesce(s.cut2, q.cut2) is not distinct from q.cut2 and coalesce(s.cut3, q.cut3) is not distinct from q.cut3
  join label l on l.import_id = q.import_id and l.column_no = q.column_no
  where s.line is null and s.only is null
),
part as (
  select
    r.wave, coalesce(r.cut1, s.cut1) as cut1, coalesce(r.cut2, s.cut2) as cut2, coalesce(r.cut3, s.cut3) as cut3,
    count(m.points) as people, avg(m.points) as mean, coalesce(var_samp(m.points), 0) as variance
  from (
    select t.set_no, a.import_id, a.row_no, avg(t.value) as points
    from (select import_id, row_no, unnest(answer_nos) as answer_no from clean.survey_given) a
    join told t on t.import_id = a.import_id and t.answer_no = a.answer_no
    group by t.set_no, a.import_id, a.row_no
  ) m
  join together s using (set_no)
  join (
    select s.import_id, s.row_no, g.group_no
    from clean.survey_response s
    join mart.survey_group g
      on g.import_id = s.import_id and g.instrument = s.instrument and g.wave = s.wave
      and g.directorate is not distinct from s.directorate and g.grade is not distinct from s.grade
      and g.role is not distinct from s.role and g.party is not distinct from s.party
    where not s.test_response
  ) o on o.import_id = m.import_id and o.row_no = m.row_no
  join responded r on r.import_id = o.import_id and r.group_no = o.group_no
  where m.points is not null
  group by all
  union all by name
  -- Where an import asks one question of a group, the answers are the people's own means.
  select wave, cut1, cut2, cut3, sum(answers) as people, any_value(mean) as mean,
    case when sum(answers) > 1 then sum(answers * (value - mean) ** 2) / (sum(answers) - 1) else 0 end as variance
  from (
    select
      c.*,
      sum(c.answers * c.value) over (partition by c.wave, c.cut1, c.cut2, c.cut3)
        / sum(c.answers) over (partition by c.wave, c.cut1, c.cut2, c.cut3) as mean
    from cut c
    join together s
      on s.import_id = c.import_id and s.only = c.column_no and s.line is null
      and coalesce(s.cut1, c.cut1) is not distinct from c.cut1 and coalesce(s.cut2, c.cut2) is not distinct from c.cut2
      and coalesce(s.cut3, c.cut3) is not distinct from c.cut3
  ) as single
  group by wave, cut1, cut2, cut3
),
person as (
  select
    wave, cut1, cut2, cut3, sum(people) as people, any_value(middle) as mean,
    case
      when sum(people) > 1
      then sqrt(sum((people - 1) * variance + people * (mean - middle) ** 2) / (sum(people) - 1))
    end as sd
  from (
    select
      *,
      sum(people * mean) over (partition by wave, cut1, cut2, cut3)
        / sum(people) over (partition by wave, cut1, cut2, cut3) as middle
    from part
  ) as parts
  group by wave, cut1, cut2, cut3
)
select s.wave as period, s.cut1, s.cut2, s.cut3, s.line, s.scale, s.base, s.mean, s.sd, p.people
from spread s
join people p
  on p.wave = s.wave and p.line = s.line and p.cut1 is not distinct from s.cut1
  and p.cut2 is not distinct from s.cut2 and p.cut3 is not distinct from s.cut3
union all by name
select wave as period, cut1, cut2, cut3, null as line, null as scale, people as base, mean, sd, people
from person
order by all
