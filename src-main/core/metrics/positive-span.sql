-- The first and last day by which examples are placed.
select min(day) as "from", max(day) as "to" from positive_told
