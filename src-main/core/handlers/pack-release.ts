// Answers for what becomes of a pack: released by the second person, withdrawn, checked for tampering.
// The rule: what is released is what was checked. It is frozen with its hashes; nothing in it is asked anew.
import { rememberTold, type ToldCell } from '#core/figures/index.ts';
import { issuedPacks, recordRelease, recordWithdrawal } from '#core/governance/pack-releases.ts';
import { changedSince } from '#core/governance/pack-state.ts';
import type { KeptPack } from '#core/packs/pack-files.ts';
import { packPeriod } from '#core/packs/pack-period.ts';
import { released } from '#core/packs/released.ts';
import { AppError } from '#shared/errors.ts';
import { checkThresholds } from '#shared/schemas/check.ts';
import type { PackResult, PackVerdict, WithdrawRequest } from '#shared/schemas/pack.ts';
import type { CallContext, HandlersOf, House } from './context.ts';
import { personsIn } from './front-warnings.ts';
import { findPack, keptPack } from './kept-pack.ts';
import { type WrittenPack, writePack } from './write-pack.ts';

/** How many broken rules are told. */
const mostTold = 5;

/** @throws AppError pack-stale where the workspace is not the one that the draft was built from */
async function refuseStale(house: House, { state }: PackResult, { facts }: KeptPack): Promise<void> {
  const now = await house.workspace().packState();
  if (now.state === state) return;
  const changed = changedSince(facts.settled, now.settled).map((subject) => subject.toLowerCase());
  throw new AppError('pack-stale', { changed: changed.join(', ') });
}

/** @throws AppError pack-unsafe where the finished workbook breaks a rule of severity E */
async function refuseUnsafe({ result, files }: WrittenPack, { house, job }: CallContext): Promise<void> {
  const { minimumBase, smallCount } = await house.workspace().settings();
  const report = await house.threads.run(
    'check',
    {
      name: result.fileName,
      bytes: files.workbook,
      fileName: result.fileName,
      sha256: result.sha256,
      profile: result.profile,
      thresholds: checkThresholds.parse({ minimumBase, minimumCount: smallCount }),
    },
    { signal: job.signal },
  );
  const broken = report.findings.filter(({ severity }) => severity === 'E');
  if (broken.length === 0) return;
  const rules = new Set(broken.map(({ rule }) => rule)).size;
  const detail = broken
    .slice(0, mostTold)
    .map(
      ({ rule, sheet, cell, message }) =>
        `${[rule, sheet, cell].filter(Boolean).join(' ')}: ${message.replace(/\.$/, '')}`,
    )
    .join('; ');
  throw new AppError('pack-unsafe', { count: rules === 1 ? 'one rule' : `${rules} rules`, detail });
}

/** Releases a draft; see `pack.release` of the contract. */
async function release(pack: string, context: CallContext): Promise<PackResult> {
  const { house, job } = context;
  const { store, outbox, audit, officer } = house.workspace();
  await officer.privateKey();
  const draft = await findPack(house, pack);
  if (draft.standing !== 'draft') throw new AppError('pack-not-draft', { standing: draft.standing });
  const kept = await keptPack(house, pack);
  await refuseStale(house, draft, kept);
  const releasedAt = `${new Date().toISOString().slice(0, 19)}Z`;
  const final: KeptPack = { ...kept, described: released(kept.described, draft.issue, releasedAt) };
  const card = { ...draft, standing: 'released', releasedAt, releasedBy: house.user } as const;
  job.progress('Writing the workbook', 0.1);
  const written = await writePack(card, final, context);
  job.progress('Checking the workbook', 0.5);
  await refuseUnsafe(written, context);
  const { result, files } = written;
  const told = JSON.parse(await outbox.kept(pack, 'told')) as ToldCell[];
  await outbox.freeze(result, files);
  await store.transaction(async (session) => {
    await recordRelease(session, result, packPeriod(result.period).period);
    await rememberTold(session, pack, told);
    await audit.add(house.user, 'pack-released', {
      pack,
      reference: result.reference,
      sha256: result.sha256,
      manifest: result.manifest.sha256,
      preparedBy: result.preparedBy,
    });
  });
  return result;
}

async function withdraw({ pack, reason, confirm = false }: WithdrawRequest, { house }: CallContext) {
  const { store, audit, officer } = house.workspace();
  await officer.privateKey();
  const { standing } = await findPack(house, pack);
  if (standing !== 'released')
    throw new AppError('pack-not-released', {
      standing: standingWords[standing],
      refused: 'cannot be withdrawn',
    });
  const persons = confirm ? [] : await personsIn(house, reason);
  if (persons.length > 0) throw new AppError('pack-names-somebody', { found: persons.join(', ') });
  const withdrawal = { at: new Date().toISOString(), by: house.user, reason };
  await store.transaction(async (session) => {
    await recordWithdrawal(session, pack, withdrawal);
    await audit.add(house.user, 'pack-withdrawn', { pack });
  });
  return findPack(house, pack);
}

const standingWords = { draft: 'a draft', released: 'released', withdrawn: 'withdrawn already' } as const;

async function verify(pack: string, house: House): Promise<PackVerdict> {
  const { store, outbox } = house.workspace();
  const [issued] = await issuedPacks(store, pack);
  const { path, manifestPath, result } = await outbox.find(pack);
  if (!issued)
    throw new AppError('pack-not-released', {
      standing: standingWords[result.standing],
      refused: 'has no frozen files to check',
    });
  const expected = [
    { file: 'workbook', path, hash: issued.sha256 },
    { file: 'manifest', path: manifestPath, hash: issued.manifestSha256 },
  ] as const;
  const files: PackVerdict['files'] = [];
  for (const { file, path: at, hash } of expected) {
    if (hash === null) continue;
    const found = await outbox.hashOf(at);
    files.push({ file, expected: hash, found, holds: found === hash });
  }
  const broken = files.filter(({ holds }) => !holds);
  const reading =
    broken.length === 0
      ? 'The frozen files are those that were released: their hashes agree.'
      : broken
          .map(({ file, found }) =>
            found === null
              ? `The frozen ${file} is not there any more.`
              : `The frozen ${file} was changed since it was released: its hash is another.`,
          )
          .join(' ');
  return { pack, holds: broken.length === 0, reading, files };
}

export const packReleaseHandlers: HandlersOf<'pack.release' | 'pack.withdraw' | 'pack.verify'> = {
  'pack.release': ({ pack }, context) => release(pack, context),
  'pack.withdraw': (request, context) => withdraw(request, context),
  'pack.verify': ({ pack }, { house }) => verify(pack, house),
};
