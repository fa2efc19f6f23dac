// Owns the rules of what else may tell of a hidden number or a person: caches, texts, names (P05, P07).
import type { Book, Sheet } from '../book/book.ts';
import { address } from '../book/references.ts';
import { charts, hiddenBehind, pointsOf } from './chart-rules.ts';
import { type Grid, gridsOf, numberAt, sharesOf } from './grid.ts';
import { at, body, columnsOf, contents, headerOf, tables, worksheets } from './look.ts';
import { personIn } from './names.ts';
import type { Asked, Breach, Rule } from './rule.ts';

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

/** Labels of rows in which every number is hidden: anything that tells a number of them restates it. */
function hiddenLabels(grid: Grid): { label: string; row: number }[] {
  return grid.labels.flatMap((label, row) => {
    const entries = grid.columns.map(({ entries }) => entries[row]).filter((entry) => entry !== null);
    const all = entries.length > 0 && entries.every((entry) => entry === 'hidden');
    return all && label.length >= 5 && /\p{L}{3}/u.test(label) ? [{ label, row }] : [];
  });
}

const harmless =
  /\b(fewer|less|under|below|at least|minimum of|more than|least|from|since|until|to|in|note|of|or|and|over) *$/i;

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
    for (const cell of contents(sheet)) {
      if (cell.kind !== 'text' || cell.text.length < 8) continue;
      if (sheet.kind !== 'data' || !table || cell.row < table.range.top)
        yield { text: cell.text, sheet, cell: at(cell) };
    }
  }
  for (const [name, text] of [...book.properties.core, ...book.properties.custom])
    yield { text, sheet: null, part: `property ${name}` };
}

function* textBreaches(book: Book): Generator<Breach> {
  const labels = gridsOf(book).flatMap((grid) => hiddenLabels(grid).map(({ label }) => ({ label, grid })));
  if (labels.length === 0) return;
  for (const { text, sheet, ...place } of restatingTexts(book)) {
    const found = labels.find(
      ({ label, grid }) => (isTelling(label) || sheet === grid.sheet) && numberAfter(text, label) !== null,
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

const caseHeader = /^(case|complaint|investigation)\s*(ref|reference|number|no|id)\b/i;
const nameHeader =
  /\b(surname|forename|first name|last name|full name|e-?mail|telephone|phone|date of birth|home address|ni number|national insurance)\b|^(name|member|councillor|complainant|subject|employee)( name)?$/i;
const freeHeader = /comment|verbatim|free text|quot(e|ation)|in their own words|what happened/i;
const wardHeader = /^(ward|parish|division)\b/i;
const insurance = /\b[A-CEGHJ-PR-TW-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b/;
const personalMail = /\b[a-z]+[._][a-z]+@[\w.-]+\.[a-z]{2,}\b/i;
const wordy = 12;

function* columnBreaches(book: Book): Generator<Breach> {
  for (const { sheet, table } of tables(book)) {
    for (const column of columnsOf(table)) {
      const header = headerOf(sheet, table, column);
      const where = { sheet, part: table.name, cell: address(table.first - 1, column) };
      if (caseHeader.test(header))
        yield { ...where, message: `The column “${header}” gives references of cases.` };
      else if (nameHeader.test(header))
        yield { ...where, message: `The column “${header}” is about persons by name.` };
      else if (freeHeader.test(header)) {
        for (const cell of body(sheet, table)) {
          if (cell.column !== column || cell.text.split(/\s+/).length < wordy) continue;
          yield { ...where, cell: at(cell), message: `The column “${header}” holds free text.` };
          break;
        }
      }
    }
  }
}

function* wardBreaches(book: Book, { thresholds }: Asked): Generator<Breach> {
  for (const grid of gridsOf(book)) {
    if (!wardHeader.test(headerOf(grid.sheet, grid.table, grid.table.range.left))) continue;
    for (const column of grid.columns.filter(({ isCount }) => isCount)) {
      // A count beside hidden ones is P02's.
      if (column.entries.includes('hidden')) continue;
      const row = column.entries.findIndex(
        (entry) => typeof entry === 'number' && entry > 0 && entry < thresholds.minimumCount,
      );
      if (row !== -1)
        yield {
          sheet: grid.sheet,
          part: grid.table.name,
          cell: address(grid.rows[row] ?? 0, column.column),
          message: 'A ward or parish is told with a count below the smallest that is shown.',
        };
    }
  }
}

function* personBreaches(book: Book): Generator<Breach> {
  for (const sheet of worksheets(book)) {
    const seen = new Set<string>();
    for (const cell of contents(sheet)) {
      if (cell.kind !== 'text' || seen.has(cell.text)) continue;
      seen.add(cell.text);
      const where = { sheet, cell: at(cell) };
      if (personIn(cell.text) !== null) yield { ...where, message: 'The text seems to name a person.' };
      else if (personalMail.test(cell.text))
        yield { ...where, message: 'The text gives a person’s e-mail address.' };
      else if (insurance.test(cell.text))
        yield { ...where, message: 'The text gives a National Insurance number.' };
    }
  }
  for (const { sheet, chart, label } of charts(book)) {
    if (personIn(`${chart.alt}\n${chart.title}`) !== null)
      yield { sheet, part: label, message: 'The chart’s words seem to name a person.' };
  }
}

function* privacyBreaches(book: Book, asked: Asked): Generator<Breach> {
  yield* columnBreaches(book);
  yield* wardBreaches(book, asked);
  yield* personBreaches(book);
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
  {
    id: 'P07',
    severity: 'E',
    title: 'A published workbook names nobody and gives no case references, free text or small places',
    how: 'Headers of columns; titles and usual given names before a surname; personal e-mail addresses; National Insurance numbers; wards and parishes with small counts.',
    mend: 'Take it out of the published copy.',
    profiles: ['published'],
    unseen: 'Persons who are named without a title or usual given name, or told by what is said of them.',
    check: privacyBreaches,
  },
];
