// Owns the rule that a published workbook names nobody (P07).
import type { Book, Sheet, Table } from '../book/book.ts';
import { address } from '../book/references.ts';
import { charts } from './chart-bindings.ts';
import { gridsOf } from './grid.ts';
import { at, body, columnsOf, headerOf, isShorthand, tables, wordCells, worksheets } from './look.ts';
import { personIn } from './names.ts';
import type { Asked, Breach, Rule } from './rule.ts';

const caseHeader = /^(case|complaint|investigation)\s*(ref|reference|number|no|id)\b/i;
const nameHeader =
  /\b(surname|forename|first name|last name|full name|e-?mail|telephone|phone|date of birth|home address|ni number|national insurance)\b/i;
/** Headers of columns that may hold names or kinds of people: their cells tell. */
const whoHeader = /^(name|member|councillor|complainant|subject|employee|officer)( name)?$/i;
const likeName = /^(?:[A-Z][\w'-]+|[A-Z]\.?) (?:[A-Z]\.? )?[A-Z][\w'-]+$/;
const freeHeader = /comment|verbatim|free text|quot(e|ation)|in their own words|what happened/i;
const wardHeader = /^(ward|parish|division)\b/i;
const insurance = /\b[A-CEGHJ-PR-TW-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b/;
const personalMail = /\b[a-z]+[._][a-z]+@[\w.-]+\.[a-z]{2,}\b/i;
const wordy = 12;

/** Whether most texts of a column are two words with capitals, and few come twice. */
function holdsNames(sheet: Sheet, table: Table, column: number): boolean {
  const texts = [...body(sheet, table, 'text')].flatMap((cell) =>
    cell.column === column && !isShorthand(cell.text) ? [cell.text.trim()] : [],
  );
  const names = texts.filter((text) => likeName.test(text));
  return names.length * 2 > texts.length && new Set(names).size * 2 > names.length;
}

function* columnBreaches(book: Book): Generator<Breach> {
  for (const { sheet, table } of tables(book)) {
    for (const column of columnsOf(table)) {
      const header = headerOf(sheet, table, column);
      const where = { sheet, part: table.name, cell: address(table.first - 1, column) };
      if (caseHeader.test(header))
        yield { ...where, message: `The column “${header}” gives references of cases.` };
      else if (nameHeader.test(header) || (whoHeader.test(header) && holdsNames(sheet, table, column)))
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
    for (const cell of wordCells(sheet)) {
      const { text } = cell;
      if (seen.has(text)) continue;
      seen.add(text);
      const where = { sheet, cell: at(cell) };
      if (personIn(text) !== null) yield { ...where, message: 'The text seems to name a person.' };
      else if (personalMail.test(text))
        yield { ...where, message: 'The text gives a person’s e-mail address.' };
      else if (insurance.test(text))
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

export const privacyRules: readonly Rule[] = [
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
