// Owns the rules of disclosure in numbers that a finished file can show: bases, small counts, sums (P01 to P04, P06, P08).
import type { Book } from '../book/book.ts';
import { address } from '../book/references.ts';
import { type Grid, type GridColumn, gridsOf, numberAt, sharesOf } from './grid.ts';
import { contents, textsAbove, worksheets } from './look.ts';
import { equationsOf, recovered, shownElsewhere } from './recover.ts';
import type { Asked, Breach, Rule } from './rule.ts';

const baseHeader =
  /^base\b|\bbase( n)?\)?$|^(answers|responses|responded|respondents|people who answered|answered)( \(.*\))?$|^n$/i;
const besideBase =
  /\b(invited|responded|responses|respondents|answered|answers|base|response rate|headcount|waves?|year)\b/i;

const where = ({ sheet, table, rows }: Grid, column: GridColumn, row: number) => ({
  sheet,
  part: table.name,
  cell: address(rows[row] ?? 0, column.column),
});

const baseOf = (grid: Grid): GridColumn | undefined =>
  grid.columns.find(({ header }) => baseHeader.test(header));

/** Columns that tell how people answered: shares and means, not how many were asked. */
const results = (grid: Grid): GridColumn[] =>
  grid.columns.filter(
    ({ header, isCount, isPercent }) => !besideBase.test(header) && (isPercent || !isCount),
  );

function* baseBreaches(book: Book, { thresholds }: Asked): Generator<Breach> {
  for (const grid of gridsOf(book)) {
    const base = baseOf(grid);
    if (!base) continue;
    for (const [row] of grid.rows.entries()) {
      const n = numberAt(base, row);
      if (n === null || n >= thresholds.minimumBase) continue;
      const column = results(grid).find((one) => numberAt(one, row) !== null);
      if (column)
        yield {
          ...where(grid, column, row),
          message: `A result of ${n} answers is shown; ${thresholds.minimumBase} is the least.`,
        };
    }
  }
}

const undivided =
  /^(total|all|received|overall|council|cases|incidents|complaints|closed|open|count|number|distinct|connected)\b/i;

/** Units that are neither people nor cases: a few of them point at nobody. */
const things =
  /\b(excerpts?|mentions?|comments?|words|sessions?|meetings?|observations?|files?|documents?|actions?)\b/i;

function* smallBreaches(book: Book, { thresholds }: Asked): Generator<Breach> {
  for (const grid of gridsOf(book)) {
    const base = baseOf(grid);
    const counts = grid.columns.filter(
      (column) => column.isCount && column !== base && !things.test(column.header),
    );
    for (const [row] of grid.rows.entries()) {
      if (row === grid.totalRow) continue;
      const rowHides = counts.some(({ entries }) => entries[row] === 'hidden');
      for (const column of counts) {
        const n = numberAt(column, row);
        if (n === null || n <= 0 || n >= thresholds.minimumCount) continue;
        const columnHides = column.entries.includes('hidden');
        if (columnHides || (rowHides && !undivided.test(column.header)))
          yield {
            ...where(grid, column, row),
            message: `A count of ${n} is shown beside hidden ones; counts from 1 to ${thresholds.minimumCount - 1} are hidden.`,
          };
      }
    }
  }
}

function* sumBreaches(book: Book): Generator<Breach> {
  const told = new Set<string>();
  for (const { grid, column, row } of recovered(equationsOf(book)) ?? []) {
    const breach = where(grid, column, row);
    told.add(`${breach.sheet.name}!${breach.cell}`);
    yield {
      ...breach,
      message: 'The hidden number can be worked out from a total and the numbers that are shown.',
    };
  }
  for (const { unknown, other } of shownElsewhere(book)) {
    const breach = where(unknown.grid, unknown.column, unknown.row);
    if (!told.has(`${breach.sheet.name}!${breach.cell}`))
      yield { ...breach, message: `The sheet ${other.sheet.name} shows the number that is hidden here.` };
  }
}

/** Why the sums could not be solved, or null. */
const tooMany = (book: Book): string | null =>
  recovered(equationsOf(book)) === null ? 'More numbers are hidden than the check can reckon with.' : null;

function* remainderBreaches(book: Book, { thresholds }: Asked): Generator<Breach> {
  for (const { unknowns, remainder, total, wholeHidden } of equationsOf(book)) {
    const [first] = unknowns;
    if (wholeHidden || !first || unknowns.length < 2 || remainder <= 0 || remainder === total) continue;
    const isBase = baseHeader.test(first.column.header);
    const least = isBase ? thresholds.minimumBase : thresholds.minimumCount;
    if (remainder < least)
      yield {
        ...where(first.grid, first.column, first.row),
        message: `The ${unknowns.length} hidden numbers make ${remainder} together, fewer than ${least}.`,
      };
  }
}

