// Owns the rules of what stands where on a sheet: links, tables, the lines above them (S07 to S11).
import type { Book, Link, Sheet } from '../book/book.ts';
import { type Cell, hasContent } from '../book/cells.ts';
import { rangeText, splitSheet } from '../book/references.ts';
import { at, contents, linesAbove, tables, tableTop, worksheets } from './look.ts';
import type { Breach, Rule } from './rule.ts';

/** The sheet that a link leads to; undefined where it leads nowhere in this workbook. */
function targetOf(book: Book, link: Link, depth = 0): Sheet | undefined {
  const place = (link.location ?? '').replace(/^#/, '');
  const { sheet: named, rest } = splitSheet(place);
  const found = book.sheets.find(({ name }) => name.toLowerCase() === named?.toLowerCase());
  if (found || named !== null || depth > 0) return found;
  const name = book.names.find((one) => one.name.toLowerCase() === rest.toLowerCase());
  if (name) return targetOf(book, { ...link, location: name.formula.replace(/^=/, '') }, depth + 1);
  for (const { sheet, table } of tables(book))
    if (table.name.toLowerCase() === rest.toLowerCase()) return sheet;
  return undefined;
}

const isInternal = ({ location, target }: Link): boolean => location !== null && target === null;

/** An address within its own sheet needs no name before it. */
const isOwn = ({ location }: Link): boolean =>
  /^#?\$?[A-Z]{1,3}\$?\d+(:\$?[A-Z]{1,3}\$?\d+)?$/i.test(location ?? '');

function* contentsBreaches(book: Book, home: Sheet): Generator<Breach> {
  const listed = new Map<Sheet, number>();
  for (const link of home.links.filter(isInternal)) {
    const sheet = targetOf(book, link);
    if (sheet && sheet !== home) listed.set(sheet, (listed.get(sheet) ?? 0) + 1);
  }
  for (const sheet of book.sheets) {
    if (sheet === home) continue;
    const count = listed.get(sheet) ?? 0;
    if (count === 0) yield { sheet: home, message: `Contents has no link to the sheet ${sheet.name}.` };
    if (count > 1) yield { sheet: home, message: `Contents has ${count} links to the sheet ${sheet.name}.` };
    const back = sheet.links.some((link) => isInternal(link) && targetOf(book, link) === home);
    if (!back && sheet.type === 'worksheet')
      yield { sheet, message: 'The sheet has no link back to Contents.' };
  }
}

function* linkBreaches(book: Book): Generator<Breach> {
  const home = book.sheets.find(({ kind }) => kind === 'contents');
  if (home) yield* contentsBreaches(book, home);
  else if (book.sheets.length > 1) yield { message: 'No sheet lists the others: none is called Contents.' };
  for (const sheet of worksheets(book)) {
    for (const link of sheet.links) {
      if (isInternal(link) && !isOwn(link) && !targetOf(book, link))
        yield {
          sheet,
          cell: rangeText(link.range),
          message: 'The link leads to a place that is not in the workbook.',
        };
    }
  }
}

function* tableBreaches(book: Book): Generator<Breach> {
  for (const sheet of worksheets(book)) {
    if (sheet.kind === 'data' && sheet.tables.length > 1)
      yield { sheet, message: `The sheet has ${sheet.tables.length} tables.` };
    for (const table of sheet.tables.slice(0, 1)) {
      if (table.range.left !== 1 && sheet.kind === 'data')
        yield {
          sheet,
          part: table.name,
          cell: rangeText(table.range),
          message: 'The table does not start in column A.',
        };
    }
  }
}

function* placeBreaches(book: Book): Generator<Breach> {
  for (const sheet of worksheets(book)) {
    const [table, ...others] = sheet.tables;
    if (!table || others.length > 0) continue;
    const { bottom, left } = table.range;
    const stray = (cell: Cell): boolean =>
      cell.row > bottom || (cell.row >= table.range.top && cell.column < left);
    for (const cell of contents(sheet)) {
      if (stray(cell))
        yield { sheet, cell: at(cell), message: 'Something stands below the table or to its left.' };
    }
    let last = 0;
    for (const row of sheet.cells.rowNumbers()) {
      if (row > table.range.top) break;
      if (![...sheet.cells.row(row)].some(hasContent)) continue;
      if (last > 0 && row - last > 2)
        yield { sheet, cell: `A${last + 1}`, message: `${row - last - 1} blank rows stand above the table.` };
      last = row;
    }
  }
}

const words = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** How many of a thing a sentence names; null where it does not say. */
function told(text: string, noun: string): number | null {
  const number = `\\d+|an?|${words.join('|')}`;
  const found = new RegExp(`\\b(${number}) (?:[\\w-]+ )?${noun}s?\\b`, 'i').exec(text)?.[1]?.toLowerCase();
  if (found === undefined) return null;
  if (/^\d+$/.test(found)) return Number(found);
  return found.startsWith('a') ? 1 : words.indexOf(found);
}

function* countBreaches(book: Book): Generator<Breach> {
  for (const sheet of worksheets(book)) {
    const { length: tableCount } = sheet.tables;
    const { length: chartCount } = sheet.charts;
    if (tableCount + chartCount === 0) continue;
    const cell = sheet.cells.at(2, 1);
    const text = cell?.kind === 'text' ? cell.text : '';
    const toldTables = told(text, 'table');
    const toldCharts = told(text, 'chart') ?? 0;
    if (toldTables === null && tableCount > 0)
      yield { sheet, cell: 'A2', message: 'A2 does not say how many tables the sheet has.' };
    else if ((toldTables ?? 0) !== tableCount || toldCharts !== chartCount)
      yield {
        sheet,
        cell: 'A2',
        message: `A2 tells of ${toldTables ?? 0} tables and ${toldCharts} charts; the sheet has ${tableCount} and ${chartCount}.`,
      };
  }
}

const lineOrder: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['the line about blank cells', /^(some |any )?blank cells?\b/i],
  ['the line about shorthand', /^(shorthand|symbols?) (used|in)\b|^some (cells|shorthand)/i],
  ['the source', /^(data )?sources?\b ?:/i],
];

