-- Packs that were released, the last first. Packs of before there were releases are the first of their kind.
select
  pack, edition, title, sha256, circulation, profile, period, replaces,
  file_name as "fileName", issue_no as issue, manifest_sha256 as "manifestSha256",
  prepared_by as "preparedBy", issued_by as "releasedBy",
  strftime(issued_at, '%Y-%m-%dT%H:%M:%SZ') as "releasedAt",
  strftime(withdrawn_at, '%Y-%m-%dT%H:%M:%SZ') as "withdrawnAt",
  withdrawn_by as "withdrawnBy", withdrawn_reason as "withdrawnReason"
from issued_pack
where $pack::varchar is null or pack = $pack
order by issued_at desc, pack
