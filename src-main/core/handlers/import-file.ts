// Answers for importing one file: it is imported whole or not at all, in place of another or beside it.
import { randomBytes } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { takeOverWording } from '#core/figures/survey-questions.ts';
import {
  earlierImports,
  type KnownImport,
  knownImports,
  rowsInBoth,
} from '#core/importers/earlier-imports.ts';
import { type Decision, loadImport, undoImport } from '#core/importers/load.ts';
import { keepMapping } from '#core/importers/mapping-store.ts';
import { readingOf } from '#core/importers/saved-reading.ts';
import type { StageResult } from '#core/importers/stage-result.ts';
import type { Session } from '#core/store/store.ts';
import { AppError } from '#shared/errors.ts';
import { withMend } from '#shared/problems.ts';
import type { CommitRequest, EarlierImport, Note, Receipt } from '#shared/schemas/import.ts';
import type { CallContext } from './context.ts';
import { count, importerFor, instrumentOf, readingShare, refuseUnready, stageFile } from './stage-file.ts';

/** Everything that is known of the import when its pass has ended. */
interface Commit {
  readonly request: CommitRequest;
  readonly name: string;
  readonly sha256: string;
  readonly importId: string;
  readonly importedAt: string;
  readonly by: string;
  readonly replaced: KnownImport | undefined;
  /** The imports that will still be there beside it. */
  readonly beside: readonly KnownImport[];
}

const newcomerOf = (
  result: StageResult,
  decision: Pick<Decision, 'instrument' | 'wave'>,
  { sha256 }: Commit,
) => ({
  importer: importerFor(result),
  sha256,
  instrument: decision.instrument,
  wave: decision.wave,
  covers: result.covers,
});

/** What the receipt must say that the analyst did not: a name or a wave taken from the file, what lies beside it. */
function decide(result: StageResult, commit: Commit): Decision {
  const { request, name } = commit;
  refuseUnready(result, name);
  const notes: Note[] = [...result.notes];
  const instrument = instrumentOf(result, name);
  const wave = result.survey?.wave ?? null;
  if (result.survey && result.survey.instrument === null) {
    notes.push({
      code: 'instrument-from-file-name',
      text: `No instrument was named, so the survey is called “${instrument}” after its file.`,
    });
  }
  if (result.survey && request.wave === undefined) {
    notes.push({
      code: 'wave-from-dates',
      text: `No wave was given; it is the last day on which anybody answered, ${wave}.`,
    });
  }
  const decision = { instrument, wave, notes };
  if (importerFor(result).laterCounts) return decision;
  const earlier = earlierImports(commit.beside, newcomerOf(result, decision, commit), new Map());
  const named = (relation: EarlierImport['relation']): string => {
    const found = earlier.filter((entry) => entry.relation === relation);
    const first = found.slice(0, 3).map(({ importId, file }) => `${importId} (${file})`);
    const rest = found.length - first.length;
    return rest > 0 ? `${first.join(', ')} and ${count(rest)} more` : first.join(', ');
  };
  const [sameWave, overlapping] = [named('same-wave'), named('overlapping')];
  if (sameWave !== '')
    notes.push({
      code: 'wave-added-to',
      text: `This wave was there already with import ${sameWave}; these responses are added to it.`,
    });
  if (overlapping !== '')
    notes.push({
      code: 'days-overlap',
      text: `Its days overlap those of import ${overlapping}; no row is in both, and all of them count.`,
    });
  return decision;
}

/** The rule of no silent double counting. @throws AppError rows-already-imported */
async function refuseRowsAgain(
  session: Session,
  result: StageResult,
  decision: Decision,
  commit: Commit,
): Promise<void> {
  const newcomer = newcomerOf(result, decision, commit);
  if (commit.request.again === true || newcomer.importer.laterCounts) return;
  const shared = await rowsInBoth(session, commit.beside, newcomer, commit.importId);
  const [most] = [...shared].sort(([, a], [, b]) => b - a);
  if (!most) return;
  const [importId, rows] = most;
  const file = commit.beside.find((known) => known.importId === importId)?.file ?? '';
  throw new AppError('rows-already-imported', { name: commit.name, rows: count(rows), importId, file });
}

