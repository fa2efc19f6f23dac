// Owns how a received file is staged on a worker thread: what is asked of it, and what its survey is called.
import { randomBytes } from 'node:crypto';
import { basename, extname } from 'node:path';
import type { Importer } from '#core/importers/importer.ts';
import { importerOf } from '#core/importers/index.ts';
import { savedMappings } from '#core/importers/mapping-store.ts';
import type { StagedPart, StageProgress, StageResult } from '#core/importers/stage-result.ts';
import { AppError } from '#shared/errors.ts';
import type { ImportRequest } from '#shared/schemas/import.ts';
import type { CallContext } from './context.ts';

/** Bytes count for most of the time; what is left is storing. */
export const readingShare = 0.7;

export const count = (rows: number): string => rows.toLocaleString('en-GB');

/** What is being done, in words. */
function stepOf(name: string, { rows, screened }: StageProgress): string {
  if (screened) return `Screening ${name}: ${count(screened.done)} of ${count(screened.of)} comments`;
  return rows > 0 ? `Reading ${name}: ${count(rows)} rows` : `Reading ${name}`;
}

/** Stages a file into a folder, or into none. A saved mapping is recognised where the request gives no mapping. */
export async function stageFile(
  request: ImportRequest,
  folder: string | null,
  { house, job }: CallContext,
  onPart: (part: StagedPart) => void = () => {},
): Promise<StageResult> {
  const { path, name } = (await house.inbox()).find(request.file);
  const onProgress = (progress: StageProgress) => {
    const { bytesRead, bytesTotal } = progress;
    job.progress(
      stepOf(name, progress),
      bytesTotal > 0 ? readingShare * Math.min(1, bytesRead / bytesTotal) : null,
    );
  };
  const {
    kind = null,
    sheet = null,
    headerRows = null,
    encoding = null,
    mapping = {},
    instrument = null,
    wave = null,
  } = request;
  job.progress(`Reading ${name}`, 0);
  const open = house.current();
  const saved = open && request.mapping === undefined ? await savedMappings(open.store) : [];
  // A preview may be had before there is a workspace; its pseudonyms are then of no key that lasts.
  const key = open?.key ?? randomBytes(32);
  // A preview keeps nothing, so no name either.
  const keepFor = folder === null ? null : ((await open?.officer.keepsFor()) ?? null);
  return house.threads.run(
    'stage',
    { path, name, kind, sheet, headerRows, encoding, mapping, saved, instrument, wave, key, keepFor, folder },
    { signal: job.signal, onProgress, onPart },
  );
}

export function importerFor({ kind }: StageResult): Importer {
  const importer = importerOf(kind);
  if (!importer) throw new Error(`no importer ${kind}`);
  return importer;
}

/** Without a name, said or saved, the survey's file name stands in for it, which the receipt says. */
export const instrumentOf = (result: StageResult, name: string): string | null =>
  result.survey ? (result.survey.instrument ?? basename(name, extname(name))) : null;

/** @throws AppError columns-missing, dates-ambiguous, survey-needs-wave, all-rejected */
export function refuseUnready(result: StageResult, name: string): void {
  if (result.missing.length > 0) {
    throw new AppError('columns-missing', {
      name,
      kind: importerFor(result).title,
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
