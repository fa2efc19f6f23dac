// Owns the state of a workspace as packs know it: one hash over all that changes a figure or a sheet.
// The rule: the same state gives the same packs. Hashes are made under the workspace's key, so that nobody who
// has a pack can find out by trying what was settled.
import { createHmac } from 'node:crypto';
import type { Session } from '#core/store/session.ts';
import sql from './pack-state.sql?raw';

export interface PackState {
  /** ISO instant in UTC of the last change; 1970 in a workspace where nothing has been done. */
  readonly asAt: string;
  /** One hash of everything. */
  readonly state: string;
  /** By what it is of, such as "Series breaks". */
  readonly settled: Readonly<Record<string, string>>;
}

/** Reads the state of a workspace; `key` is the workspace's own. */
export async function readPackState(session: Pick<Session, 'all'>, key: Uint8Array): Promise<PackState> {
  const rows = await session.all<{ subject: string; digest: string; at: string | null }>(sql);
  const hashed = (text: string): string =>
    createHmac('sha256', key).update(`pack state\n${text}`).digest('hex');
  const settled = Object.fromEntries(
    rows.map(({ subject, digest }) => [subject, hashed(`${subject} ${digest}`)]),
  );
  const times = rows.flatMap(({ at }) => at ?? []).sort();
  return { asAt: times.at(-1) ?? '1970-01-01T00:00:00Z', state: hashed(JSON.stringify(settled)), settled };
}

/** What differs between two states, in words: "imports", "series breaks and cover entries". */
export function changedSince(before: PackState['settled'], now: PackState['settled']): string[] {
  const subjects = [...new Set([...Object.keys(before), ...Object.keys(now)])].sort();
  return subjects.filter((subject) => before[subject] !== now[subject]);
}
