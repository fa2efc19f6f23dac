-- Evidence that no period can be given to, and excerpts that are coded neither as strength nor as concern.
select
  count(*) filter (held_date is null or held_precision in ('year', 'unknown')) as undated,
  count(*) filter (observed is null and polarity is null and (method is not null or themes is not null)) as uncoded
from clean.qualitative_evidence
