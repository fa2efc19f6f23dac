-- For each question: answers, their mean score and its sample standard deviation. A row without a line is of
-- the whole group: the people who answered any of its questions.
select s.wave as period, s.cut1, s.cut2, s.cut3, s.line, s.scale, s.base, s.mean, s.sd, p.people
from spread s
join people p
  on p.wave = s.wave and p.line is not distinct from s.line and p.cut1 is not distinct from s.cut1
  and p.cut2 is not distinct from s.cut2 and p.cut3 is not distinct from s.cut3
order by all
