// Owns the rules of room and of what else is on a sheet: fitting text, widths, pictures, foreign parts (F04, F05, F11, F12).
import type { Book, Sheet } from '../book/book.ts';
import { type Cell, hasContent } from '../book/cells.ts';
import { letters } from '../book/references.ts';
import type { Style } from '../book/styles.ts';
import { at, contents, shown, worksheets } from './look.ts';
import type { Breach, Rule } from './rule.ts';

const usualWidth = 8.43;

/** Widths of columns by their number. */
function widthsOf(sheet: Sheet): (column: number) => number {
  return (column) => {
    const span = sheet.columns.find(({ from, to }) => column >= from && column <= to);
    return span?.width ?? sheet.defaults.width ?? usualWidth;
  };
}

const narrow = /[ijltfrI.,:;'|!()[\]{} -]/;
const broad = /[MWmw@%—…]/;

const unitsOf = (char: string): number =>
  narrow.test(char) ? 0.45 : broad.test(char) ? 1.4 : char >= '⺀' ? 1.8 : 0.95;
/** Widths of the characters of plain English, by their code. */
const plainUnits = Array.from({ length: 128 }, (_, code) => unitsOf(String.fromCharCode(code)));

/** About how many digits wide a text is; rather too little than too much. */
function units(text: string): number {
  let sum = 0;
  for (const char of text) sum += plainUnits[char.codePointAt(0) ?? 0] ?? unitsOf(char);
  return sum;
}

/** Lines that a text takes at least when it is wrapped at words. */
function lines(text: string, room: number): number {
  // Words side by side are no wider than the text as it stands.
  if (!text.includes('\n') && units(text) <= room) return 1;
  let count = 0;
  for (const paragraph of text.split('\n')) {
    let used = 0;
    count += 1;
    for (const word of paragraph.split(' ')) {
      const width = units(word);
      if (used > 0 && used + 0.45 + width > room) {
        count += 1;
        used = 0;
      }
      used += width + (used > 0 ? 0.45 : 0);
      while (used > room && room > 1) {
        count += 1;
        used -= room;
      }
    }
  }
  return count;
}

/** A digit is the unit of widths, whatever the font. */
function digits(text: string): number {
  let sum = 0;
  for (const char of text) sum += char >= '0' && char <= '9' ? 1 : 0.5;
  return sum;
}

/** How much a text may be over before it is told: fonts differ. */
const tolerance = 1.15;
const pointsPerLine = 1.1;

interface Fit {
  readonly cell: Cell;
  readonly text: string;
  readonly style: Style;
  readonly room: number;
  readonly scale: number;
}

const isMerged = (sheet: Sheet, { row, column }: Cell): boolean =>
  sheet.merges.some(
    ({ top, bottom, left, right }) => row >= top && row <= bottom && column >= left && column <= right,
  );

function wrappedBreach(sheet: Sheet, { cell, text, style, room, scale }: Fit): string | null {
  const info = sheet.rows.get(cell.row);
  if (!info?.fixed || info.height === null) return null;
  const needed = lines(text, (room * tolerance) / scale);
  const fitting = info.height / (style.font.size * pointsPerLine);
  return needed > 1 && needed > fitting + 0.5
    ? `The text needs about ${needed} lines; the row shows ${Math.max(0, Math.floor(fitting))}.`
    : null;
}

/** Text runs on over blank cells at its right (or left), and is cut where something stands. */
function overflowBreach(
  sheet: Sheet,
  { cell, text, room, scale }: Fit,
  widthOf: (column: number) => number,
): string | null {
  if (cell.kind === 'number')
    return digits(text) * scale > room * 1.1 + 0.5 ? 'The number does not fit its column.' : null;
  const wide = units(text) * scale;
  let free = room * tolerance;
  for (let column = cell.column + 1; wide > free && column < cell.column + 60; column++) {
    if (hasContent(sheet.cells.at(cell.row, column)))
      return 'The text is cut off by what stands in the next cell.';
    free += widthOf(column);
  }
  return null;
}

function* clippedBreaches(book: Book): Generator<Breach> {
  for (const sheet of worksheets(book)) {
    const widthOf = widthsOf(sheet);
    for (const cell of contents(sheet)) {
      if (cell.kind !== 'text' && cell.kind !== 'number') continue;
      const text = shown(book, cell);
      if (text.length < 4) continue;
      const style = book.style(cell);
      const room = widthOf(cell.column) - style.indent;
      if (room <= 0 || style.shrinks || isMerged(sheet, cell)) continue;
      const fit: Fit = { cell, text, style, room, scale: style.font.size / book.styles.normal.size };
      const wraps = style.wraps && cell.kind === 'text';
      const message = wraps ? wrappedBreach(sheet, fit) : overflowBreach(sheet, fit, widthOf);
      if (message !== null) yield { sheet, cell: at(cell), message };
    }
  }
}

function* widthBreaches(book: Book): Generator<Breach> {
  for (const sheet of worksheets(book)) {
    const used = new Set<number>();
    for (const { column } of contents(sheet)) used.add(column);
    for (const { from, to, width, hidden } of sheet.columns) {
      if (hidden || width === null || width === 0 || (width >= 8 && width < 61)) continue;
      for (let column = from; column <= Math.min(to, from + 200); column++) {
        if (used.has(column))
          yield {
            sheet,
            cell: `${letters(column)}:${letters(column)}`,
            message: `The column is ${Number(width.toFixed(1))} characters wide.`,
          };
      }
    }
  }
}

function* pictureBreaches(book: Book, { profile }: { profile: string }): Generator<Breach> {
  for (const sheet of book.sheets) {
    if (sheet.extras.has('picture')) yield { sheet, message: 'The sheet has a background picture.' };
    if (sheet.extras.has('legacyDrawingHF'))
      yield { sheet, message: 'A picture stands in the header or footer.' };
    for (const { kind, name, alt, anchor } of sheet.drawn) {
      if (kind !== 'picture') continue;
      const where = { sheet, part: name };
      if (profile === 'published') yield { ...where, message: 'The sheet has a picture.' };
      else if (alt.trim() === '') yield { ...where, message: 'The picture has no alternative text.' };
      else if (anchor && anchor.from.row === 0 && anchor.from.column === 0)
        yield { ...where, message: 'The picture covers A1, where the title stands.' };
    }
  }
}

/** Parts that have no place in a pack, by their path or their content type. */
const foreign: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/vbaProject|macroEnabled|ms-excel\.(sheet|template)\.macro/i, 'macros'],
  [/\/(threaded)?comments?\d*\.xml$|threadedComment/i, 'comments'],
  [/\/externalLinks\/[^/]+\.xml$/i, 'a link to another workbook'],
  [/\/embeddings\//i, 'an embedded object'],
  [/\/(activeX|ctrlProps)\/[^/]+$/i, 'a control'],
  [/\/(macrosheets|dialogsheets)\//i, 'a macro or dialog sheet'],
  [/\/connections\.xml$|\/queryTables\//i, 'a data connection'],
  [/\/slicers?\d*\.xml$/i, 'a slicer'],
];

function* foreignBreaches(book: Book): Generator<Breach> {
  const told = new Set<string>();
  for (const { name } of book.pack.entries) {
    if (name.endsWith('.rels')) continue;
    for (const [pattern, what] of foreign) {
      if (!pattern.test(`/${name}`) || told.has(what)) continue;
      told.add(what);
      yield { part: name, message: `The workbook holds ${what}.` };
    }
  }
  if (/macroEnabled/i.test(book.pack.typeOf(book.main) ?? '') && !told.has('macros'))
    yield { part: book.main, message: 'The workbook is of the kind that holds macros.' };
  for (const sheet of book.sheets) {
    for (const { kind, name } of sheet.drawn) {
      if (kind === 'shape')
        yield { sheet, part: name, message: 'The sheet has a text box, shape or other drawing.' };
    }
  }
}

export const fitRules: readonly Rule[] = [
  {
    id: 'F04',
    severity: 'E',
    title: 'No text is cut off',
    how: 'The estimated width and lines of each text against its column, its row where the height is fixed, and the next cells. Only what is plainly cut is told.',
    mend: 'Wrap the text, widen the column, or let Excel set the row’s height.',
    unseen: 'How wide the reader’s fonts are.',
    check: clippedBreaches,
  },
  {
    id: 'F05',
    severity: 'W',
    title: 'Columns are 8 to 60 characters wide',
    how: 'Widths of columns that hold something.',
    mend: 'Set a width from 8 to 60.',
    check: widthBreaches,
  },
  {
    id: 'F11',
    severity: 'E',
    title: 'No pictures when published; for a committee with alternative text and not over A1',
    how: 'Pictures of drawings, backgrounds, headers and footers.',
    mend: 'Take the picture out, or give it alternative text and move it away from A1.',
    check: pictureBreaches,
  },
  {
    id: 'F12',
    severity: 'E',
    title: 'No text boxes, shapes, comments, macros, controls, links to workbooks or embedded objects',
    how: 'Parts of the package and their types; shapes of drawings.',
    mend: 'Delete it, and write what it says into cells. Save as .xlsx.',
    check: foreignBreaches,
  },
];
