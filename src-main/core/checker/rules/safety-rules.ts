// Owns the rules of safety: formulas, links outside, characters, dates, limits (X01 to X07).
import type { Book } from '../book/book.ts';
import { address, mostColumns, mostRows } from '../book/references.ts';
import { isNumberText } from './cell-rules.ts';
import { at, wordCells, worksheets } from './look.ts';
import type { Breach, Rule } from './rule.ts';

const reaching =
  /\b(HYPERLINK|WEBSERVICE|FILTERXML|RTD|CALL|REGISTER|EXEC|IMPORTXML|IMPORTDATA)\s*\(|\||\[\d+\]|^'?[A-Z]:\\|https?:|\\\\/i;

function* formulaBreaches(book: Book): Generator<Breach> {
  for (const sheet of book.sheets) {
    for (const { row, column, text } of sheet.formulas) {
      if (!reaching.test(text))
        yield { sheet, cell: address(row, column), message: 'The cell holds a formula.' };
    }
  }
}

const opensFormula = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/u;
/** Text that a spreadsheet could take for a formula when the cell is edited. */
const looksLive = (text: string): boolean =>
  opensFormula.test(text) && /[\p{L}\p{N}]/u.test(text) && !isNumberText(text);

function* prefixBreaches(book: Book): Generator<Breach> {
  for (const sheet of worksheets(book)) {
    for (const cell of wordCells(sheet)) {
      if (!cell.formula && looksLive(cell.text) && !book.style(cell).quotePrefix)
        yield { sheet, cell: at(cell), message: 'The text starts like a formula and is not marked as text.' };
    }
  }
}

const allowed = /^(https:|mailto:)/i;

function* outsideBreaches(book: Book): Generator<Breach> {
  for (const sheet of book.sheets) {
    for (const { row, column, text } of sheet.formulas) {
      if (reaching.test(text))
        yield { sheet, cell: address(row, column), message: 'The formula reaches outside the workbook.' };
    }
  }
  for (const { name, formula } of book.names) {
    if (/\||\b(CALL|REGISTER|EXEC|HYPERLINK|WEBSERVICE)\s*\(|\[\d+\]/i.test(formula))
      yield { part: name, message: 'The defined name reaches outside the workbook.' };
  }
  for (const { source, relation } of book.pack.allRelations()) {
    const { external, target, type } = relation;
    if (!external || target.startsWith('#') || type.startsWith('externalLinkPath') || allowed.test(target))
      continue;
    yield {
      part: source,
      message: `A ${type} leads outside to something that is neither https nor an e-mail address.`,
    };
  }
}

const longest = 32_767;

function* valueBreaches(book: Book): Generator<Breach> {
  yield* book.problems.filter(({ rule }) => rule === 'X04');
  const isLong = book.texts.texts.some(({ length }) => length > longest);
  for (const sheet of worksheets(book)) {
    if (!isLong && !sheet.cells.looks().some(({ first }) => first.kind === 'error')) continue;
    for (const cell of sheet.cells) {
      if (cell.kind === 'error')
        yield { sheet, cell: at(cell), message: `The cell holds the error ${cell.text}.` };
      else if (cell.text.length > longest)
        yield {
          sheet,
          cell: at(cell),
          message: `The text has ${cell.text.length} characters; a cell holds 32,767.`,
        };
    }
  }
}

/** Texts by what is odd in them, with the cells where they stand. */
function* textBreaches(book: Book, odd: ReadonlySet<number>, message: string): Generator<Breach> {
  if (odd.size === 0) return;
  const texts = new Set([...odd].map((place) => book.texts.texts[place] ?? ''));
  for (const sheet of worksheets(book)) {
    for (const cell of sheet.cells)
      if (cell.kind === 'text' && texts.has(cell.text)) yield { sheet, cell: at(cell), message };
  }
}

function* characterBreaches(book: Book): Generator<Breach> {
  yield* book.problems.filter(({ rule }) => rule === 'X05');
  yield* textBreaches(book, book.texts.control, 'The text holds a control character in disguise.');
  yield* textBreaches(
    book,
    book.texts.literal,
    'The text has a run like _x0041_ that Excel shows as another character.',
  );
}

function* dateBreaches(book: Book): Generator<Breach> {
  if (book.epoch1904) yield { message: 'The workbook counts days from 1904, not from 1900.' };
  for (const sheet of worksheets(book)) {
    if (!sheet.cells.looks().some(({ first }) => book.style(first).format.isDate)) continue;
    for (const cell of sheet.cells.filled('number')) {
      const { isDate, hasTime } = book.style(cell).format;
      if (!isDate || !Number.isFinite(cell.number)) continue;
      if (!hasTime && !Number.isInteger(cell.number))
        yield {
          sheet,
          cell: at(cell),
          message: 'The date has a time of day in it: it may fall on the day before.',
        };
      else if (cell.number < 0 || cell.number > 2_958_465)
        yield { sheet, cell: at(cell), message: 'The number is no date that Excel knows.' };
    }
  }
}

const most = { links: 65_530, styles: 64_000 };

function* limitBreaches(book: Book): Generator<Breach> {
  for (const sheet of worksheets(book)) {
    if (sheet.beyond)
      yield { sheet, message: `A cell stands beyond row ${mostRows} or column ${mostColumns}.` };
    if (sheet.links.length > most.links)
      yield { sheet, message: `The sheet has ${sheet.links.length} links; Excel keeps 65,530.` };
  }
  if (book.styles.list.length > most.styles)
    yield {
      part: 'styles',
      message: `The workbook has ${book.styles.list.length} cell formats; Excel keeps 64,000.`,
    };
}

export const safetyRules: readonly Rule[] = [
  {
    id: 'X01',
    severity: 'E',
    title: 'No cell holds a formula',
    how: 'Formulas of every cell. None is on a list of allowed ones.',
    mend: 'Paste the values (Paste special, Values).',
    unseen: 'Which texts came from outside.',
    check: formulaBreaches,
  },
  {
    id: 'X02',
    severity: 'E',
    title: 'Text that starts like a formula is marked as text',
    how: 'Texts that open with = + - @, a tab, a line break or their full-width forms, and the quote prefix of their style. Negative numbers are left alone.',
    mend: 'Type an apostrophe before the text.',
    unseen: 'Whether a CSV copy guards such text as well.',
    check: prefixBreaches,
  },
  {
    id: 'X03',
    severity: 'E',
    title: 'Nothing reaches outside but links to https and e-mail addresses',
    how: 'Relationships that lead outside, formulas and defined names. Links to other workbooks are F12.',
    mend: 'Take the link out, or use an https address.',
    check: outsideBreaches,
  },
  {
    id: 'X04',
    severity: 'E',
    title: 'No cell holds an error, an endless number or too long a text',
    how: 'Values of all cells.',
    mend: 'Replace it by a number, or by a mark such as [x].',
    check: valueBreaches,
  },
  {
    id: 'X05',
    severity: 'E',
    title: 'Texts hold no forbidden characters, and runs like _x0041_ are escaped',
    how: 'Characters of all parts; escapes in texts that stand for characters that need none.',
    mend: 'Take the characters out; write _x005F_x0041_ for a literal _x0041_.',
    unseen: 'Characters that were removed before the file was written.',
    check: characterBreaches,
  },
  {
    id: 'X06',
    severity: 'E',
    title: 'Dates are whole days of the 1900 system',
    how: 'Numbers under date formats without a time of day; the workbook’s date system.',
    mend: 'Enter the date again as a day without a time.',
    unseen: 'A date that is whole and wrong.',
    check: dateBreaches,
  },
  {
    id: 'X07',
    severity: 'E',
    title: 'The workbook stays within Excel’s limits',
    how: 'Rows, columns, links of a sheet, cell formats.',
    mend: 'Split the sheet.',
    check: limitBreaches,
  },
];
