// Owns looking at a file as it would be stored, without storing it: an import in a transaction that is taken back.
import type { Session, Store } from '#core/store/store.ts';
import { type Decision, type ImportIdentity, loadImport } from './load.ts';
import type { StagedPart, StageResult } from './stage-result.ts';

/** A file that has been staged, and is not stored. */
export interface StagedFile {
  readonly result: StageResult;
  readonly parts: readonly StagedPart[];
}

/** Answers what `look` sees while the rows are there under the identity's import id. Nothing of it stays. */
export async function tryImport<T>(
  store: Store,
  identity: ImportIdentity,
  { result, parts }: StagedFile,
  decision: Decision,
  look: (session: Session) => Promise<T>,
): Promise<T> {
  const seen: T[] = [];
  const over = new Error('the trial is over');
  const pass = async (part: (part: StagedPart) => void): Promise<StageResult> => {
    for (const entry of parts) part(entry);
    return result;
  };
  const settle = async (session: Session): Promise<void> => {
    seen.push(await look(session));
    throw over;
  };
  try {
    await loadImport(store, identity, pass, () => decision, settle);
  } catch (cause) {
    if (cause !== over) throw cause;
  }
  return seen[0] as T;
}
