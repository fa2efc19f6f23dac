// Owns the list of packs that were released: their numbers, what each took the place of, what was withdrawn.
// The rule: a released pack is never changed; withdrawing adds a mark, and the next release the next number.
import type { Session } from '#core/store/session.ts';
import type { Period } from '#shared/calendar.ts';
import type { Circulation, IssuedPack, PackResult, ReplacedPack } from '#shared/schemas/pack.ts';
import issuedSql from './pack-releases.sql?raw';

interface Row extends Omit<IssuedPack, 'withdrawn' | 'standing'> {
  readonly withdrawnAt: string | null;
  readonly withdrawnBy: string | null;
  readonly withdrawnReason: string | null;
}

const issued = ({ withdrawnAt, withdrawnBy, withdrawnReason, ...row }: Row): IssuedPack => ({
  ...row,
  standing: withdrawnAt === null ? 'released' : 'withdrawn',
  withdrawn:
    withdrawnAt === null ? null : { at: withdrawnAt, by: withdrawnBy ?? '', reason: withdrawnReason ?? '' },
});

/** The packs that were released, the last first; or the one asked for. */
export const issuedPacks = async (
  session: Pick<Session, 'all'>,
  pack: string | null = null,
): Promise<IssuedPack[]> => (await session.all<Row>(issuedSql, { pack })).map(issued);

/** What the next release of an edition, twin and period is numbered, and what it takes the place of. */
export async function nextIssue(
  session: Pick<Session, 'all'>,
  edition: string,
  circulation: Circulation,
  { from, to }: Pick<Period, 'from' | 'to'>,
): Promise<{ issue: number; replaces: ReplacedPack | null }> {
  const [last] = await session.all<{ pack: string; issue: number; releasedAt: string }>(
    `select pack, issue_no as issue, strftime(issued_at, '%Y-%m-%dT%H:%M:%SZ') as "releasedAt"
     from issued_pack
     where edition = $edition and circulation = $circulation
       and period_start = $from::date and period_end = $to::date
     order by issue_no desc limit 1`,
    { edition, circulation, from, to },
  );
  return { issue: (last?.issue ?? 0) + 1, replaces: last ?? null };
}

/** The id of the last pack of an edition and twin that was released, and stands, for a period; before an issue. */
export async function lastReleased(
  session: Pick<Session, 'all'>,
  edition: string,
  circulation: Circulation,
  { from, to }: Pick<Period, 'from' | 'to'>,
  before: number | null,
): Promise<string | null> {
  const [last] = await session.all<{ pack: string }>(
    `select pack from issued_pack
     where edition = $edition and circulation = $circulation and withdrawn_at is null
       and period_start = $from::date and period_end = $to::date and manifest_sha256 is not null
       and ($before::integer is null or issue_no < $before)
     order by issue_no desc limit 1`,
    { edition, circulation, from, to, before },
  );
  return last?.pack ?? null;
}

/** Notes a release, in the transaction that remembers what the pack told. */
export const recordRelease = (
  session: Session,
  result: PackResult,
  { from, to }: Pick<Period, 'from' | 'to'>,
): Promise<number> =>
  session.run(
    `insert into issued_pack by name
     select $pack as pack, $edition as edition, $title as title, $sha256 as sha256,
       $releasedAt::timestamp as issued_at, $releasedBy as issued_by, $circulation as circulation,
       $profile as profile, $period as period, $from::date as period_start, $to::date as period_end,
       $fileName as file_name, $issue::integer as issue_no, $manifest as manifest_sha256,
       $preparedBy as prepared_by, $replaces as replaces`,
    {
      pack: result.pack,
      edition: result.edition,
      title: result.title,
      sha256: result.sha256,
      releasedAt: result.releasedAt,
      releasedBy: result.releasedBy,
      circulation: result.circulation,
      profile: result.profile,
      period: result.period,
      from,
      to,
      fileName: result.fileName,
      issue: result.issue,
      manifest: result.manifest.sha256,
      preparedBy: result.preparedBy,
      replaces: result.replaces?.pack ?? null,
    },
  );

/** Marks a released pack as withdrawn. */
export const recordWithdrawal = (
  session: Session,
  pack: string,
  { at, by, reason }: NonNullable<PackResult['withdrawn']>,
): Promise<number> =>
  session.run(
    `update issued_pack set withdrawn_at = $at::timestamp, withdrawn_by = $by, withdrawn_reason = $reason
     where pack = $pack`,
    { pack, at, by, reason },
  );
