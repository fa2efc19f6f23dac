// Owns the step from staging files to the database: one import is one transaction, all or nothing.
import { join } from 'node:path';
import type { Session, Store } from '#core/store/store.ts';
import type { Mapping } from '#shared/schemas/import.ts';
import { importerOf } from './index.ts';
import loadSql from './load.sql?raw';
import { type StageResult, stagingNames } from './stage-result.ts';
import undoSql from './undo.sql?raw';

export interface LoadRequest {
  readonly importId: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly mapping: Mapping;
  readonly instrument: string | null;
  readonly wave: string | null;
  readonly importedAt: string;
  readonly importedBy: string;
  /** The folder of the staging files. */
  readonly folder: string;
}

/** Stores what was staged, with its history line, problems and rejected rows. */
export async function loadStaged(store: Store, result: StageResult, request: LoadRequest): Promise<void> {
  const importer = importerOf(result.kind);
  if (!importer) throw new Error(`no importer ${result.kind}`);
  const { folder, mapping, ...rest } = request;
  const params = {
    import_id: rest.importId,
    kind: result.kind,
    file_name: rest.fileName,
    sha256: rest.sha256,
    bytes: rest.bytes,
    dialect: result.dialect,
    sheet: result.sheet,
    instrument: rest.instrument,
    wave: rest.wave,
    mapping: JSON.stringify(mapping),
    rows_read: result.read,
    rows_accepted: result.accepted,
    rows_rejected: result.rejected,
    problem_count: result.problemCount,
    notes: JSON.stringify(result.notes),
    imported_at: rest.importedAt,
    imported_by: rest.importedBy,
    file: join(folder, stagingNames.rows),
    answers: join(folder, stagingNames.answers),
    problems: join(folder, stagingNames.problems),
    rejects: join(folder, stagingNames.rejects),
    questions: JSON.stringify(result.survey?.questions ?? []),
  };
  await store.transaction(async (session: Session) => {
    await session.run(loadSql, params);
    await session.run(importer.sql, params);
  });
}

/** Takes one import back whole: its rows, its problems, its line in the history. */
export async function undoImport(store: Store, importId: string): Promise<void> {
  await store.transaction((session) => session.run(undoSql, { import_id: importId }));
}
