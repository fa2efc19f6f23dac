// Owns which look a table cell has: what exceljs writes one pattern cell of, and every such cell then carries.
import { shown } from './measure.ts';
import { type Cell, isDate, isLink } from './model.ts';
import { looksLikeFormula, safeText } from './safe-text.ts';

/** The looks that a column's cells can have, in the order of their pattern rows under the table's header. */
export const cellLooks = ['plain', 'number', 'link', 'guarded', 'guarded-link'] as const;
export type CellLook = (typeof cellLooks)[number];

/** What a cell stores: a number (a day as its serial is one, too), a text, or nothing. */
export const cellText = (cell: Cell): string | undefined =>
  cell === null || typeof cell === 'number' || isDate(cell) ? undefined : shown(cell, '');

export function lookOf(cell: Cell): CellLook {
  if (cell === null) return 'plain';
  if (typeof cell === 'number' || isDate(cell)) return 'number';
  const guarded = looksLikeFormula(safeText(cellText(cell) ?? '').text);
  if (isLink(cell)) return guarded ? 'guarded-link' : 'link';
  return guarded ? 'guarded' : 'plain';
}

/** The looks that a column uses. */
export const looksUsed = (rows: readonly (readonly Cell[])[], column: number): Set<CellLook> =>
  new Set(rows.map((row) => lookOf(row[column] ?? null)));