function* extremeBreaches(book: Book, { thresholds }: Asked): Generator<Breach> {
  for (const grid of gridsOf(book)) {
    const base = baseOf(grid) ?? sharesOf(grid)[0]?.base;
    if (!base) continue;
    for (const [row] of grid.rows.entries()) {
      const n = numberAt(base, row);
      if (n === null || n >= 2 * thresholds.minimumBase) continue;
      for (const column of grid.columns) {
        const value = column.isPercent && !besideBase.test(column.header) ? numberAt(column, row) : null;
        if (value === 0 || value === 100)
          yield {
            ...where(grid, column, row),
            message: `${value} per cent of ${n}: it says the same of every one of them.`,
          };
      }
    }
  }
}

const rounded = /round(ed|ing|s)?\b/i;
const enough = 12;

function* roundingBreaches(book: Book): Generator<Breach> {
  const general = worksheets(book)
    .filter(({ kind }) => kind !== 'data')
    .some((sheet) => [...contents(sheet)].some(({ text }) => rounded.test(text)));
  for (const grid of gridsOf(book)) {
    const numbers = grid.columns
      .filter(({ isCount }) => isCount)
      .flatMap(({ entries }) => entries.filter((entry) => typeof entry === 'number' && entry > 0));
    if (numbers.length < enough) continue;
    const told = textsAbove(grid.sheet).find((text) => rounded.test(text));
    const all = numbers.every((number) => Number(number) % 5 === 0);
    if (all && told === undefined && !general)
      yield {
        sheet: grid.sheet,
        part: grid.table.name,
        message: 'All counts are multiples of five, and no sentence says that they are rounded.',
      };
    if (!all && told !== undefined && /\b(nearest|base|multiple of|to) (5|five)\b/i.test(told))
      yield {
        sheet: grid.sheet,
        part: grid.table.name,
        message: 'A sentence says that counts are rounded to five, and some are not.',
      };
  }
}

export const disclosureRules: readonly Rule[] = [
  {
    id: 'P01',
    severity: 'E',
    title: 'Results of fewer answers than the smallest base are hidden',
    how: 'Percentages and means in rows whose base (a column such as Base, Answers, Responded) is smaller than the least one, 10 unless set otherwise.',
    mend: 'Show [c] in every result of the row.',
    unseen: 'The base of a result that no column gives.',
    check: baseBreaches,
  },
  {
    id: 'P02',
    severity: 'E',
    title: 'Small counts are hidden where counts are divided',
    how: 'Counts from 1 to 4 (unless set otherwise) in columns that hide other counts, or beside hidden ones in their row.',
    mend: 'Show [c], and hide the next lowest count as well.',
    unseen:
      'Small counts in a table that hides nothing: it may be of a whole council. Counts of things that are neither people nor cases, as their header says (excerpts, mentions, comments).',
    check: smallBreaches,
  },
  {
    id: 'P03',
    severity: 'E',
    title: 'No hidden number can be worked out by adding and subtracting',
    how: 'Sums told by a Total row or column, or by the numbers of most rows, solved for the hidden cells of all sheets together; the same row and column shown on another sheet.',
    mend: 'Hide one more number in the row and in the column, the next lowest.',
    unseen:
      'Ranges that are narrow without being one number, and sums that neither labels nor numbers give away.',
    blocked: tooMany,
    check: sumBreaches,
  },
  {
    id: 'P04',
    severity: 'E',
    title: 'What is left over when shown numbers are taken from a total is not small either',
    how: 'The sum of the hidden numbers of each sum, where some numbers are shown: not from 1 to 4 (for a base, 1 to 9).',
    mend: 'Hide one more number, so that what is left over is large enough.',
    unseen: 'Differences from earlier packs and other versions.',
    check: remainderBreaches,
  },
  {
    id: 'P06',
    severity: 'W',
    title: '0 and 100 per cent of a small group are looked at',
    how: 'Percentages of 0 or 100 in rows whose base is under twice the least one.',
    mend: 'Consider whether it says something of each person, and hide it if so.',
    check: extremeBreaches,
  },
  {
    id: 'P08',
    severity: 'W',
    title: 'Rounded counts are said to be rounded',
    how: 'Tables with twelve or more counts that are all multiples of five, and sentences about rounding.',
    mend: 'Say above the table that counts are rounded, and that totals are rounded on their own.',
    unseen: 'Whether totals were rounded on their own.',
    check: roundingBreaches,
  },
];
