// Random tables of every form that figures have: lines, tables with totals, months in quarters in years,
// a pair of dimensions by year with its margins; sparse and dense, with empty cells.
import type { ProtectedSystem, PublishedItem } from '#core/disclosure/protect.ts';
import type { Random } from '../../config/randoms.ts';

export type Form = 'line' | 'table' | 'table-open-totals' | 'hierarchy' | 'pair-by-year';
export const forms: readonly Form[] = ['line', 'table', 'table-open-totals', 'hierarchy', 'pair-by-year'];

type Sum = { readonly members: readonly number[]; readonly fixed: boolean };

/** A table of the form, with counts of 1 to threshold - 1 to be hidden; totals are hidden by the same rule where they are open. */
export function randomTable(form: Form, threshold: number, random: Random): ProtectedSystem {
  const { size, sums } = shapes[form](random);
  const cells = counts(size, threshold, random);
  const singles = cells.map((_, cell): Sum => ({ members: [cell], fixed: false }));
  const items = [...singles, ...sums].map(({ members, fixed }): PublishedItem => {
    const value = members.reduce((sum, member) => sum + (cells[member] ?? 0), 0);
    return { members, state: fixed ? 'fixed' : value > 0 && value < threshold ? 'hidden' : 'open' };
  });
  return { cells, items, threshold };
}

const whole = (random: Random, least: number, most: number): number =>
  least + Math.floor(random() * (most - least + 1));

const range = (length: number): number[] => Array.from({ length }, (_, index) => index);

/** Sparse ones have mostly empty cells, dense ones mostly large. */
function counts(size: number, threshold: number, random: Random): number[] {
  const empty = random() < 0.4 ? 0.5 : 0.1;
  const typical = threshold * (0.3 + 4 * random());
  return range(size).map(() => (random() < empty ? 0 : Math.floor(-Math.log(1 - random()) * typical)));
}

interface Shape {
  readonly size: number;
  readonly sums: readonly Sum[];
}

const shapes: Readonly<Record<Form, (random: Random) => Shape>> = {
  line: (random) => {
    const size = whole(random, 2, 12);
    return { size, sums: [{ members: range(size), fixed: true }] };
  },
  table: (random) => table(whole(random, 2, 7), whole(random, 2, 5), true),
  'table-open-totals': (random) => table(whole(random, 2, 7), whole(random, 2, 5), false),
  hierarchy: (random) => hierarchy(whole(random, 1, 3), whole(random, 2, 4), random() < 0.5),
  'pair-by-year': (random) => pair(whole(random, 2, 4), whole(random, 2, 4), whole(random, 1, 3)),
};

function table(rows: number, columns: number, fixed: boolean): Shape {
  const size = rows * columns;
  return {
    size,
    sums: [
      ...range(rows).map((row) => ({
        members: range(columns).map((column) => row * columns + column),
        fixed,
      })),
      ...range(columns).map((column) => ({
        members: range(rows).map((row) => row * columns + column),
        fixed,
      })),
      { members: range(size), fixed: true },
    ],
  };
}

/** Groups by month, with the quarter's and the year's sum of each group; a month's total is always known. */
function hierarchy(years: number, groups: number, fixed: boolean): Shape {
  const months = years * 12;
  const at = (month: number, group: number): number => month * groups + group;
  const spans = [3, 12].flatMap((length) =>
    range(months / length).map((index) => range(length).map((month) => index * length + month)),
  );
  return {
    size: months * groups,
    sums: [
      ...range(months).map((month) => ({
        members: range(groups).map((group) => at(month, group)),
        fixed: true,
      })),
      ...spans.flatMap((span) =>
        range(groups).map((group) => ({ members: span.map((month) => at(month, group)), fixed: false })),
      ),
      ...range(groups).map((group) => ({ members: range(months).map((month) => at(month, group)), fixed })),
    ],
  };
}

/** Two dimensions by year: the cells, both margins in each year, the pair over all years, and the totals. */
function pair(rows: number, columns: number, years: number): Shape {
  const at = (row: number, column: number, year: number): number => (year * rows + row) * columns + column;
  const open = (members: readonly number[]): Sum => ({ members, fixed: false });
  const [ofRows, ofColumns, ofYears] = [range(rows), range(columns), range(years)];
  return {
    size: rows * columns * years,
    sums: [
      ...ofYears.flatMap((year) => [
        ...ofRows.map((row) => open(ofColumns.map((column) => at(row, column, year)))),
        ...ofColumns.map((column) => open(ofRows.map((row) => at(row, column, year)))),
        { members: ofRows.flatMap((row) => ofColumns.map((column) => at(row, column, year))), fixed: true },
      ]),
      ...ofRows.flatMap((row) =>
        ofColumns.map((column) => open(ofYears.map((year) => at(row, column, year)))),
      ),
      ...ofRows.map((row) =>
        open(ofColumns.flatMap((column) => ofYears.map((year) => at(row, column, year)))),
      ),
      ...ofColumns.map((column) =>
        open(ofRows.flatMap((row) => ofYears.map((year) => at(row, column, year)))),
      ),
    ],
  };
}
