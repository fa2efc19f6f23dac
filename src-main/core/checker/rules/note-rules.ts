// Owns the rules of notes and shorthand: markers, their Notes sheet, marks and their meanings (N01 to N06).
import type { Book, Sheet } from '../book/book.ts';
import type { Cell } from '../book/cells.ts';
import { at, body, headerOf, isShorthand, shown, tables, textsAbove, wordCells, worksheets } from './look.ts';
import type { Breach, Rule } from './rule.ts';

const marker = /\[note (\d+)\]/gi;
const numbersIn = (text: string): number[] => [...text.matchAll(marker)].map((found) => Number(found[1]));

/** Sheets that refer to notes: Contents repeats titles, and Notes tells what is referred to. */
const referring = (book: Book): Sheet[] =>
  worksheets(book).filter(({ kind }) => kind !== 'notes' && kind !== 'contents');

function used(book: Book): Map<number, { sheet: Sheet; cell: Cell }> {
  const found = new Map<number, { sheet: Sheet; cell: Cell }>();
  for (const sheet of referring(book)) {
    for (const cell of wordCells(sheet)) {
      if (!cell.text.includes('[')) continue;
      for (const n of numbersIn(cell.text)) if (!found.has(n)) found.set(n, { sheet, cell });
    }
  }
  return found;
}

const raisedSign = /[¹²³⁰⁴-⁹]$|(?<=\S)[*†‡§]+$/;
const power = /\b(k?m|cm|mm|ft|yd|in)[²³]$/;

/** Whether a title or header ends in a raised figure, a sign or a bare number in brackets. */
const isMarkedOtherwise = (text: string): boolean =>
  (raisedSign.test(text.trim()) && !power.test(text.trim())) || /\[\d+\]$|\(note \d+\)$/i.test(text.trim());

function* raised(book: Book): Generator<Breach> {
  for (const sheet of worksheets(book)) {
    const headerRows = new Set(sheet.tables.map(({ first }) => first - 1));
    for (const cell of wordCells(sheet)) {
      if (book.style(cell).font.raised)
        yield { sheet, cell: at(cell), message: 'The text is raised or lowered.' };
      else if ((cell.row === 1 || headerRows.has(cell.row)) && isMarkedOtherwise(cell.text))
        yield {
          sheet,
          cell: at(cell),
          message: 'A note is marked by a sign or a raised figure, not as [note 1].',
        };
    }
  }
}

function* raisedRuns(book: Book): Generator<Breach> {
  const { runs } = book.texts;
  const texts = new Set(
    [...runs].filter(([, list]) => list.some((run) => run.raised)).map(([place]) => book.texts.texts[place]),
  );
  if (texts.size === 0) return;
  for (const sheet of worksheets(book)) {
    for (const cell of sheet.cells) {
      if (cell.kind === 'text' && texts.has(cell.text))
        yield { sheet, cell: at(cell), message: 'Part of the text is raised or lowered.' };
    }
  }
}

function* markerBreaches(book: Book): Generator<Breach> {
  yield* raised(book);
  yield* raisedRuns(book);
  let expected = 1;
  for (const [n, { sheet, cell }] of used(book)) {
    if (n !== expected)
      yield {
        sheet,
        cell: at(cell),
        message: `[note ${n}] stands where [note ${expected}] should come first.`,
      };
    expected = Math.max(expected, n) + 1;
  }
}

function told(sheet: Sheet): Map<number, Cell> {
  const found = new Map<number, Cell>();
  for (const table of sheet.tables.length > 0 ? sheet.tables : []) {
    for (const cell of body(sheet, table)) {
      if (cell.column !== table.range.left) continue;
      const n =
        cell.kind === 'number' ? cell.number : Number(/^\[?note (\d+)\]?$/i.exec(cell.text.trim())?.[1]);
      if (Number.isInteger(n)) found.set(n, cell);
    }
  }
  if (sheet.tables.length === 0) {
    for (const cell of sheet.cells) {
      const n = Number(/^\[?note (\d+)\]?/i.exec(cell.text.trim())?.[1]);
      if (cell.column === 1 && Number.isInteger(n)) found.set(n, cell);
    }
  }
  return found;
}

function* notesBreaches(book: Book): Generator<Breach> {
  const notes = worksheets(book).find(({ kind }) => kind === 'notes');
  const markers = used(book);
  const rows = notes ? told(notes) : new Map<number, Cell>();
  for (const [n, { sheet, cell }] of markers) {
    if (!rows.has(n))
      yield {
        sheet,
        cell: at(cell),
        message: `[note ${n}] is told nowhere: ${notes ? `the sheet ${notes.name} has no row for it` : 'there is no sheet called Notes'}.`,
      };
  }
  for (const [n, cell] of rows) {
    if (notes && !markers.has(n))
      yield { sheet: notes, cell: at(cell), message: `Nothing refers to note ${n}.` };
  }
}

function* placeBreaches(book: Book): Generator<Breach> {
  for (const { sheet, table } of tables(book)) {
    if (sheet.kind === 'notes' || sheet.kind === 'contents') continue;
    for (const cell of body(sheet, table, 'text')) {
      if (!cell.text.includes('[') || numbersIn(cell.text).length === 0) continue;
      const header = headerOf(sheet, table, cell.column);
      if (!/\bnotes?\b/i.test(header))
        yield { sheet, cell: at(cell), message: `A note marker stands in the data column “${header}”.` };
    }
  }
}

