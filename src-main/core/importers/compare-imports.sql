-- Rows of two imports, paired: first those that are wholly the same, then by their key, then by what they are about.
create or replace temp table row_pair as
with told as (
  select
    t.import_id = $was as old, t.row_no, /* key */ as key, /* about */ as about, /* content */ as content
  from /* source */ t
  where t.import_id in ($was, $now)
),
numbered as (
  select *, row_number() over (partition by old, key, content order by row_no) as copy from told
),
same as (
  select w.row_no as was_row, n.row_no as now_row
  from numbered w
  join numbered n on w.old and not n.old and w.key = n.key and w.content = n.content and w.copy = n.copy
),
rest as (
  select *, row_number() over (partition by old, key order by row_no) as place
  from numbered
  where not (old and row_no in (select was_row from same))
    and not (not old and row_no in (select now_row from same))
),
keyed as (
  select w.row_no as was_row, n.row_no as now_row
  from rest w
  join rest n on w.old and not n.old and w.key = n.key and w.place = n.place
),
left_over as (
  select *, row_number() over (partition by old, about order by row_no) as turn
  from rest
  where not (old and row_no in (select was_row from keyed))
    and not (not old and row_no in (select now_row from keyed))
)
select was_row, now_row, true as same from same
union all
select was_row, now_row, false from keyed
union all
select w.row_no, n.row_no, false
from (select * from left_over where old) w
full join (select * from left_over where not old) n on w.about = n.about and w.turn = n.turn;
