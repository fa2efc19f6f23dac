// Owns finding hidden numbers that can be worked out by adding and subtracting what is shown.
// Hidden cells are unknowns of a linear system of sums; those that it fixes are recovered. Numbers are not negative.

import type { Book } from '../book/book.ts';
import { type Grid, type GridColumn, gridsOf, numberAt, sumsOf } from './grid.ts';
import { isExcused, sameFigures } from './total-rules.ts';

/** A hidden cell. */
export interface Unknown {
  readonly grid: Grid;
  readonly column: GridColumn;
  readonly row: number;
}

/** A sum: known total = known parts + the unknowns. */
export interface Equation {
  readonly unknowns: readonly Unknown[];
  /** What the unknowns add up to, total positive; null where the total itself is unknown. */
  readonly remainder: number;
  readonly total: number;
  /** Whether the whole is one of the unknowns. */
  readonly wholeHidden: boolean;
}

const mostUnknowns = 250;

const key = ({ grid, column, row }: Unknown): string =>
  `${grid.sheet.number}|${grid.table.name}|${column.column}|${row}`;

interface Term {
  readonly entry: number | 'hidden' | null | undefined;
  readonly unknown: Unknown;
}

/** The equation whole = sum of parts, or null where a cell holds neither a number nor a hidden one. */
function equation(whole: Term, parts: readonly Term[]): Equation | null {
  const all = [whole, ...parts];
  if (all.some(({ entry }) => entry === null || entry === undefined)) return null;
  const unknowns = all.filter(({ entry }) => entry === 'hidden').map(({ unknown }) => unknown);
  if (unknowns.length === 0) return null;
  const sum = parts.reduce((before, { entry }) => before + (typeof entry === 'number' ? entry : 0), 0);
  const wholeHidden = whole.entry === 'hidden';
  const total = typeof whole.entry === 'number' ? whole.entry : 0;
  return { unknowns, remainder: wholeHidden ? sum : total - sum, total, wholeHidden };
}

const term = (grid: Grid, column: GridColumn, row: number): Term => ({
  entry: column.entries[row],
  unknown: { grid, column, row },
});

/** The row labelled Total is the sum of the others, unless what is shown already exceeds it. */
function rowEquations(grid: Grid): Equation[] {
  if (grid.totalRow === -1 || grid.rows.length < 3 || isExcused(grid.sheet)) return [];
  if (grid.columns.some((column) => column.isCount && contradicts(grid, column))) return [];
  return grid.columns.flatMap((column) => {
    if (!column.isCount) return [];
    const parts = column.entries.flatMap((_, row) =>
      row === grid.totalRow ? [] : [term(grid, column, row)],
    );
    const found = equation(term(grid, column, grid.totalRow), parts);
    return found && (found.wholeHidden || found.remainder >= 0) ? [found] : [];
  });
}

/** Whether all rows of a column are shown and do not add up to its total: then no column of the table need. */
function contradicts({ totalRow }: Grid, { entries }: GridColumn): boolean {
  if (entries.some((entry) => typeof entry !== 'number')) return false;
  const sum = entries.reduce<number>((before, entry) => before + Number(entry), 0);
  return sum !== 2 * Number(entries[totalRow]);
}

const totalHeader = /^(grand )?total\b|^all\b/i;

/** Columns that add up by the numbers, or by a header Total at the end of a run of counts. */
function columnEquations(grid: Grid): Equation[] {
  const sums = sumsOf(grid).map(({ whole, parts }) => ({ whole, parts }));
  const counts = grid.columns.filter(({ isCount }) => isCount);
  const at = counts.findIndex(({ header }) => totalHeader.test(header));
  const total = counts[at];
  const parts = at > 0 ? counts.slice(0, at) : counts.slice(1);
  if (total && parts.length > 1 && !sums.some(({ whole }) => whole === total)) {
    const rows = total.entries.map(
      (_, row) =>
        parts.reduce((sum, part) => sum + (numberAt(part, row) ?? 0), 0) <=
        (numberAt(total, row) ?? Number.POSITIVE_INFINITY),
    );
    if (rows.every(Boolean) && !grid.rows.some((_, row) => disagrees(total, parts, row)))
      sums.push({ whole: total, parts });
  }
  return sums.flatMap(({ whole, parts: own }) =>
    grid.rows.flatMap((_, row) => {
      const found = equation(
        term(grid, whole, row),
        own.map((part) => term(grid, part, row)),
      );
      return found && (found.wholeHidden || found.remainder >= 0) ? [found] : [];
    }),
  );
}

