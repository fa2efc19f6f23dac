-- The first and last snapshot.
select min(snapshot_date) as "from", max(snapshot_date) as "to" from clean.workforce_snapshot
