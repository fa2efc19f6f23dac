-- The values of a dimension.
select distinct cut1 as value from cut order by all