function* orderBreaches(book: Book): Generator<Breach> {
  for (const sheet of worksheets(book)) {
    if (tableTop(sheet) > 1_048_576) continue;
    let highest = -1;
    for (const { cell, text } of linesAbove(sheet).slice(1)) {
      const rank = lineOrder.findIndex(([, pattern]) => pattern.test(text));
      if (rank === -1) continue;
      if (rank < highest)
        yield {
          sheet,
          cell: at(cell),
          message: `Here stands ${lineOrder[rank]?.[0]}, after ${lineOrder[highest]?.[0]}.`,
        };
      highest = Math.max(highest, rank);
    }
  }
}

export const layoutRules: readonly Rule[] = [
  {
    id: 'S07',
    severity: 'E',
    title: 'Contents links to every other sheet once, every link leads somewhere, each sheet links back',
    how: 'Links inside the workbook, resolved against sheets, defined names and tables.',
    mend: 'Link each row of Contents to its sheet, and write “Go to Contents” with a link above each table.',
    check: linkBreaches,
  },
  {
    id: 'S08',
    severity: 'E',
    title: 'A data sheet has one table, and it starts in column A',
    how: 'Ranges of the marked tables; a range without a marked table is T01.',
    mend: 'Give each table a sheet of its own and start it in column A.',
    check: tableBreaches,
  },
  {
    id: 'S09',
    severity: 'W',
    title: 'Nothing stands below a table or to its left, and at most one blank row above it',
    how: 'Cells outside the range of the table, on sheets with one table.',
    mend: 'Move notes above the table, and take out blank rows.',
    check: placeBreaches,
  },
  {
    id: 'S10',
    severity: 'E',
    title: 'A2 says in words how many tables and charts the sheet has, and that is true',
    how: 'The numbers in A2 against the marked tables and charts of the sheet.',
    mend: 'Write in A2, for instance, “This sheet has one table and two charts.”',
    check: countBreaches,
  },
  {
    id: 'S11',
    severity: 'W',
    title: 'Lines above a table come in the order description, notes, blanks, shorthand, source',
    how: 'Lines in column A that open with “Blank cells”, “Shorthand” or “Source”.',
    mend: 'Put the lines into this order, the source last.',
    unseen: 'Which of the other lines is the description and which is about notes.',
    check: orderBreaches,
  },
];
