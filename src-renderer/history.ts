// Owns undo and redo of what the window shows: a past, a present and a future, nothing else.
// The rule: pure; a change equal to the present is no step.

export interface History<T> {
  readonly past: readonly T[];
  readonly now: T;
  readonly future: readonly T[];
}

const longest = 200;

export const begin = <T>(now: T): History<T> => ({ past: [], now, future: [] });

/** The history after a change; unchanged when `same` says that nothing differs. */
export function step<T>(history: History<T>, next: T, same: (a: T, b: T) => boolean): History<T> {
  if (same(history.now, next)) return history;
  return { past: [...history.past, history.now].slice(-longest), now: next, future: [] };
}

/** One step back, or the same history when there is none. */
export function undo<T>(history: History<T>): History<T> {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return { past: history.past.slice(0, -1), now: before, future: [history.now, ...history.future] };
}

/** One step forward again, or the same history when there is none. */
export function redo<T>(history: History<T>): History<T> {
  const [after, ...future] = history.future;
  if (after === undefined) return history;
  return { past: [...history.past, history.now], now: after, future };
}

/** The history without the moments that are `gone`; where the present is one, the moment before it stands again. */
export function without<T>(history: History<T>, gone: (moment: T) => boolean): History<T> {
  const kept = { ...history, past: history.past.filter((moment) => !gone(moment)) };
  return gone(kept.now) ? { ...undo(kept), future: kept.future } : kept;
}
