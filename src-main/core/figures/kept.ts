// Owns what is read and worked out from the data and kept: rows, measured cells, plans.
// The rule: nothing is kept across a change of the workspace; a failure is not kept at all.
import type { Store } from '#core/store/store.ts';
import type { Asking } from './ask.ts';
import { cellsOf, type MeasuredCells } from './cells.ts';
import { solveBy, solverOf } from './solving.ts';

export type PlannedStore = Pick<Store, 'all' | 'changes'>;

/** More than a pack and a long session ask for; the oldest go first. */
const MOST = 2000;

interface Kept {
  readonly changes: number;
  readonly answers: Map<string, Promise<unknown>>;
}

const stores = new WeakMap<PlannedStore, Kept>();

/** Answers `work`, or what it answered for the same key since the workspace last changed. */
export function keep<T>(store: PlannedStore, key: readonly unknown[], work: () => Promise<T>): Promise<T> {
  const { changes } = store;
  let kept = stores.get(store);
  if (kept?.changes !== changes) {
    kept = { changes, answers: new Map() };
    stores.set(store, kept);
  }
  const { answers } = kept;
  const name = JSON.stringify(key);
  const known = answers.get(name);
  // The key names what is asked for, and so its type.
  if (known !== undefined) return known as Promise<T>;
  const answer = work();
  if (answers.size >= MOST)
    for (const oldest of [...answers.keys()].slice(0, MOST / 4)) answers.delete(oldest);
  answers.set(name, answer);
  answer.catch(() => answers.delete(name));
  return answer;
}

const readers = new WeakMap<PlannedStore, PlannedStore>();

/** The store, each statement's rows kept. They are everybody's: whoever reads them leaves them as they are. */
export function keptRows(store: PlannedStore): PlannedStore {
  const known = readers.get(store);
  if (known) return known;
  const reader: PlannedStore = {
    get changes() {
      return store.changes;
    },
    all: (sql, params = {}) => keep(reader, ['rows', sql, params], () => store.all(sql, params)),
  };
  solveBy(reader, solverOf(store));
  readers.set(store, reader);
  return reader;
}

/** The measured cells of a question, kept. */
export const keptCells = (
  store: PlannedStore,
  asking: Asking,
  minimumBase: number,
): Promise<MeasuredCells> => {
  const { metric, choices, cuts, grain, from, to } = asking;
  const dates = grain === 'all' ? [from, to] : [];
  const named = Object.entries(choices).sort();
  return keep(store, ['cells', metric.card.id, named, cuts, grain, dates, minimumBase], () =>
    cellsOf(store, asking, minimumBase),
  );
};
