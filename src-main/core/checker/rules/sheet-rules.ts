// Owns the rules of sheets as such: order, names, titles, nothing hidden, the view (S01 to S06).
import type { Book, Sheet, SheetKind } from '../book/book.ts';
import { hasContent } from '../book/cells.ts';
import { letters } from '../book/references.ts';
import { counted, grouped, worksheets } from './look.ts';
import type { Breach, Rule } from './rule.ts';

const order: readonly SheetKind[] = ['cover', 'contents', 'summary', 'data', 'notes', 'method'];

function* orderBreaches(book: Book): Generator<Breach> {
  if (!book.sheets.some(({ kind }) => kind === 'cover'))
    yield { message: 'No sheet is a cover: none is called Cover.' };
  let highest = 0;
  let before: Sheet | null = null;
  const seen = new Set<SheetKind>();
  for (const sheet of book.sheets) {
    const rank = order.indexOf(sheet.kind);
    if (rank < highest && before)
      yield {
        sheet,
        message: `The ${sheet.kind} sheet stands after the ${before.kind} sheet ${before.name}.`,
      };
    if (sheet.kind !== 'data' && seen.has(sheet.kind))
      yield { sheet, message: `There is more than one ${sheet.kind} sheet.` };
    seen.add(sheet.kind);
    if (rank >= highest) {
      highest = rank;
      before = sheet;
    }
  }
}

/** What is wrong with a sheet's name as Excel sees it, or null. */
function wrongName(name: string): string | null {
  if (name === '') return 'The sheet has no name.';
  if (name.length > 31) return 'The sheet’s name is longer than 31 characters.';
  if (/[[\]:*?/\\]/.test(name)) return 'The sheet’s name has one of the characters [ ] : * ? / \\ in it.';
  if (/^'|'$/.test(name)) return 'The sheet’s name starts or ends with an apostrophe.';
  return name.toLowerCase() === 'history' ? 'Excel keeps the name History for itself.' : null;
}

function* nameBreaches(book: Book): Generator<Breach> {
  for (const sheet of book.sheets) {
    const message = wrongName(sheet.name);
    if (message !== null) yield { sheet, message };
  }
  for (const [, same] of grouped(book.sheets, ({ name }) => name.toLowerCase())) {
    for (const sheet of same.slice(1)) yield { sheet, message: 'Another sheet has the same name.' };
  }
}

const plainName = /^[\p{L}_][\p{L}\p{N}_]*$/u;
const givenName = /^(sheet|tabelle|feuil|hoja|blad|chart|worksheet)_?\d+$/i;

function* wordBreaches(book: Book): Generator<Breach> {
  for (const sheet of book.sheets) {
    if (wrongName(sheet.name) !== null) continue;
    if (givenName.test(sheet.name))
      yield { sheet, message: 'The sheet’s name says nothing of what it holds.' };
    else if (!plainName.test(sheet.name))
      yield {
        sheet,
        message:
          'The sheet’s name has more in it than letters, digits and underscores, or starts with a digit.',
      };
  }
}

function* titleBreaches(book: Book): Generator<Breach> {
  const titled: { sheet: Sheet; title: string }[] = [];
  for (const sheet of book.sheets) {
    if (sheet.type === 'missing') continue;
    const first = sheet.cells.at(1, 1);
    if (sheet.cells.isBlank)
      yield {
        sheet,
        message:
          sheet.type === 'worksheet'
            ? 'The sheet is blank.'
            : 'The sheet has no cells, only a chart or a macro.',
      };
    else if (!hasContent(first) || first.kind !== 'text')
      yield { sheet, cell: 'A1', message: 'There is no title in A1.' };
    else titled.push({ sheet, title: first.text.trim().toLowerCase() });
  }
  for (const [, same] of grouped(titled, ({ title }) => title)) {
    for (const { sheet } of same.slice(1))
      yield {
        sheet,
        cell: 'A1',
        message: `The title is the same as that of the sheet ${same[0]?.sheet.name}.`,
      };
  }
}

