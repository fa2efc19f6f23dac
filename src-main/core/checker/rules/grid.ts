// Owns a table as numbers and hidden cells: what the rules of sums and of disclosure reckon with.
// The rule: how columns hang together is told from the numbers themselves, by most rows; words only exclude.
import type { Book, Sheet, Table } from '../book/book.ts';
import { type Cell, hasContent } from '../book/cells.ts';
import { body, columnsOf, headerOf, rowsOf, tables } from './look.ts';

/** A cell as the sums see it: a number, a hidden one, or nothing to reckon with. */
export type Entry = number | 'hidden' | null;

export interface GridColumn {
  readonly column: number;
  readonly header: string;
  /** Entries by row, in the order of `rows`. */
  readonly entries: readonly Entry[];
  readonly isPercent: boolean;
  /** Whole numbers of things, as far as header and numbers tell. */
  readonly isCount: boolean;
}

export interface Grid {
  readonly sheet: Sheet;
  readonly table: Table;
  readonly rows: readonly number[];
  readonly labels: readonly string[];
  /** The columns with numbers or hidden cells. */
  readonly columns: readonly GridColumn[];
  /** Index of the row labelled Total, or -1. */
  readonly totalRow: number;
}

const mostRows = 2000;
const notCounts =
  /per ?cent|percent|%|\brates?\b|\bper \d|\bper (fte|head|councillor|officer)|\bmean\b|median|average|score|\bdays?\b|hours?|weeks?|months?|\byears?\b|change|difference|\brank|\bref\b|\bno\.?$|number$|limit|percentile|\bpoints\b|\bwaves?\b|target|ratio|index|£|cost|value|threshold|minimum|longest|shortest|share|variation|\bfte\b|row$/i;
const percentWords = /per ?cent|percent|%|\bshare\b/i;

/** Whether a cell says that its number is hidden to protect somebody. */
export const isHidden = (cell: Cell | null): boolean =>
  cell?.kind === 'text' && /^(\[[a-z]+\])*\[c\](\[[a-z]+\])*$/i.test(cell.text.trim());

function entryOf(cell: Cell | null): Entry {
  if (cell?.kind === 'number') return cell.number;
  return isHidden(cell) ? 'hidden' : null;
}

function readColumn(
  book: Book,
  sheet: Sheet,
  table: Table,
  column: number,
  rows: readonly number[],
): GridColumn | null {
  const header = headerOf(sheet, table, column);
  const cells = rows.map((row) => sheet.cells.at(row, column));
  const entries = cells.map(entryOf);
  if (entries.every((entry) => entry === null)) return null;
  const number = cells.find((cell) => cell?.kind === 'number');
  const format = number ? book.style(number).format : null;
  if (format?.isDate) return null;
  const isPercent = percentWords.test(header) || format?.isPercent === true;
  const whole = entries.every(
    (entry) => typeof entry !== 'number' || (Number.isInteger(entry) && entry >= 0),
  );
  return { column, header, entries, isPercent, isCount: whole && !isPercent && !notCounts.test(header) };
}

const totalLabel = /^(grand )?total\b|^all$/i;

function readGrid(book: Book, sheet: Sheet, table: Table): Grid | null {
  const rows = rowsOf({ ...table, last: table.range.bottom });
  if (rows.length === 0 || rows.length > mostRows) return null;
  const labels = rows.map((row) => {
    const cell = sheet.cells.at(row, table.range.left);
    return hasContent(cell) ? cell.text.trim() : '';
  });
  const columns = columnsOf(table).flatMap((column) => {
    const found = column === table.range.left ? null : readColumn(book, sheet, table, column, rows);
    return found ? [found] : [];
  });
  const totals = labels.flatMap((label, i) => (totalLabel.test(label) ? [i] : []));
  const [totalRow = -1] = totals.length === 1 ? totals : [];
  return { sheet, table, rows, labels, columns, totalRow };
}

const grids = new WeakMap<Book, readonly Grid[]>();

/** The tables that hold numbers, each read once. Covers, contents, notes and method sheets are left out. */
export function gridsOf(book: Book): readonly Grid[] {
  const known = grids.get(book);
  if (known) return known;
  const found = [...tables(book)].flatMap(({ sheet, table }) => {
    if (sheet.kind !== 'data' && sheet.kind !== 'summary') return [];
    const grid = readGrid(book, sheet, table);
    return grid ? [grid] : [];
  });
  grids.set(book, found);
  return found;
}

