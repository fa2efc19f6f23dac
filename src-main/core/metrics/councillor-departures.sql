-- Councillors who left, by why. The causes that the vocabulary knows come as JSON; a departure without a
-- known cause is mid-term where the date is more than 31 days before the term was due to end.
with cause as (
  select unnest(from_json($causes::json, '[{"label":"VARCHAR","midTerm":"BOOLEAN"}]'), recursive := true)
),
departure as (
  select
    t.left_date,
    coalesce(t.left_precision, case when t.left_date is null then 'unknown' else 'day' end) as left_precision,
    coalesce(t.cause, 'Not recorded') as cause,
    coalesce(t.party, 'Not recorded') as party,
    case
      when c.midTerm then 'mid-term'
      when c.label is not null then 'election'
      when t.left_date < t.term_end - 31 then 'mid-term'
      when t.term_end is not null then 'election'
      else 'Not recorded'
    end as cause_group
  from clean.councillor_term t
  left join cause c on c.label = t.cause
  where (t.left_date is not null or t.cause is not null)
    and (c.label is null or c.midTerm is not null)
),
cut as (
  select *, map {'cause': cause, 'cause-group': cause_group, 'party': party} as cuts
  from departure
  where $every_cause or cause_group = 'mid-term'
)
select
  mart.period_start(left_date, $grain) as period,
  cuts[$cut1::varchar] as cut1, cuts[$cut2::varchar] as cut2, cuts[$cut3::varchar] as cut3,
  count(*) as count
from cut
where ($grain = 'all' or (left_date is not null and left_precision not in ('year', 'unknown')))
  and ($from::date is null or left_date >= $from::date)
  and ($to::date is null or left_date <= $to::date)
group by all
order by all
