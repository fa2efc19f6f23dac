// Owns the views of a workbook that several rules share: titles, lines above a table, bodies, what is shown.
import type { Book, Sheet, Table } from '../book/book.ts';
import { type Cell, type CellKind, hasContent } from '../book/cells.ts';
import { shownNumber } from '../book/formats.ts';
import { address } from '../book/references.ts';

/** "[c]", "[note 1]", "[r][e]": one or more marks and nothing else. */
export const isShorthand = (text: string): boolean => /^(\[[^[\]\s]{1,6}\])+$/.test(text.trim());

/** The worksheets; chart sheets and macro sheets are left out. */
export const worksheets = (book: Book): Sheet[] => book.sheets.filter(({ type }) => type === 'worksheet');

/** What a cell shows. */
export function shown(book: Book, cell: Cell): string {
  if (cell.kind === 'number') return shownNumber(cell.number, book.style(cell).format);
  if (cell.kind === 'boolean') return cell.number === 1 ? 'TRUE' : 'FALSE';
  return cell.text;
}

export const at = (cell: { row: number; column: number }): string => address(cell.row, cell.column);

/** The cells of a sheet that show something, row by row. */
export const contents = (sheet: Sheet): Generator<Cell> => sheet.cells.filled();

/** Those of them that show words. */
export const wordCells = (sheet: Sheet): Generator<Cell> => sheet.cells.filled('text');

export interface Line {
  readonly cell: Cell;
  readonly text: string;
}

/** The first row of the first table, or the row after the last where there is none. */
export const tableTop = (sheet: Sheet): number =>
  Math.min(...sheet.tables.map(({ range }) => range.top), 2_000_000);

/** The texts of column A above the first table, the title first. */
export function linesAbove(sheet: Sheet): Line[] {
  const top = tableTop(sheet);
  const lines: Line[] = [];
  for (const row of sheet.cells.rowNumbers()) {
    if (row >= top) break;
    const cell = sheet.cells.at(row, 1);
    if (hasContent(cell) && cell.kind === 'text') lines.push({ cell, text: cell.text });
  }
  return lines;
}

/** Every text that stands above the first table, in whichever column. */
export function textsAbove(sheet: Sheet): string[] {
  const top = tableTop(sheet);
  const texts: string[] = [];
  for (const cell of sheet.cells) {
    if (cell.row >= top) break;
    if (cell.kind === 'text') texts.push(cell.text);
  }
  return texts;
}

/** The words of a header cell; empty where it holds none. */
export const headerOf = (sheet: Sheet, table: Table, column: number): string => {
  const cell = table.headerRows > 0 ? sheet.cells.at(table.first - 1, column) : null;
  return cell?.kind === 'text'
    ? cell.text.trim()
    : (table.columns[column - table.range.left]?.name ?? '').trim();
};

/** Column numbers of a table, from left to right. */
export const columnsOf = ({ range }: Table): number[] =>
  Array.from({ length: Math.min(range.right - range.left + 1, 1000) }, (_, i) => range.left + i);

/** Row numbers of a table's body. */
export const rowsOf = ({ first, last }: Table): number[] =>
  Array.from({ length: Math.max(0, Math.min(last - first + 1, 1_048_576)) }, (_, i) => first + i);

/** The cells of a body that the file holds, row by row; of one kind where it is given. */
export const body = (sheet: Sheet, { range, first, last }: Table, kind?: CellKind): Generator<Cell> =>
  sheet.cells.inside({ ...range, top: first, bottom: last }, kind);

/** The tables of all worksheets. */
export function* tables(book: Book): Generator<{ sheet: Sheet; table: Table }> {
  for (const sheet of worksheets(book)) for (const table of sheet.tables) yield { sheet, table };
}

/** "3 cells" or "1 cell". */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** Groups items by a key, in the order in which keys are met. */
export function grouped<T, K>(items: Iterable<T>, keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
