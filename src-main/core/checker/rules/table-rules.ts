// Owns the rules of tables as Excel marks them: ranges, names, headers, shape, filters, totals (T01 to T07, T09 to T11).
import type { Book, Sheet, Table } from '../book/book.ts';
import { hasContent } from '../book/cells.ts';
import { address, columnNumber, rangeText } from '../book/references.ts';
import { at, body, columnsOf, contents, grouped, linesAbove, rowsOf, tables, worksheets } from './look.ts';
import type { Breach, Rule } from './rule.ts';

/** Whether cells stand in rows and columns, as a table does. */
function isTabular(sheet: Sheet): boolean {
  const rows = new Map<number, number>();
  for (const cell of contents(sheet)) rows.set(cell.row, (rows.get(cell.row) ?? 0) + 1);
  return [...rows.values()].filter((count) => count > 1).length > 1;
}

function* markedBreaches(book: Book): Generator<Breach> {
  for (const sheet of worksheets(book)) {
    if (sheet.tables.length === 0 && sheet.kind !== 'cover' && isTabular(sheet))
      yield { sheet, message: 'Cells stand in rows and columns, but no range is marked as a table.' };
    for (const table of sheet.tables) {
      if (table.headerRows !== 1)
        yield { sheet, part: table.name, message: 'The table has not exactly one header row.' };
    }
  }
}

/** Whether a name could be read as a cell: A1 or R1C1 style. */
function likeCell(name: string): boolean {
  const cell = /^([A-Z]{1,3})(\d{1,7})$/i.exec(name);
  if (cell) return columnNumber(cell[1] ?? '') <= 16_384 && Number(cell[2]) <= 1_048_576;
  return /^(R\d*(C\d*)?|C\d*)$/i.test(name);
}

function wrongName(name: string): string | null {
  if (name === '') return 'The table has no name.';
  if (name.length > 255) return 'The table’s name is longer than 255 characters.';
  if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name))
    return 'The table’s name has a blank or another character in it that Excel refuses.';
  return likeCell(name) ? 'The table’s name reads like a cell.' : null;
}

function* nameBreaches(book: Book): Generator<Breach> {
  const all = [...tables(book)];
  for (const { sheet, table } of all) {
    const message = wrongName(table.name);
    if (message !== null) yield { sheet, part: table.name, message };
  }
  for (const [, same] of grouped(all, ({ table }) => table.name.toLowerCase())) {
    for (const { sheet, table } of same.slice(1))
      yield { sheet, part: table.name, message: 'Another table has the same name.' };
  }
  const names = new Set(book.names.map(({ name }) => name.toLowerCase()));
  for (const { sheet, table } of all) {
    if (names.has(table.name.toLowerCase()))
      yield { sheet, part: table.name, message: 'A defined name is the same as the name of the table.' };
  }
}

function* meaningBreaches(book: Book): Generator<Breach> {
  for (const { sheet, table } of tables(book)) {
    if (wrongName(table.name) === null && /^(table|tabelle|tableau|tabla)_?\d*$/i.test(table.name))
      yield { sheet, part: table.name, message: 'The table’s name says nothing of what it holds.' };
  }
}

function* headersOf(sheet: Sheet, table: Table): Generator<Breach> {
  const row = table.first - 1;
  const part = table.name;
  const seen = new Set<string>();
  for (const [i, column] of columnsOf(table).entries()) {
    const cell = sheet.cells.at(row, column);
    const where = { sheet, part, cell: address(row, column) };
    if (!hasContent(cell)) yield { ...where, message: 'The header cell is blank.' };
    else if (cell.kind !== 'text') yield { ...where, message: 'The header cell holds no text.' };
    else {
      const key = cell.text.toLowerCase();
      if (seen.has(key)) yield { ...where, message: 'Another column has the same header.' };
      else if (table.columns[i]?.name !== cell.text)
        yield { ...where, message: 'The header cell differs from the name of the table’s column.' };
      seen.add(key);
    }
  }
}

function* headerBreaches(book: Book): Generator<Breach> {
  for (const { sheet, table } of tables(book)) {
    if (table.headerRows !== 1) continue;
    const { left, right } = table.range;
    if (table.columns.length !== right - left + 1)
      yield {
        sheet,
        part: table.name,
        message: `The table names ${table.columns.length} columns; its range has ${right - left + 1}.`,
      };
    yield* headersOf(sheet, table);
  }
}

function* rowBreaches(book: Book): Generator<Breach> {
  for (const { sheet, table } of tables(book)) {
    if (table.last < table.first)
      yield {
        sheet,
        part: table.name,
        cell: rangeText(table.range),
        message: 'The table has no row of data.',
      };
  }
}

function* mergeBreaches(book: Book): Generator<Breach> {
  for (const sheet of worksheets(book)) {
    for (const range of sheet.merges) yield { sheet, cell: rangeText(range), message: 'Cells are merged.' };
  }
}

/** Rows and columns of a body in which no cell shows anything. */
export function emptyLines(sheet: Sheet, table: Table): { rows: Set<number>; columns: Set<number> } {
  const rows = new Set(rowsOf(table));
  const columns = new Set(columnsOf(table));
  let last = 0;
  for (const cell of body(sheet, table)) {
    if (!cell.shows) continue;
    const { row } = cell;
    if (row !== last) rows.delete(row);
    if (columns.size > 0) columns.delete(cell.column);
    last = row;
  }
  return { rows, columns };
}

