// Owns telling what is wrong with the look of cells once a look, not once a cell.
import type { Book, Sheet } from '../book/book.ts';
import type { Cell, CellKind } from '../book/cells.ts';
import type { Style } from '../book/styles.ts';
import { at, counted, worksheets } from './look.ts';
import type { Breach } from './rule.ts';

interface Asking {
  /** Whether cells that show nothing are looked at, too. */
  readonly blank?: boolean;
  /** A cell that may look as it does. */
  readonly excused?: (cell: Cell, sheet: Sheet) => boolean;
  /** What is wrong with a text, whatever its look. */
  readonly words?: (text: string) => string | null;
}

interface Found {
  readonly message: string;
  first: Cell;
  count: number;
}

const isBefore = (a: Cell, b: Cell): boolean => a.row - b.row < 0 || (a.row === b.row && a.column < b.column);

/** Cells of a sheet whose look breaks a rule, told once a message: the first cell and how many there are. */
export function* byLook(
  book: Book,
  wrong: (style: Style, kind: CellKind) => string | null,
  asking: Asking = {},
): Generator<Breach> {
  for (const sheet of worksheets(book)) {
    const found = [...foundOn(book, sheet, wrong, asking)];
    found.sort((a, b) => (isBefore(a.first, b.first) ? -1 : 1));
    for (const { message, first, count } of found)
      yield {
        sheet,
        cell: at(first),
        message: count === 1 ? message : `${message} (${counted(count, 'cell')})`,
      };
  }
}

/** The cells of a look, of which there are so many. */
function* lookingLike(sheet: Sheet, first: Cell, count: number): Generator<Cell> {
  let left = count;
  for (const cell of sheet.cells.filled(first.kind)) {
    if (cell.style !== first.style || cell.formula !== first.formula) continue;
    yield cell;
    left -= 1;
    if (left === 0) return;
  }
}

function foundOn(
  book: Book,
  sheet: Sheet,
  wrong: (style: Style, kind: CellKind) => string | null,
  { blank = false, excused, words }: Asking,
): Iterable<Found> {
  const found = new Map<string, Found>();
  const add = (message: string, first: Cell, count: number): void => {
    const known = found.get(message);
    if (!known) found.set(message, { message, first, count });
    else {
      known.count += count;
      if (isBefore(first, known.first)) known.first = first;
    }
  };
  for (const { first, count } of sheet.cells.looks()) {
    const message = blank || first.shows ? wrong(book.style(first), first.kind) : null;
    if (message === null) continue;
    if (!excused) add(message, first, count);
    else
      for (const cell of lookingLike(sheet, first, count)) if (!excused(cell, sheet)) add(message, cell, 1);
  }
  if (words)
    for (const cell of sheet.cells.filled('text')) {
      const message = words(cell.text);
      if (message !== null) add(message, cell, 1);
    }
  return found.values();
}
