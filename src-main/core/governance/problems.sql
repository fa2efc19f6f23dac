-- What was wrong with the cells of each kind, the most frequent first.
select i.kind, p.code, count(*)::integer as count, count(*) filter (p.rejects)::integer as rejecting
from import_problem p
join import i using (import_id)
group by all
order by i.kind, count desc, p.code
