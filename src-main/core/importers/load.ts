// Owns the step from staging files to the database: one import is one transaction, all or nothing.
// Parts are stored while the file is still being read; a refusal at the end takes them all back.
import { join } from 'node:path';
import type { Session, Store } from '#core/store/store.ts';
import type { Mapping, Note } from '#shared/schemas/import.ts';
import heldTextSql from './held-text.sql?raw';
import { importerOf } from './index.ts';
import loadSql from './load.sql?raw';
import { heldPostFile, heldTextFile } from './stage-free-text.ts';
import { type StagedPart, type StageResult, stagingNames } from './stage-result.ts';
import undoSql from './undo.sql?raw';
import undoneSql from './undone-import.sql?raw';

/** What an import is called and where its staging files are. */
export interface ImportIdentity {
  readonly importId: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly mapping: Mapping;
  readonly importedAt: string;
  readonly importedBy: string;
  /** The folder of the staging files. */
  readonly folder: string;
}

/** What is decided when the pass has ended well. */
export interface Decision {
  readonly instrument: string | null;
  readonly wave: string | null;
  readonly notes: readonly Note[];
}

function importer(kind: string) {
  const found = importerOf(kind);
  if (!found) throw new Error(`no importer ${kind}`);
  return found;
}

async function finish(
  session: Session,
  result: StageResult,
  identity: ImportIdentity,
  decision: Decision,
): Promise<void> {
  const { folder } = identity;
  const params = {
    import_id: identity.importId,
    kind: result.kind,
    file_name: identity.fileName,
    sha256: identity.sha256,
    bytes: identity.bytes,
    dialect: result.dialect,
    sheet: result.sheet,
    instrument: decision.instrument,
    wave: decision.wave,
    mapping: JSON.stringify(identity.mapping),
    rows_read: result.read,
    rows_accepted: result.accepted,
    rows_rejected: result.rejected,
    problem_count: result.problemCount,
    notes: JSON.stringify(decision.notes),
    imported_at: identity.importedAt,
    imported_by: identity.importedBy,
    file: join(folder, stagingNames.rows),
    answers: join(folder, stagingNames.answers),
    labels: join(folder, stagingNames.labels),
    groups: join(folder, stagingNames.groups),
    tally: join(folder, stagingNames.tally),
    people: join(folder, stagingNames.people),
    patterns: join(folder, stagingNames.patterns),
    problems: join(folder, stagingNames.problems),
    rejects: join(folder, stagingNames.rejects),
    held: join(folder, heldTextFile),
    held_posts: join(folder, heldPostFile),
    questions: JSON.stringify(result.survey?.questions ?? []),
  };
  await session.run(loadSql, params);
  await session.run(heldTextSql, params);
  const { finishSql } = importer(result.kind);
  if (finishSql) await session.run(finishSql, params);
}

/**
 * Stores what `pass` stages. `decide` looks at the finished pass and refuses it by throwing, which
 * leaves the workspace as it was; so does `settle`, which looks at the rows once they are stored.
 */
export function loadImport<T extends Decision>(
  store: Store,
  identity: ImportIdentity,
  pass: (part: (part: StagedPart) => void) => Promise<StageResult>,
  decide: (result: StageResult) => T,
  settle: (session: Session, result: StageResult, decision: T) => Promise<void> = async () => {},
): Promise<{ result: StageResult; decision: T }> {
  const ids = { import_id: identity.importId };
  return store.transaction(async (session) => {
    let storing: Promise<unknown> = Promise.resolve();
    let over = false;
    const keep = async (part: StagedPart): Promise<void> => {
      if (over) return;
      if (part.kind === 'restart') {
        await session.run(undoSql, ids);
        return;
      }
      const { sql } = importer(part.importer);
      if (sql) await session.run(sql, { ...ids, file: part.file });
    };
    const whole = pass((part) => {
      storing = storing.then(() => keep(part));
      storing.catch(() => undefined);
    });
    // Nothing of this import may be stored once the transaction is on its way out.
    const result = await whole.catch(async (cause: unknown) => {
      over = true;
      await storing.catch(() => undefined);
      throw cause;
    });
    await storing;
    const decision = decide(result);
    await finish(session, result, identity, decision);
    await settle(session, result, decision);
    return { result, decision };
  });
}

/** Who takes an import back, when, and which import stands in its place. */
export interface Undoing {
  readonly by: string;
  readonly at: string;
  readonly replacedBy: string | null;
}

/** Takes one import back whole: its rows and problems go, its line moves to the list of undone imports. */
export async function undoImport(session: Session, importId: string, undoing: Undoing): Promise<void> {
  const { by, at, replacedBy } = undoing;
  await session.run(undoneSql, { import_id: importId, by, at, replaced_by: replacedBy });
  await session.run(undoSql, { import_id: importId });
}