function disagrees(total: GridColumn, parts: readonly GridColumn[], row: number): boolean {
  const numbers = [total, ...parts].map((column) => numberAt(column, row));
  if (numbers.some((number) => number === null)) return false;
  const [whole = 0, ...others] = numbers.map((number) => number ?? 0);
  return others.reduce((sum, number) => sum + number, 0) !== whole;
}

/** All sums of a workbook that hold hidden numbers. */
export const equationsOf = (book: Book): Equation[] =>
  gridsOf(book).flatMap((grid) => [...rowEquations(grid), ...columnEquations(grid)]);

/** Reduces the rows of a matrix in place; the last column is the right-hand side. */
function reduce(rows: number[][], width: number): void {
  let pivot = 0;
  for (let column = 0; column < width && pivot < rows.length; column++) {
    const found = rows.findIndex((row, i) => i >= pivot && Math.abs(row[column] ?? 0) > 1e-9);
    if (found === -1) continue;
    [rows[pivot], rows[found]] = [rows[found] ?? [], rows[pivot] ?? []];
    const lead = rows[pivot] ?? [];
    const scale = lead[column] ?? 1;
    for (let i = 0; i <= width; i++) lead[i] = (lead[i] ?? 0) / scale;
    rows.forEach((row, i) => {
      const factor = i === pivot ? 0 : (row[column] ?? 0);
      if (factor !== 0) for (let j = 0; j <= width; j++) row[j] = (row[j] ?? 0) - factor * (lead[j] ?? 0);
    });
    pivot += 1;
  }
}

/** The unknowns that a system of sums fixes, where numbers are not negative. Null where it is too large to solve. */
export function recovered(equations: readonly Equation[]): Unknown[] | null {
  const byKey = new Map<string, Unknown>();
  for (const { unknowns } of equations) for (const unknown of unknowns) byKey.set(key(unknown), unknown);
  const keys = [...byKey.keys()];
  if (keys.length > mostUnknowns) return null;
  const places = new Map(keys.map((one, i) => [one, i]));
  const rows = equations.map(({ unknowns, remainder, wholeHidden }) => {
    const row: number[] = Array(keys.length + 1).fill(0);
    unknowns.forEach((unknown, i) => {
      const place = places.get(key(unknown)) ?? 0;
      row[place] = (row[place] ?? 0) + (wholeHidden && i === 0 ? -1 : 1);
    });
    row[keys.length] = wholeHidden ? -remainder : remainder;
    return row;
  });
  reduce(rows, keys.length);
  const fixed = new Set<number>();
  for (const row of rows) {
    const used = row.slice(0, keys.length).flatMap((value, i) => (Math.abs(value) > 1e-9 ? [i] : []));
    const nothing = Math.abs(row[keys.length] ?? 0) < 1e-9 && used.every((i) => (row[i] ?? 0) > 0);
    if (used.length === 1 || nothing) for (const i of used) fixed.add(i);
  }
  return [...fixed].flatMap((i) => byKey.get(keys[i] ?? '') ?? []);
}

/** Hidden cells that another sheet shows: the same rows and column, which agree everywhere else. */
export function shownElsewhere(book: Book): { unknown: Unknown; other: Grid }[] {
  const found: { unknown: Unknown; other: Grid }[] = [];
  for (const { a, b, columnA, columnB, pairs } of sameFigures(gridsOf(book))) {
    const both = pairs.map(
      ([row, other]) => [row, other, columnA.entries[row], columnB.entries[other]] as const,
    );
    const numbers = both.filter(([, , x, y]) => typeof x === 'number' && typeof y === 'number');
    const equal = numbers.filter(([, , x, y]) => x === y && x !== 0).length;
    if (equal < 3 || equal * 10 < numbers.length * 9) continue;
    for (const [row, other, x, y] of both) {
      if (x === 'hidden' && typeof y === 'number')
        found.push({ unknown: { grid: a, column: columnA, row }, other: b });
      if (y === 'hidden' && typeof x === 'number')
        found.push({ unknown: { grid: b, column: columnB, row: other }, other: a });
    }
  }
  return found;
}
