// Owns the rule of totals: what is shown adds up, percentages follow, sheets agree (X10).
import type { Book, Sheet } from '../book/book.ts';
import { address } from '../book/references.ts';
import { type Grid, type GridColumn, gridsOf, numberAt, sharesOf, sumsOf } from './grid.ts';
import { textsAbove } from './look.ts';
import type { Breach, Rule } from './rule.ts';

/** Words above a table that say why its rows need not add up. */
const excused =
  /more than one|more than once|several|(do|does|may|might|will|need) not (add|sum)|not add up|round(ed|ing)|distinct|overlap|multiple/i;
/** Whether a sheet says why its rows need not add up. */
export const isExcused = (sheet: Sheet): boolean => textsAbove(sheet).some((text) => excused.test(text));

const where = ({ sheet, table, rows }: Grid, column: GridColumn, row: number) => ({
  sheet,
  part: table.name,
  cell: address(rows[row] ?? 0, column.column),
});

function* rowTotals(grid: Grid): Generator<Breach> {
  const { totalRow } = grid;
  if (totalRow === -1 || grid.rows.length < 3 || isExcused(grid.sheet)) return;
  const sums = grid.columns.flatMap((column) => {
    const total = numberAt(column, totalRow);
    const others = column.entries.filter((_, row) => row !== totalRow);
    if (!column.isCount || total === null || others.some((entry) => typeof entry !== 'number')) return [];
    const sum = others.reduce<number>((before, entry) => before + Number(entry), 0);
    return [{ column, total, sum }];
  });
  for (const { column, total, sum } of sums) {
    if (sum !== total)
      yield {
        ...where(grid, column, totalRow),
        message: `The total is ${total}; the rows of “${column.header}” add up to ${sum}.`,
      };
  }
}

function* columnTotals(grid: Grid): Generator<Breach> {
  if (isExcused(grid.sheet)) return;
  const told = new Set<string>();
  for (const { whole, parts, broken } of sumsOf(grid)) {
    for (const row of broken) {
      if (row === grid.totalRow) continue;
      const breach = {
        ...where(grid, whole, row),
        message: `“${whole.header}” is not the sum of ${parts.map(({ header }) => `“${header}”`).join(', ')}, as it is in other rows.`,
      };
      const key = `${row}`;
      if (told.has(key)) continue;
      told.add(key);
      yield breach;
    }
  }
}

function* percentages(grid: Grid): Generator<Breach> {
  for (const { share, part, base, broken } of sharesOf(grid)) {
    for (const row of broken)
      yield {
        ...where(grid, share, row),
        message: `The percentage is not “${part.header}” of “${base.header}”, as it is in other rows.`,
      };
  }
}

/** Columns of two tables with one header whose shared rows nearly all agree: the same figure, shown twice. */
export function* sameFigures(grids: readonly Grid[]): Generator<{
  a: Grid;
  b: Grid;
  columnA: GridColumn;
  columnB: GridColumn;
  pairs: readonly (readonly [number, number])[];
}> {
  for (const [i, a] of grids.entries()) {
    for (const b of grids.slice(i + 1)) {
      if (a.sheet === b.sheet) continue;
      const places = new Map(b.labels.map((label, row) => [label.toLowerCase(), row]));
      const pairs = a.labels.flatMap((label, row) => {
        const other = label === '' ? undefined : places.get(label.toLowerCase());
        return other === undefined ? [] : [[row, other] as const];
      });
      if (pairs.length < 4) continue;
      for (const columnA of a.columns) {
        const columnB = b.columns.find(({ header }) => header.toLowerCase() === columnA.header.toLowerCase());
        if (columnB) yield { a, b, columnA, columnB, pairs };
      }
    }
  }
}

function* agreements(grids: readonly Grid[]): Generator<Breach> {
  for (const { a, b, columnA, columnB, pairs } of sameFigures(grids)) {
    const both = pairs.flatMap(([row, other]) => {
      const [x, y] = [numberAt(columnA, row), numberAt(columnB, other)];
      return x === null || y === null
        ? []
        : [{ row, same: Math.abs(x - y) < 1e-9 * Math.max(1, Math.abs(x)), zero: x === 0 && y === 0 }];
    });
    const equal = both.filter(({ same, zero }) => same && !zero).length;
    const different = both.filter(({ same }) => !same);
    if (equal < 4 || different.length * 4 > equal) continue;
    for (const { row } of different)
      yield {
        ...where(a, columnA, row),
        message: `The sheet ${b.sheet.name} shows another number for the same row and column.`,
      };
  }
}

function* totalBreaches(book: Book): Generator<Breach> {
  const grids = gridsOf(book);
  for (const grid of grids) {
    yield* rowTotals(grid);
    yield* columnTotals(grid);
    yield* percentages(grid);
  }
  yield* agreements(grids);
}

export const totalRules: readonly Rule[] = [
  {
    id: 'X10',
    severity: 'E',
    title: 'Totals are the sums of what is shown, percentages follow from their counts, and sheets agree',
    how: 'A row labelled Total against the rows above it where nothing is hidden; columns that are sums or percentages of others in most rows, and the rows where they are not; the same rows and columns on two sheets that agree in most places.',
    mend: 'Correct the number, or say above the table why it need not add up.',
    unseen:
      'The data behind the figures. A table whose lines speak of rounding, or of what counts more than once, is not added up.',
    check: totalBreaches,
  },
];
