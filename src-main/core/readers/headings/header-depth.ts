// Decides how many rows of headings a plain table has, from what stands under them and what is merged.
// The rule: a second row of headings must prove itself: it has words where the columns hold numbers or
// dates; a row of group headings above must be merged over its columns, or be needed to tell them apart.
import type { MergedCells } from '../source-table.ts';
import { cellAt, looksLikeMoment, normalise } from './cells.ts';

/** Where a plain table's headings begin (0-based), and their texts with group headings carried to the right. */
export interface HeaderRows {
  readonly start: number;
  readonly rows: readonly (readonly string[])[];
}

const mostRows = 3;
const fewestValues = 3;

const placeholder =
  /^(-+|–|—|\.+|n\/?a|nil|none|null|\*+|<\s*\d+|\[?[cxz]\]?|not (stated|known|available|applicable))$/i;
const number = /^[-+(]?\s*[£$€]?\s*\d[\d,.\s]*%?\)?$/;
const worded = /^\d{1,2}(st|nd|rd|th)?[ -][a-z]{3,9}\.?,?[ -]\d{2,4}|^[a-z]{3,9}[ -]\d{2,4}$/i;

/** True for what a column of numbers or dates holds. */
export const isTyped = (text: string): boolean => {
  const cell = text.trim();
  return (
    number.test(cell) ||
    looksLikeMoment(cell) ||
    worded.test(cell) ||
    /^(true|false)$/i.test(cell) ||
    placeholder.test(cell)
  );
};

/**
 * The headings of a plain table whose first record stands at `start`. `depth` is how many rows a person
 * says they are, else it is found out.
 */
export function headerRows(
  rows: readonly (readonly string[])[],
  start: number,
  merged: readonly MergedCells[],
  depth: number | null,
): HeaderRows {
  const top = depth === null || depth > 1 ? start - groupsAbove(rows, start, merged) : start;
  const count = depth ?? start - top + 1 + headingsBelow(rows, start, merged);
  const from = depth !== null && top + depth <= start ? start : top;
  const heads = rows.slice(from, from + Math.min(count, depth ?? mostRows));
  return { start: from, rows: heads.map((_, at) => carried(heads, at, from, merged)) };
}

/** How many rows of group headings stand directly above. */
function groupsAbove(
  rows: readonly (readonly string[])[],
  start: number,
  merged: readonly MergedCells[],
): number {
  const above = rows[start - 1] ?? [];
  const labels = filled(rows[start]).map(({ text }) => normalise(text));
  const groups = filled(above);
  if (groups.length === 0 || groups.some(({ text }) => isTyped(text) || text.length > 80)) return 0;
  const width = rows[start]?.length ?? 0;
  const overSome = merged.some(
    ({ top, left, bottom, right }) =>
      top <= start - 1 && bottom === start - 1 && right > left && right - left + 1 < width,
  );
  const needed = new Set(labels).size < labels.length && groups.length > 1;
  return overSome || (needed && !groups.some(({ text }) => text.includes(':'))) ? 1 : 0;
}

/** How many rows below the first are headings too. */
function headingsBelow(
  rows: readonly (readonly string[])[],
  start: number,
  merged: readonly MergedCells[],
): number {
  let count = 0;
  for (let at = start + 1; at <= start + mostRows - 1; at++) {
    if (!isHeading(rows, start, at, merged)) break;
    count++;
  }
  return count;
}

function isHeading(
  rows: readonly (readonly string[])[],
  start: number,
  at: number,
  merged: readonly MergedCells[],
): boolean {
  const row = rows[at] ?? [];
  const cells = filled(row);
  if (cells.length === 0 || cells.some(({ text }) => isTyped(text) || text.length > 80)) return false;
  const below = rows.slice(at + 1);
  const words = cells.filter(({ column }) => holdsTyped(below, column)).length;
  const above = rows[at - 1] ?? [];
  const complements = cells.some(({ column }) => cellAt(above, column).trim() === '');
  const joined = merged.some(
    ({ top, bottom, left, right }) => top >= start && top < at && (bottom >= at || right > left),
  );
  return words >= (complements || joined ? 1 : 2);
}

/** Whether nearly all that a column holds is numbers or dates. */
function holdsTyped(rows: readonly (readonly string[])[], column: number): boolean {
  const values = rows.map((row) => cellAt(row, column).trim()).filter((value) => value !== '');
  return values.length >= fewestValues && values.filter(isTyped).length >= 0.9 * values.length;
}

const filled = (row: readonly string[] | undefined): { column: number; text: string }[] =>
  (row ?? []).map((text, column) => ({ text: text.trim(), column })).filter(({ text }) => text !== '');

/** A row of headings with each group heading carried over its columns. */
function carried(
  heads: readonly (readonly string[])[],
  at: number,
  start: number,
  merged: readonly MergedCells[],
): string[] {
  const row = heads[at] ?? [];
  const under = heads[at + 1];
  const blocks = merged.filter(
    ({ top, left, bottom, right }) => top <= start + at && bottom >= start + at && right > left,
  );
  if (blocks.length > 0) {
    const full = Array.from(
      { length: Math.max(row.length, ...blocks.map(({ right }) => right + 1)) },
      (_, column) => cellAt(row, column),
    );
    for (const { top, left, right } of blocks)
      if (top === start + at) full.fill(cellAt(row, left), left, right + 1);
    return full;
  }
  if (under === undefined) return [...row];
  let group = '';
  return Array.from({ length: Math.max(row.length, under.length) }, (_, column) => {
    const own = cellAt(row, column);
    const has = cellAt(under, column).trim() !== '';
    if (own.trim() !== '') group = has ? own : '';
    return own.trim() === '' && has ? group : own;
  });
}
