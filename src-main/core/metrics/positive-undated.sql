-- Examples that no quarter can be given to.
select count(*) filter (day is null) as undated, count(*) filter (day is not null and of_year) as years
from positive_told