/** Whether a table hides anything. */
export function hidesSomething(sheet: Sheet, table: Table): boolean {
  for (const cell of body(sheet, table)) if (isHidden(cell)) return true;
  return false;
}

export const numberAt = (column: GridColumn | undefined, row: number): number | null => {
  const entry = column?.entries[row];
  return typeof entry === 'number' ? entry : null;
};

/** A column that is the sum of others in every row where all are shown, in at least three rows. */
export interface Sum {
  readonly whole: GridColumn;
  readonly parts: readonly GridColumn[];
  /** Rows where all are shown and it does not hold; fewer than a quarter. */
  readonly broken: readonly number[];
}

const fits = (whole: GridColumn, parts: readonly GridColumn[], row: number): boolean | null => {
  const numbers = [whole, ...parts].map((column) => numberAt(column, row));
  if (numbers.some((number) => number === null)) return null;
  const [total = 0, ...others] = numbers.map((number) => number ?? 0);
  return Math.abs(total - others.reduce((sum, number) => sum + number, 0)) < 0.5;
};

/** Rows that hold, where not all of them are the trivial 0 = 0. */
function tryParts(whole: GridColumn, parts: readonly GridColumn[]): Sum | null {
  const broken: number[] = [];
  let held = 0;
  whole.entries.forEach((entry, row) => {
    const holds = fits(whole, parts, row);
    if (holds === false) broken.push(row);
    else if (holds && typeof entry === 'number' && entry > 0) held += 1;
  });
  return held >= 3 && broken.length * 4 <= held ? { whole, parts, broken } : null;
}

/**
 * Sums among the count columns of a table: neighbouring columns that add up to one before or after them.
 * The longest run of parts is taken for each whole.
 */
export function sumsOf(grid: Grid): Sum[] {
  const counts = grid.columns.filter(({ isCount }) => isCount).slice(0, 40);
  return counts.flatMap((whole, at) => {
    const runs: GridColumn[][] = [];
    for (let from = 0; from < counts.length; from++) {
      for (let to = from + 2; to <= Math.min(counts.length, from + 15); to++) {
        if (at >= from && at < to) continue;
        if (to < at - 1 || from > at + 2) continue;
        runs.push(counts.slice(from, to));
      }
    }
    const found = runs.sort((a, b) => b.length - a.length).map((parts) => tryParts(whole, parts));
    const best = found.find((sum) => sum !== null);
    return best ? [best] : [];
  });
}

/** A percentage that follows from two counts in nearly every row. */
export interface Share {
  readonly share: GridColumn;
  readonly part: GridColumn;
  readonly base: GridColumn;
  readonly broken: readonly number[];
}

function agrees(share: number, part: number, base: number, scale: number, step: number): boolean {
  return base > 0 && Math.abs((scale * part) / base - share) <= step / 2 + 1e-9;
}

function tryShare(share: GridColumn, part: GridColumn, base: GridColumn): Share | null {
  const rows = share.entries.flatMap((entry, row) => {
    const [own, of] = [numberAt(part, row), numberAt(base, row)];
    return typeof entry === 'number' && own !== null && of !== null && of > 0
      ? [{ row, entry, own, of }]
      : [];
  });
  if (rows.some(({ own, of }) => own > of)) return null;
  const scale = rows.every(({ entry }) => entry <= 1) ? 1 : 100;
  const decimals = Math.max(0, ...rows.map(({ entry }) => (String(entry).split('.')[1] ?? '').length));
  const step = decimals > 6 ? 1e-6 : 10 ** -decimals;
  const broken = rows
    .filter(({ entry, own, of }) => !agrees(entry, own, of, scale, step))
    .map(({ row }) => row);
  const telling = rows.filter(({ own, of }) => own > 0 && own < of).length - broken.length;
  return telling >= 3 && broken.length * 4 <= telling ? { share, part, base, broken } : null;
}

/** The percentages of a table that its counts explain. */
export function sharesOf(grid: Grid): Share[] {
  const counts = grid.columns.filter(({ isCount }) => isCount).slice(0, 20);
  return grid.columns
    .filter(({ isPercent }) => isPercent)
    .slice(0, 20)
    .flatMap((share) => {
      for (const part of counts) {
        for (const base of counts) {
          const found = part === base ? null : tryShare(share, part, base);
          if (found) return [found];
        }
      }
      return [];
    });
}
