// Owns how held-back texts are packed: many rows of one column in one sealed block, findings with them.
import { type FindingKind, findingKinds } from '#shared/vocabulary/findings.ts';
import type { Finding } from './screening/finding.ts';
import { type Seal, type Sealed, sealOf } from './seal.ts';

/** A text as it stood in a row of the file, and what screening found in it. */
export interface HeldRow {
  readonly row: number;
  readonly text: string;
  readonly found: readonly Finding[];
}

/** Where a block belongs; sealed for this place only. */
export interface BlockPlace {
  readonly field: string;
  readonly firstRow: number;
  readonly lastRow: number;
}

/** The seal for free text, from the workspace's key. */
export const textSeal = (workspaceKey: Uint8Array): Seal => sealOf(workspaceKey, 'free text');

const placeText = ({ field, firstRow, lastRow }: BlockPlace): string => `${field}:${firstRow}-${lastRow}`;

type PackedRow = [row: number, text: string, ...found: number[]];

const pack = ({ row, text, found }: HeldRow): PackedRow => [
  row,
  text,
  ...found.flatMap(({ start, end, kind }) => [start, end, findingKinds.indexOf(kind)]),
];

function unpack([row, text, ...numbers]: PackedRow): HeldRow {
  const found: Finding[] = [];
  for (let at = 0; at < numbers.length; at += 3) {
    const [start = 0, end = 0, kind = 0] = numbers.slice(at, at + 3);
    found.push({ start, end, kind: findingKinds[kind] ?? 'name' });
  }
  return { row, text, found };
}

/** Seals the rows of one block. */
export const sealBlock = (seal: Seal, place: BlockPlace, rows: readonly HeldRow[]): Sealed =>
  seal.close(JSON.stringify(rows.map(pack)), placeText(place));

/** @returns the rows of a block, or null where the key is another or the block was changed */
export function openBlock(seal: Seal, place: BlockPlace, sealed: Sealed): HeldRow[] | null {
  const text = seal.open(sealed, placeText(place));
  return text === null ? null : (JSON.parse(text) as PackedRow[]).map(unpack);
}

/** How many findings of each kind there are, for the list that shows no text. */
export function countFindings(rows: readonly HeldRow[]): Partial<Record<FindingKind, number>> {
  const counts: Partial<Record<FindingKind, number>> = {};
  for (const { found } of rows) for (const { kind } of found) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
