// Owns the rule of what else may tell of a hidden number: caches, percentages, texts, names (P05).
import type { Book, Sheet } from '../book/book.ts';
import { address } from '../book/references.ts';
import { charts, hiddenBehind, pointsOf } from './chart-bindings.ts';
import { type Grid, gridsOf, numberAt, sharesOf } from './grid.ts';
import { at, wordCells, worksheets } from './look.ts';
import type { Breach, Rule } from './rule.ts';

/** Numbers that a chart remembers for cells that are hidden. */
function* cacheBreaches(book: Book): Generator<Breach> {
  for (const { sheet, chart, label } of charts(book)) {
    for (const { values, name } of chart.series) {
      if (!values?.areas || !values.cache) continue;
      const points = pointsOf(sheet, values.areas);
      for (const point of points) {
        const cached = values.cache.get(point.index);
        if (cached === undefined || Number(cached) === 0 || point.cell?.kind === 'number') continue;
        const hidden = hiddenBehind(sheet, point, points);
        if (hidden)
          yield {
            sheet,
            part: label,
            cell: at(hidden),
            message: `The chart remembers a number for ${name ?? 'a series'} where the cell hides it.`,
          };
      }
    }
  }
}

/** Where a percentage and its counts hang together, two of the three tell the third. */
function* shareBreaches(book: Book): Generator<Breach> {
  for (const grid of gridsOf(book)) {
    for (const { share, part, base } of sharesOf(grid)) {
      for (const [row] of grid.rows.entries()) {
        const three = [share, part, base];
        const hidden = three.filter(({ entries }) => entries[row] === 'hidden');
        const shown = three.filter((column) => numberAt(column, row) !== null);
        const [one] = hidden;
        if (one && hidden.length === 1 && shown.length === 2)
          yield {
            sheet: grid.sheet,
            part: grid.table.name,
            cell: address(grid.rows[row] ?? 0, one.column),
            message: `The hidden number follows from ${shown.map(({ header }) => `“${header}”`).join(' and ')}.`,
          };
      }
    }
  }
}

interface HiddenRow {
  readonly label: string;
  readonly grid: Grid;
  /** Long words of the hidden columns' headers. */
  readonly words: readonly string[];
}

/** Rows in which every number is hidden: a text that tells a number of one of their columns restates it. */
function hiddenRows(grid: Grid): HiddenRow[] {
  const words = grid.columns.flatMap(({ header }) => header.toLowerCase().match(/\p{L}{5,}/gu) ?? []);
  return grid.labels.flatMap((label, row) => {
    const entries = grid.columns.map(({ entries }) => entries[row]).filter((entry) => entry !== null);
    const all = entries.length > 0 && entries.every((entry) => entry === 'hidden');
    return all && /\p{L}{3}/u.test(label) && label.length >= 5 ? [{ label, grid, words }] : [];
  });
}

/** Whether a text tells a number of a hidden row: its label, a number soon after, a word of a column. */
function restates(text: string, { label, words }: HiddenRow): boolean {
  if (numberAfter(text, label) === null) return false;
  const others = text.toLowerCase().replaceAll(label.toLowerCase(), ' ');
  return words.some((word) => others.includes(word));
}

const harmless =
  /\b(fewer|less|under|below|at least|minimum of|more than|least|from|since|until|to|in|note|of|or|and|over|within|after|by|every|than) *$/i;

/** The first number that a text tells after a label, in the same clause; null where there is none. */
function numberAfter(text: string, label: string): string | null {
  const start = text.toLowerCase().indexOf(label.toLowerCase());
  if (start === -1) return null;
  const clause =
    /^[^.;!?\n]{0,60}/.exec(text.slice(start + label.length).replace(/(\d)\.(\d)/g, '$1·$2'))?.[0] ?? '';
  const found = /(?<![\w/-])\d+(?:[·,]\d+)*(?![\w/-])/.exec(clause);
  if (!found || harmless.test(clause.slice(0, found.index))) return null;
  return /^(19|20)\d\d$/.test(found[0]) ? null : found[0];
}

/** Whether a label says enough to be known on another sheet: a single common word does not. */
const isTelling = (label: string): boolean => label.split(/\s+/).length > 2;

/** Texts that could restate something: alternative texts, chart titles, the summary, lines above tables, properties. */
function* restatingTexts(
  book: Book,
): Generator<{ text: string; sheet: Sheet | null; cell?: string; part?: string }> {
  for (const { sheet, chart, label } of charts(book)) {
    yield { text: chart.alt, sheet, part: label };
    yield { text: chart.title, sheet, part: label };
  }
  for (const sheet of worksheets(book)) {
    if (sheet.kind === 'notes' || sheet.kind === 'method' || sheet.kind === 'contents') continue;
    const [table] = sheet.tables;
    for (const cell of wordCells(sheet)) {
      if (cell.text.length < 8) continue;
      if (sheet.kind !== 'data' || !table || cell.row < table.range.top)
        yield { text: cell.text, sheet, cell: at(cell) };
    }
  }
  for (const [name, text] of [...book.properties.core, ...book.properties.custom])
    yield { text, sheet: null, part: `property ${name}` };
}

function* textBreaches(book: Book): Generator<Breach> {
  const rows = gridsOf(book).flatMap(hiddenRows);
  if (rows.length === 0) return;
  for (const { text, sheet, ...place } of restatingTexts(book)) {
    const found = rows.find(
      (row) => (isTelling(row.label) || sheet === row.grid.sheet) && restates(text, row),
    );
    if (found)
      yield {
        sheet,
        ...place,
        message: `The text tells a number of “${found.label}”, which the sheet ${found.grid.sheet.name} hides.`,
      };
  }
}

function* keptBreaches(book: Book): Generator<Breach> {
  for (const { name, formula } of book.names) {
    if (/^=?[+-]?\d+(\.\d+)?$|^=?\{.*\}$|^=?"/.test(formula))
      yield { part: name, message: 'The defined name keeps a value of its own.' };
  }
  const pivot = book.pack.entries.find(({ name }) =>
    /\/pivotCache\/pivotCache(Records|Definition)\d*\.xml$/i.test(name),
  );
  if (pivot) yield { part: pivot.name, message: 'A pivot table keeps the rows that it was made from.' };
}

function* restatingBreaches(book: Book): Generator<Breach> {
  yield* cacheBreaches(book);
  yield* shareBreaches(book);
  yield* textBreaches(book);
  yield* keptBreaches(book);
}

export const restatingRules: readonly Rule[] = [
  {
    id: 'P05',
    severity: 'E',
    title: 'Nothing restates a hidden number: no percentage, chart, text, property or name',
    how: 'Numbers that charts remember for hidden cells; percentages and counts of which two tell the third; numbers after the label of a wholly hidden row in alternative texts, titles, the summary, lines and properties; values kept in defined names; pivot tables.',
    mend: 'Take the number out there too, or hide what it follows from.',
    unseen: 'A text that tells a hidden number in other words.',
    check: restatingBreaches,
  },
];
