// Owns telling what is wrong with the look of cells once a look, not once a cell.
import type { Book, Sheet } from '../book/book.ts';
import type { Cell } from '../book/cells.ts';
import type { Style } from '../book/styles.ts';
import { at, contents, counted, worksheets } from './look.ts';
import type { Breach } from './rule.ts';

/** Cells of a sheet whose look breaks a rule, told once a look: the first cell and how many there are. */
export function* byLook(
  book: Book,
  wrong: (style: Style, cell: Cell, sheet: Sheet) => string | null,
  blank = false,
): Generator<Breach> {
  for (const sheet of worksheets(book)) {
    const found = new Map<string, { first: Cell; count: number }>();
    for (const cell of blank ? sheet.cells : contents(sheet)) {
      const message = wrong(book.style(cell), cell, sheet);
      if (message === null) continue;
      const known = found.get(message);
      if (known) known.count += 1;
      else found.set(message, { first: cell, count: 1 });
    }
    for (const [message, { first, count }] of found)
      yield {
        sheet,
        cell: at(first),
        message: count === 1 ? message : `${message} (${counted(count, 'cell')})`,
      };
  }
}
