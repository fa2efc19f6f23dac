// Answers for one file before it is imported: how it would be read, what it has to do with earlier imports,
// what it would change. Nothing is stored.
import { randomBytes } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { compareImports } from '#core/importers/compare-imports.ts';
import { earlierImports, knownImports, mayShare, rowsInBoth } from '#core/importers/earlier-imports.ts';
import type { StagedPart, StageResult } from '#core/importers/stage-result.ts';
import { type StagedFile, tryImport } from '#core/importers/trial.ts';
import type { Session, Store } from '#core/store/store.ts';
import { AppError } from '#shared/errors.ts';
import { withMend } from '#shared/problems.ts';
import type { Comparison } from '#shared/schemas/again.ts';
import type { ImportRequest, Preview } from '#shared/schemas/import.ts';
import type { CallContext } from './context.ts';
import { importerFor, instrumentOf, refuseUnready, stageFile } from './stage-file.ts';

/** Stages a file into a folder that is there while `work` runs. */
async function whileStaged<T>(
  request: ImportRequest,
  context: CallContext,
  store: Store,
  work: (staged: StagedFile, folder: string) => Promise<T>,
): Promise<T> {
  const { signal } = context.job;
  const folder = join(store.staging, `t${randomBytes(5).toString('hex')}`);
  const stop = () => store.interrupt();
  await mkdir(folder, { recursive: true });
  signal.addEventListener('abort', stop, { once: true });
  try {
    const parts: StagedPart[] = [];
    const result = await stageFile(request, folder, context, (part) => {
      if (part.kind === 'restart') parts.length = 0;
      else parts.push(part);
    });
    return await work({ result, parts }, folder);
  } finally {
    signal.removeEventListener('abort', stop);
    await rm(folder, { recursive: true, force: true });
  }
}

/** Lets `look` see the file's rows as they would be stored, under an import id of their own. */
async function onTrial<T>(
  staged: StagedFile,
  folder: string,
  request: ImportRequest,
  { house, job }: CallContext,
  look: (session: Session, importId: string) => Promise<T>,
): Promise<T> {
  const { store } = house.workspace();
  const { name, file: sha256, bytes } = (await house.inbox()).find(request.file);
  const { result } = staged;
  const importId = `t${randomBytes(5).toString('hex')}`;
  job.progress(`Comparing ${name} with what is there`, null);
  return tryImport(
    store,
    {
      importId,
      fileName: name,
      sha256,
      bytes,
      mapping: result.mapping,
      importedAt: new Date().toISOString(),
      importedBy: house.user,
      folder,
    },
    staged,
    { instrument: instrumentOf(result, name), wave: result.survey?.wave ?? null, notes: [] },
    (session) => look(session, importId),
  );
}

function isReady(result: StageResult, name: string): boolean {
  try {
    refuseUnready(result, name);
    return true;
  } catch (cause) {
    if (cause instanceof AppError) return false;
    throw cause;
  }
}

const newcomerOf = (result: StageResult, name: string, sha256: string) => ({
  importer: importerFor(result),
  sha256,
  instrument: instrumentOf(result, name),
  wave: result.survey?.wave ?? null,
  covers: result.covers,
});

/** Reads the file and finds the earlier imports that it touches; rows are looked up only where some may be shared. */
async function readBeside(request: ImportRequest, context: CallContext) {
  const { house } = context;
  const open = house.current();
  const { name, file } = (await house.inbox()).find(request.file);
  const known = open ? await knownImports(open.store) : [];
  if (!open || known.length === 0) return { result: await stageFile(request, null, context), earlier: [] };
  return whileStaged(request, context, open.store, async (staged, folder) => {
    const { result } = staged;
    const newcomer = newcomerOf(result, name, file);
    const others = known.filter(({ sha256 }) => sha256 !== file);
    const shared =
      isReady(result, name) && mayShare(others, newcomer).importIds.length > 0
        ? await onTrial(staged, folder, request, context, (session, importId) =>
            rowsInBoth(session, others, newcomer, importId),
          )
        : new Map<string, number>();
    return { result, earlier: earlierImports(known, newcomer, shared) };
  });
}

/** What a person sees before they decide. */
export async function previewImport(request: ImportRequest, context: CallContext): Promise<Preview> {
  const { name, file } = (await context.house.inbox()).find(request.file);
  const { result, earlier } = await readBeside(request, context).catch(async (cause) => {
    // Before the sheet is chosen there is nothing to compare, but the choice must be shown.
    if (!(cause instanceof AppError) || cause.code !== 'sheet-needed') throw cause;
    return { result: await stageFile(request, null, context), earlier: [] };
  });
  const notes = [...result.notes];
  if (result.ambiguousDates !== null) {
    notes.push({
      code: 'dates-ambiguous',
      text: `The dates in “${result.ambiguousDates}” could be day first or month first: say which before importing.`,
    });
  }
  const { kind, dialect, format, encoding, sheet, headerRows, read, accepted, rejected } = result;
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
    problems: result.problems.map(withMend),
    problemCount: result.problemCount,
    problemGroups: [...result.problemGroups],
    notes,
    missing: [...result.missing],
    instrument: instrumentOf(result, name),
    wave: result.survey?.wave ?? null,
    alreadyImported: earlier.findLast(({ relation }) => relation === 'same-bytes')?.importId ?? null,
    savedMapping: result.savedMapping,
    mapping: result.mapping,
    covers: result.covers,
    earlier,
    unknownValues: [...result.unknownValues],
  };
}

/** What taking this file in place of an import would change. @throws AppError import-unknown, kind-differs */
export async function compareImport(
  { importId, ...request }: ImportRequest & { importId: string },
  context: CallContext,
): Promise<Comparison> {
  const { house } = context;
  const { store } = house.workspace();
  const { name } = (await house.inbox()).find(request.file);
  const before = (await knownImports(store)).find((known) => known.importId === importId);
  if (!before) throw new AppError('import-unknown', { importId });
  return whileStaged({ kind: before.kind, ...request }, context, store, async (staged, folder) => {
    refuseUnready(staged.result, name);
    const importer = importerFor(staged.result);
    if (importer.id !== before.kind)
      throw new AppError('kind-differs', { name, kind: importer.title, importId, was: before.kind });
    return onTrial(staged, folder, request, context, (session, now) =>
      compareImports(session, importer, importId, now),
    );
  });
}
