// Answers for one file: preview it, import it. A preview keeps nothing; an import is whole or not at all.
import { randomBytes } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { importerOf } from '#core/importers/index.ts';
import { type Decision, loadImport } from '#core/importers/load.ts';
import type { StagedPart, StageProgress, StageResult } from '#core/importers/stage-result.ts';
import type { Store } from '#core/store/store.ts';
import { AppError } from '#shared/errors.ts';
import type { ImportRequest, Preview, Receipt } from '#shared/schemas/import.ts';
import type { CallContext } from './context.ts';

/** Bytes count for most of the time; what is left is storing. */
const readingShare = 0.7;

const count = (rows: number): string => rows.toLocaleString('en-GB');

async function stageFile(
  request: ImportRequest,
  folder: string | null,
  { house, job }: CallContext,
  onPart: (part: StagedPart) => void = () => {},
): Promise<StageResult> {
  const { path, name } = (await house.inbox()).find(request.file);
  const onProgress = ({ rows, bytesRead, bytesTotal }: StageProgress) =>
    job.progress(
      rows > 0 ? `Reading ${name}: ${count(rows)} rows` : `Reading ${name}`,
      bytesTotal > 0 ? readingShare * Math.min(1, bytesRead / bytesTotal) : null,
    );
  const {
    kind = null,
    sheet = null,
    headerRows = null,
    mapping = {},
    instrument = null,
    wave = null,
  } = request;
  job.progress(`Reading ${name}`, 0);
  // A preview may be had before there is a workspace; its pseudonyms are then of no key that lasts.
  const key = house.current()?.key ?? randomBytes(32);
  return house.threads.run(
    'stage',
    { path, name, kind, sheet, headerRows, mapping, instrument, wave, key, folder },
    { signal: job.signal, onProgress, onPart },
  );
}

interface Earlier {
  readonly import_id: string;
  readonly imported_at: string;
}

async function importedBefore(store: Store, sha256: string): Promise<Earlier | undefined> {
  const [earlier] = await store.all<Earlier>(
    'select import_id, imported_at from import where sha256 = $sha256 order by imported_at limit 1',
    { sha256 },
  );
  return earlier;
}

/** Without a name the survey's file name stands in for it, which the receipt says. */
const instrumentOf = (request: ImportRequest, name: string): string =>
  request.instrument ?? basename(name, extname(name));

/** What a person sees before they decide. Nothing is stored. */
export async function previewImport(request: ImportRequest, context: CallContext): Promise<Preview> {
  const { house } = context;
  const open = house.current();
  const result = await stageFile(request, null, context);
  const { name, file } = (await house.inbox()).find(request.file);
  const { kind, dialect, format, encoding, sheet, headerRows, read, accepted, rejected, problemCount } =
    result;
  const notes = [...result.notes];
  if (result.ambiguousDates !== null) {
    notes.push({
      code: 'dates-ambiguous',
      text: `The dates in “${result.ambiguousDates}” could be day first or month first: say which before importing.`,
    });
  }
  return {
    file,
    name,
    kind,
    dialect,
    format,
    encoding,
    sheet,
    sheets: [...result.sheets],
    headerRows,
    columns: [...result.columns],
    sample: [...result.sample],
    read,
    accepted,
    rejected,
    problems: [...result.problems],
    problemCount,
    notes,
    missing: [...result.missing],
    instrument: result.survey ? instrumentOf(request, name) : null,
    wave: result.survey?.wave ?? null,
    alreadyImported: open ? ((await importedBefore(open.store, file))?.import_id ?? null) : null,
  };
}

function refuseUnready(result: StageResult, name: string): void {
  if (result.missing.length > 0) {
    throw new AppError('columns-missing', {
      name,
      kind: importerOf(result.kind)?.title ?? result.kind,
      columns: result.missing.join(', '),
    });
  }
  if (result.ambiguousDates !== null)
    throw new AppError('dates-ambiguous', { column: result.ambiguousDates });
  if (result.survey && result.survey.wave === null)
    throw new AppError('survey-needs-wave', { missing: 'the wave' });
  if (result.accepted === 0) {
    throw new AppError('all-rejected', {
      read: result.read,
      name,
      reason: result.problems.find((problem) => problem.rejects)?.reason ?? 'unknown',
    });
  }
}

/** What the receipt must say that the analyst did not: a name or a wave that was taken from the file. */
function decide(result: StageResult, request: ImportRequest, name: string): Decision {
  refuseUnready(result, name);
  if (!result.survey) return { instrument: null, wave: null, notes: result.notes };
  const instrument = instrumentOf(request, name);
  const { wave } = result.survey;
  const notes = [...result.notes];
  if (request.instrument === undefined) {
    notes.push({
      code: 'instrument-from-file-name',
      text: `No instrument was named, so the survey is called “${instrument}” after its file.`,
    });
  }
  if (request.wave === undefined) {
    notes.push({
      code: 'wave-from-dates',
      text: `No wave was given; it is the last day on which anybody answered, ${wave}.`,
    });
  }
  return { instrument, wave, notes };
}

function refuseAgain(earlier: Earlier | undefined, name: string, again: boolean): void {
  if (!earlier || again) return;
  throw new AppError('already-imported', {
    name,
    importId: earlier.import_id,
    when: earlier.imported_at.slice(0, 10),
  });
}

/** Imports a received file and forgets it. @throws AppError as the catalogue of import errors says */
export async function commitImport(
  request: ImportRequest & { again?: boolean | undefined },
  context: CallContext,
): Promise<Receipt> {
  const { house, job } = context;
  const started = performance.now();
  const { store } = house.workspace();
  const inbox = await house.inbox();
  const { name, file: sha256, bytes } = inbox.find(request.file);
  refuseAgain(await importedBefore(store, sha256), name, request.again === true);

  const importId = `i${randomBytes(5).toString('hex')}`;
  const importedAt = new Date().toISOString();
  const importedBy = house.user;
  const folder = join(store.staging, importId);
  const identity = {
    importId,
    fileName: name,
    sha256,
    bytes,
    mapping: request.mapping ?? {},
    importedAt,
    importedBy,
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
        return decide(staged, request, name);
      },
    );
    await inbox.discard(sha256);
    const { kind, dialect, read, accepted, rejected, problems, problemCount } = result;
    const { instrument, wave, notes } = decision;
    const elapsedMs = Math.round(performance.now() - started);
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
      problems: [...problems],
      problemCount,
      notes: [...notes],
      importedAt,
      importedBy,
      elapsedMs,
    };
  } finally {
    job.signal.removeEventListener('abort', stop);
    await rm(folder, { recursive: true, force: true });
  }
}
