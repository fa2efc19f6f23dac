-- Leavers, placed by the day or month they left.
with cut as (
  select
    movement_date, people,
    coalesce(movement_precision, 'unknown') as movement_precision,
    map {
      'directorate': coalesce(mart.directorate_today(directorate, movement_date), 'Not recorded'),
      'grade': coalesce(grade, 'Not recorded'),
      'reason': coalesce(reason, 'Not recorded'),
      'voluntary': case
        when voluntary then 'Voluntary'
        when reason in ('Redundancy', 'Transfer (TUPE)') then 'Redundancy or transfer'
        when not voluntary then 'Other, not voluntary'
        else 'Not recorded'
      end
    } as cuts
  from (
    select movement_date, movement_precision, directorate, grade, reason, voluntary, count(*) as people
    from clean.leaver
    where movement = 'leaver'
    group by all
  ) as alike
)
select
  mart.period_start(movement_date, $grain) as period,
  cuts[$cut1::varchar] as cut1, cuts[$cut2::varchar] as cut2, cuts[$cut3::varchar] as cut3,
  sum(people)::double as amount, sum(people) as base, 0 as missing
from cut
where ($grain = 'all' or (movement_date is not null and movement_precision not in ('year', 'unknown')))
  and ($from::date is null or movement_date >= $from::date)
  and ($to::date is null or movement_date <= $to::date)
group by all
order by all