/** What happens in the same transaction once the rows are stored. */
async function settle(
  session: Session,
  result: StageResult,
  decision: Decision,
  commit: Commit,
): Promise<void> {
  const { request, importId, importedAt, by } = commit;
  if (result.survey) await takeOverWording(session, importId);
  // After the new rows: what a person decided of the old questions has been taken over by then.
  if (request.replace !== undefined)
    await undoImport(session, request.replace, { by, at: importedAt, replacedBy: importId });
  await refuseRowsAgain(session, result, decision, commit);
  const { matched, covers, kind, columns } = result;
  // As it was followed, with what the headings and values said beyond it: a rejects file rests on it.
  const mapping = {
    ...result.mapping,
    fields: { ...matched, ...result.mapping.fields },
    ...readingOf(result.mapping, request),
  };
  await session.run(
    `update import set mapping = $mapping::json, covers_from = $from::date, covers_to = $to::date,
       header_rows = $header_rows::integer, saved_mapping = $saved
     where import_id = $import_id`,
    {
      mapping: JSON.stringify(mapping),
      from: covers?.from ?? null,
      to: covers?.to ?? null,
      header_rows: result.headerRows,
      saved: request.saveMapping ?? result.savedMapping?.name ?? null,
      import_id: importId,
    },
  );
  if (request.saveMapping === undefined) return;
  const entry = {
    name: request.saveMapping,
    kind,
    headings: columns.map(({ header }) => header),
    mapping,
    instrument: request.instrument ?? result.survey?.instrument ?? null,
  };
  await keepMapping(session, entry, by);
}

function refuseAgain(known: readonly KnownImport[], name: string, sha256: string): void {
  const earlier = known.findLast((entry) => entry.sha256 === sha256);
  if (!earlier) return;
  const { importId, importedAt } = earlier;
  throw new AppError('already-imported', { name, importId, when: importedAt.slice(0, 10) });
}

/** The import that is to be replaced, and those that stay. @throws AppError import-unknown */
function setAside(known: readonly KnownImport[], replace: string | undefined) {
  const replaced = known.find(({ importId }) => importId === replace);
  if (replace !== undefined && !replaced) throw new AppError('import-unknown', { importId: replace });
  return { replaced, beside: known.filter((entry) => entry !== replaced) };
}

function receiptOf(
  { request, name, sha256, importId, importedAt, by, replaced }: Commit,
  bytes: number,
  result: StageResult,
  { instrument, wave, notes }: Decision,
  started: number,
): Receipt {
  const { kind, dialect, read, accepted, rejected, problems, problemCount, covers } = result;
  return {
    file: name,
    sha256,
    importId,
    kind,
    dialect,
    instrument,
    wave,
    bytes,
    read,
    accepted,
    rejected,
    problems: problems.map(withMend),
    problemCount,
    notes: [...notes],
    importedAt,
    importedBy: by,
    replaced: replaced ? { importId: replaced.importId, file: replaced.file, rows: replaced.rows } : null,
    savedMapping: request.saveMapping ?? result.savedMapping?.name ?? null,
    covers,
    elapsedMs: Math.round(performance.now() - started),
  };
}

/** Imports a received file and forgets it. @throws AppError as the catalogue of import errors says */
export async function commitImport(request: CommitRequest, context: CallContext): Promise<Receipt> {
  const { house, job } = context;
  const started = performance.now();
  const { store, vault } = house.workspace();
  const inbox = await house.inbox();
  const { name, file: sha256, bytes } = inbox.find(request.file);
  const { replaced, beside } = setAside(await knownImports(store), request.replace);
  if (request.again !== true) refuseAgain(beside, name, sha256);

  const importId = `i${randomBytes(5).toString('hex')}`;
  const importedAt = new Date().toISOString();
  const commit: Commit = { request, name, sha256, importId, importedAt, by: house.user, replaced, beside };
  const folder = join(store.staging, importId);
  const identity = {
    importId,
    fileName: name,
    sha256,
    bytes,
    mapping: request.mapping ?? {},
    importedAt,
    importedBy: house.user,
    folder,
  };
  const stop = () => store.interrupt();
  await mkdir(folder, { recursive: true });
  job.signal.addEventListener('abort', stop, { once: true });
  try {
    const { result, decision } = await loadImport(
      store,
      identity,
      (onPart) => stageFile(request, folder, context, onPart),
      (staged) => {
        job.progress(`Storing ${count(staged.accepted)} rows`, readingShare);
        job.signal.throwIfAborted();
        return decide(staged, commit);
      },
      async (session, staged, decided) => {
        await settle(session, staged, decided, commit);
        if (staged.names) await vault.add(importId, staged.names);
      },
    );
    await inbox.discard(sha256);
    return receiptOf(commit, bytes, result, decision, started);
  } finally {
    job.signal.removeEventListener('abort', stop);
    await rm(folder, { recursive: true, force: true });
    // What was replaced, or refused at the end, leaves no name behind.
    await vault.prune();
  }
}