const known = new Set(['b', 'c', 'e', 'f', 'low', 'p', 'r', 'u', 'w', 'x', 'z']);
const marksIn = (text: string): string[] =>
  [...text.matchAll(/\[([^[\]\s]{1,6})\]/g)].map((found) => found[1] ?? '');

/** The marks of a body: cells that are marks, and numbers in words that end in one. */
function marksUsed(sheet: Sheet): Map<string, Cell> {
  const found = new Map<string, Cell>();
  for (const table of sheet.tables) {
    for (const cell of body(sheet, table, 'text')) {
      if (!cell.text.includes('[')) continue;
      const marks =
        isShorthand(cell.text) || /^[\d£,.%+-]+ ?(\[[a-z]+\])+$/.test(cell.text.trim())
          ? marksIn(cell.text)
          : [];
      for (const mark of marks) if (!found.has(mark)) found.set(mark, cell);
    }
  }
  return found;
}

const explained = /\[([a-z]{1,6})\]\s*(means?|=|:|–|—|indicates?|denotes?|stands?|is\b|for\b)/g;

function* meaningBreaches(book: Book): Generator<Breach> {
  for (const sheet of worksheets(book)) {
    if (sheet.tables.length === 0) continue;
    const above = textsAbove(sheet);
    const mentioned = new Set(above.flatMap(marksIn));
    const marks = marksUsed(sheet);
    for (const [mark, cell] of marks) {
      if (known.has(mark) && !mentioned.has(mark))
        yield { sheet, cell: at(cell), message: `[${mark}] is not explained above the table.` };
    }
    if (sheet.kind !== 'data' && sheet.kind !== 'summary') continue;
    for (const mark of new Set(
      above.flatMap((text) => [...text.matchAll(explained)].map((found) => found[1] ?? '')),
    )) {
      if (!marks.has(mark))
        yield { sheet, message: `[${mark}] is explained above the table and not used in it.` };
    }
  }
}

function* unknownBreaches(book: Book): Generator<Breach> {
  for (const { sheet, table } of tables(book)) {
    for (const cell of body(sheet, table, 'text')) {
      if (!isShorthand(cell.text)) continue;
      const odd = marksIn(cell.text).filter((mark) => !known.has(mark) && !/^\d+$/.test(mark));
      if (odd.length > 0)
        yield {
          sheet,
          cell: at(cell),
          message: `${odd.map((mark) => `[${mark}]`).join(' ')} is not in the list of shorthand.`,
        };
    }
  }
}

function* zeroBreaches(book: Book): Generator<Breach> {
  for (const { sheet, table } of tables(book)) {
    for (const cell of body(sheet, table, 'number')) {
      const { number } = cell;
      if (number === 0) continue;
      const { decimals, isDate } = book.style(cell).format;
      // What is no less than the last digit that is shown is shown.
      if (decimals === null || isDate || Math.abs(number) >= 10 ** -decimals) continue;
      const text = shown(book, cell);
      if (/\d/.test(text) && !/[1-9]/.test(text))
        yield { sheet, cell: at(cell), message: `A number other than zero is shown as ${text}.` };
    }
  }
}

export const noteRules: readonly Rule[] = [
  {
    id: 'N01',
    severity: 'E',
    title: 'Notes are marked only as [note 1], [note 2] …, in reading order and without gaps',
    how: 'Raised or lowered text; signs at the end of titles and headers; the order in which markers come, Contents apart.',
    mend: 'Write [note 1] after the words, and number notes in the order in which they are met.',
    check: markerBreaches,
  },
  {
    id: 'N02',
    severity: 'E',
    title: 'Every note that is referred to is on the Notes sheet, and every note there is referred to',
    how: 'Markers of all sheets against the first column of the Notes sheet.',
    mend: 'Add the row to Notes, or take out the marker or the row.',
    check: notesBreaches,
  },
  {
    id: 'N03',
    severity: 'W',
    title: 'Note markers stand in titles, headers or a notes column',
    how: 'Markers in cells of tables, columns called Notes apart.',
    mend: 'Move the marker to the header or to a column called Notes.',
    check: placeBreaches,
  },
  {
    id: 'N04',
    severity: 'E',
    title: 'Every shorthand mark is explained above its table, and none is explained that is not used',
    how: 'Marks in cells of the table against those named above it.',
    mend: 'Write above the table, for instance, “[c] means hidden to protect confidentiality”.',
    check: meaningBreaches,
  },
  {
    id: 'N05',
    severity: 'E',
    title: 'Shorthand marks are of the agreed set',
    how: 'Cells that are marks in brackets: [b] [c] [e] [f] [low] [p] [r] [u] [w] [x] [z], several as [r][e].',
    mend: 'Use the mark of the set that means the same.',
    check: unknownBreaches,
  },
  {
    id: 'N06',
    severity: 'W',
    title: 'A number that rounds to zero is shown as [low], and only a true zero as 0',
    how: 'Numbers that are not zero and whose format shows only noughts.',
    mend: 'Show [low], or more decimal places.',
    unseen: 'A number that was rounded to 0 before it was written.',
    check: zeroBreaches,
  },
];