function* hiddenRows(sheet: Sheet): Generator<Breach> {
  const hidden = [...sheet.rows]
    .filter(([, { hidden, height }]) => hidden || height === 0)
    .map(([row]) => row);
  if (hidden.length === 0) return;
  const first = Math.min(...hidden.slice(0, 10_000));
  yield {
    sheet,
    cell: `${first}:${first}`,
    message: `${counted(hidden.length, 'row')} hidden, or of no height.`,
  };
}

function* hiddenColumns(sheet: Sheet): Generator<Breach> {
  for (const { from, to, width, hidden } of sheet.columns) {
    if (hidden || width === 0)
      yield {
        sheet,
        cell: `${letters(from)}:${letters(to)}`,
        message: 'A column is hidden, or of no width.',
      };
  }
}

function* hiddenBreaches(book: Book): Generator<Breach> {
  for (const sheet of book.sheets) {
    if (sheet.state !== 'visible')
      yield {
        sheet,
        message:
          sheet.state === 'veryHidden'
            ? 'The sheet is very hidden: Excel does not even list it.'
            : 'The sheet is hidden.',
      };
    if (sheet.defaults.zeroHeight) yield { sheet, message: 'Rows are hidden unless they say otherwise.' };
    yield* hiddenRows(sheet);
    yield* hiddenColumns(sheet);
  }
}

function* viewBreaches(book: Book): Generator<Breach> {
  const { activeTab, firstSheet } = book.view;
  if (activeTab !== 0) yield { message: `The workbook opens on sheet ${activeTab + 1}, not on the first.` };
  if (firstSheet !== 0) yield { message: 'The first tabs are scrolled out of sight.' };
  const selected = book.sheets.filter(({ view }) => view.selected);
  for (const sheet of selected) {
    if (selected.length > 1 && sheet.number > 1)
      yield { sheet, message: 'Several sheets are selected together: what is typed goes into all of them.' };
  }
  for (const sheet of worksheets(book)) {
    const { activeCell, topLeft } = sheet.view;
    if (activeCell !== 'A1')
      yield { sheet, cell: activeCell, message: `The cursor stands in ${activeCell}, not in A1.` };
    if (topLeft !== 'A1') yield { sheet, cell: topLeft, message: 'The sheet is scrolled away from A1.' };
  }
}

export const sheetRules: readonly Rule[] = [
  {
    id: 'S01',
    severity: 'E',
    title: 'Sheets stand in the order cover, contents, summary, tables, notes, method',
    how: 'The order of sheets in the workbook; the kind of a sheet is told from its name, else from A1.',
    mend: 'Add a sheet called Cover, and move the sheets into this order.',
    check: orderBreaches,
  },
  {
    id: 'S02',
    severity: 'E',
    title: 'Sheet names are unique and allowed by Excel',
    how: 'Names in the workbook part: 1 to 31 characters, none of [ ] : * ? / \\, no apostrophe at an end, not History, no two alike without regard to case.',
    mend: 'Give the sheet a short name of its own, of letters, digits and underscores.',
    unseen: 'Whether a longer name was cut off when the file was written.',
    check: nameBreaches,
  },
  {
    id: 'S03',
    severity: 'W',
    title: 'Sheet names are meaningful words of letters, digits and underscores',
    how: 'Names against a pattern; Sheet1 and its like are told.',
    mend: 'Name the sheet after what it holds, with underscores for spaces.',
    check: wordBreaches,
  },
  {
    id: 'S04',
    severity: 'E',
    title: 'No sheet is blank, and each has a title of its own in A1',
    how: 'The text of A1 on every sheet.',
    mend: 'Write a title in A1 that no other sheet has, or remove the sheet.',
    check: titleBreaches,
  },
  {
    id: 'S05',
    severity: 'E',
    title: 'No sheet, row or column is hidden',
    how: 'States of sheets; rows and columns that are hidden or have no height or width.',
    mend: 'Show it, or delete it: what is hidden is still in the file.',
    check: hiddenBreaches,
  },
  {
    id: 'S06',
    severity: 'W',
    title: 'The workbook opens on its first sheet, and each sheet at A1',
    how: 'The active tab, selected tabs, active cells and scrolling of the stored views.',
    mend: 'Go to A1 on each sheet, then to the first sheet, and save.',
    check: viewBreaches,
  },
];