function* emptyBreaches(book: Book): Generator<Breach> {
  for (const { sheet, table } of tables(book)) {
    if (table.last < table.first) continue;
    const { rows, columns } = emptyLines(sheet, table);
    const { left, right } = table.range;
    for (const row of rows)
      yield {
        sheet,
        part: table.name,
        cell: rangeText({ top: row, bottom: row, left, right }),
        message: 'A row of the table is wholly blank.',
      };
    if (rows.size > table.last - table.first) continue;
    for (const column of columns)
      yield {
        sheet,
        part: table.name,
        cell: rangeText({ top: table.first, bottom: table.last, left: column, right: column }),
        message: 'A column of the table is wholly blank.',
      };
  }
}

function* filterBreaches(book: Book): Generator<Breach> {
  for (const sheet of worksheets(book)) {
    if (sheet.filtered) yield { sheet, message: 'The sheet has a filter.' };
    for (const table of sheet.tables) {
      if (table.filter && !table.filter.buttonsHidden)
        yield { sheet, part: table.name, message: 'The table shows filter buttons.' };
    }
  }
}

function* paneBreaches(book: Book, { profile }: { profile: string }): Generator<Breach> {
  for (const sheet of worksheets(book)) {
    const { pane } = sheet.view;
    if (pane === null) continue;
    const told = linesAbove(sheet).some(({ text }) => /\b(freez|frozen|panes?\b)/i.test(text));
    if (profile === 'committee' && told) continue;
    yield { sheet, message: pane === 'split' ? 'The window is split.' : 'Panes are frozen.' };
  }
}

function* totalBreaches(book: Book): Generator<Breach> {
  for (const { sheet, table } of tables(book)) {
    const shownOn = table.totalsRowShown === '1' || table.totalsRowShown === 'true';
    if (shownOn && table.totalsRows === 0)
      yield { sheet, part: table.name, message: 'The table says that it has a totals row, and has none.' };
    if (table.totalsRows === 0) continue;
    const cell = sheet.cells.at(table.range.bottom, table.range.left);
    if (!hasContent(cell) || !/^total\b/i.test(cell.text))
      yield {
        sheet,
        part: table.name,
        cell: cell ? at(cell) : address(table.range.bottom, table.range.left),
        message: 'The totals row is not labelled Total.',
      };
  }
}

const committeeTold = 'Only the words of column A tell whether readers are told how to turn panes off.';

export const tableRules: readonly Rule[] = [
  {
    id: 'T01',
    severity: 'E',
    title: 'Every range of data, notes or contents is a marked table with one header row',
    how: 'Table parts of each sheet; cells in rows and columns on a sheet other than the cover.',
    mend: 'Select the range, choose Insert, Table, and say that it has headers.',
    check: markedBreaches,
  },
  {
    id: 'T02',
    severity: 'E',
    title: 'Table names are unique and allowed by Excel',
    how: 'Names of tables and defined names: letters, digits, underscores, at most 255, not like a cell.',
    mend: 'Give the table a name such as complaints_by_period.',
    check: nameBreaches,
  },
  {
    id: 'T03',
    severity: 'W',
    title: 'Table names say what they hold',
    how: 'Names such as Table1.',
    mend: 'Name the table after what it holds.',
    check: meaningBreaches,
  },
  {
    id: 'T04',
    severity: 'E',
    title: 'Headers are texts, there and unique, and the table’s column names are the same',
    how: 'Header cells against the column names in the table part.',
    mend: 'Write a header of its own in each column, on one line.',
    check: headerBreaches,
  },
  {
    id: 'T05',
    severity: 'E',
    title: 'A table has at least one row of data',
    how: 'The range of the table without header and totals.',
    mend: 'Add a row that says [x] where there is no data, or take out the table.',
    check: rowBreaches,
  },
  {
    id: 'T06',
    severity: 'E',
    title: 'No cells are merged',
    how: 'Merged ranges of every sheet.',
    mend: 'Unmerge the cells, and repeat the label where it is needed.',
    check: mergeBreaches,
  },
  {
    id: 'T07',
    severity: 'E',
    title: 'No row or column of a table is wholly blank',
    how: 'Cells of each table’s body.',
    mend: 'Take the row or column out.',
    check: emptyBreaches,
  },
  {
    id: 'T09',
    severity: 'W',
    title: 'Tables show no filter buttons',
    how: 'Filters of tables and sheets.',
    mend: 'Turn the filter off (Data, Filter).',
    check: filterBreaches,
  },
  {
    id: 'T10',
    severity: 'W',
    title: 'No panes are frozen; for a committee only where column A says how to turn that off',
    how: 'Panes of the stored views.',
    mend: 'Unfreeze the panes (View, Freeze panes).',
    unseen: committeeTold,
    check: paneBreaches,
  },
  {
    id: 'T11',
    severity: 'E',
    title: 'A totals row is there where the table says so, and is labelled Total',
    how: 'Attributes of the table part and the first cell of the totals row.',
    mend: 'Turn the totals row off (Table design), or write Total in its first cell.',
    check: totalBreaches,
  },
];
