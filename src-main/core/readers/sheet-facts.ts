// Finds out about a sheet what its rows do not say: how many they are, which are hidden, what is merged.
// The rule: looked up in the bytes, without reading the rows; a sheet too large to be held goes without.
import type { Heading } from './headings/heading.ts';
import type { MergedCells, ReaderNote } from './source-table.ts';
import { elements } from './xml.ts';

export interface SheetFacts {
  /** The number of its last row. */
  readonly rows: number;
  readonly hiddenRows: number;
  readonly merged: readonly MergedCells[];
}

/** The facts of a sheet from its XML; null where there is none to look in. */
export function factsOf(xml: Buffer | null): SheetFacts | null {
  if (xml === null) return null;
  const end = Math.max(0, xml.lastIndexOf('sheetData'));
  const tail = xml.toString('utf8', end);
  return {
    rows: lastRow(xml, end),
    hiddenRows: hiddenRows(xml, end),
    merged: elements(tail, 'mergeCell').flatMap(({ ref = '' }) => mergedOf(ref)),
  };
}

/** The number of the last row the sheet stores; 0 where it numbers none. */
function lastRow(xml: Buffer, end: number): number {
  const open = Math.max(xml.lastIndexOf('<row ', end), xml.lastIndexOf(':row ', end));
  if (open < 0) return 0;
  return Number(/\sr=["'](\d+)["']/.exec(xml.toString('latin1', open, xml.indexOf('>', open)))?.[1] ?? 0);
}

/** `hidden` is said of rows and, above them, of columns. */
function hiddenRows(xml: Buffer, end: number): number {
  let count = 0;
  for (let at = xml.indexOf('hidden='); at >= 0 && at < end; at = xml.indexOf('hidden=', at + 7)) {
    const open = xml.lastIndexOf('<', at);
    const tag = xml.toString('latin1', open, at + 13);
    if (/^<(?:[\w.-]+:)?row\s/.test(tag) && /hidden=["'](?:1|true)/.test(tag)) count++;
  }
  return count;
}

function mergedOf(ref: string): MergedCells[] {
  const found = /^([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)$/i.exec(ref);
  if (!found) return [];
  const [, left = '', top = '', right = '', bottom = ''] = found;
  return [{ top: Number(top) - 1, left: columnOf(left), bottom: Number(bottom) - 1, right: columnOf(right) }];
}

const columnOf = (letters: string): number =>
  [...letters.toUpperCase()].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;

const plural = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;

/**
 * Says that records hold cells merged over several rows: those below the first read as blank. A block as wide
 * as the table is no cell of a record but a note.
 */
export function mergedNotes(
  merged: readonly MergedCells[],
  { headerRow, headerRows, columns }: Pick<Heading, 'headerRow' | 'headerRows' | 'columns'>,
): ReaderNote[] {
  const down = merged.filter(
    ({ top, bottom, left, right }) =>
      bottom > top &&
      top >= headerRow + headerRows - 1 &&
      left < columns.length &&
      (columns.length === 1 || right - left + 1 < columns.length),
  );
  if (down.length === 0) return [];
  const cells =
    down.length === 1
      ? '1 cell is merged over several rows; only its first row holds the value, the others read as blank.'
      : `${down.length.toLocaleString('en-GB')} cells are merged over several rows; only the first row of each holds its value, the others read as blank.`;
  return [{ code: 'merged-cells', text: cells }];
}

interface ListedSheet {
  readonly name: string;
  readonly hidden: boolean;
}

/** What a person should be told of the sheet that was read and of those that were not. */
export function sheetNotes(
  worksheets: readonly ListedSheet[],
  chosen: ListedSheet,
  byDefault: boolean,
  facts: SheetFacts | null,
  formulasWithoutResult: number,
): ReaderNote[] {
  const notes: ReaderNote[] = [];
  const listed = (sheets: readonly ListedSheet[]): string => sheets.map(({ name }) => `“${name}”`).join(', ');
  const others = worksheets.filter((sheet) => sheet !== chosen);
  const hidden = others.filter((sheet) => sheet.hidden);
  const visible = others.filter((sheet) => !sheet.hidden);
  if (byDefault && hidden.length > 0)
    notes.push({ code: 'hidden-sheet-skipped', text: `Hidden sheets were left out: ${listed(hidden)}.` });
  if (byDefault && visible.length > 0) {
    const text = `“${chosen.name}” was read; the workbook also has ${listed(visible)}.`;
    notes.push({ code: 'other-sheets', text });
  }
  if (chosen.hidden)
    notes.push({ code: 'hidden-sheet-read', text: `“${chosen.name}” is a hidden sheet; it was read.` });
  if (facts && facts.hiddenRows > 0) {
    const rows = plural(facts.hiddenRows, 'hidden or filtered row was', 'hidden or filtered rows were');
    notes.push({ code: 'hidden-rows', text: `${rows} read like the others.` });
  }
  if (formulasWithoutResult > 0) {
    const formulas = plural(formulasWithoutResult, 'formula has', 'formulas have');
    const text = `${formulas} no stored result and read as empty: open the file in Excel and save it.`;
    notes.push({ code: 'formulas-without-result', text });
  }
  return notes;
}
