// Cuts a worksheet's XML into records of cells, a piece at a time, without making texts of most of them.
// The rule: one pass, no tree; what is not the shape of a worksheet is damage, and is never passed over.
import type { Cells } from './cell-batch.ts';
import { type CellContext, CellValues } from './cell-values.ts';
import { CellWriter } from './cell-writer.ts';
import {
  apostrophe,
  blank,
  columnOf,
  equals,
  exclamation,
  greater,
  less,
  letterC,
  letterN,
  letterO,
  letterR,
  letterS,
  letterT,
  letterW,
  letterX,
  nextMark,
  quote,
  rowNumber,
  SheetDamage,
  SheetTooLarge,
  slash,
  typeOf,
  wholeNumber,
} from './sheet-bytes.ts';
import { withoutSections } from './xml.ts';

const lastRow = 1_048_576;
const longestRow = 32 * 1024 * 1024;
const rowsPerBatch = 4096;
/** Pieces of bytes in, batches of records out. A piece must not end within a tag. */
export class SheetScanner {
  readonly #writer = new CellWriter();
  readonly #values: CellValues;
  #prefix: string | null = null;
  #phase: 'before' | 'rows' | 'after' = 'before';
  #rest: Buffer = Buffer.alloc(0);
  /** The number of the next record, and of the first one of the batch. */
  #next = 1;
  #first = 1;
  #at = 0;
  #isEmptyRow = false;

  constructor(context: CellContext) {
    this.#values = new CellValues(context, this.#writer);
  }

  get formulasWithoutResult(): number {
    return this.#values.formulasWithoutResult;
  }

  /** How far the piece at hand has been read. */
  get position(): number {
    return this.#at;
  }

  /** The records that end within the bytes given so far; each batch is valid until the next. Throws SheetDamage or SheetTooLarge. */
  *push(piece: Buffer): Generator<Cells> {
    const plain = this.#plain(piece);
    const bytes = this.#rest.length === 0 ? plain : Buffer.concat([this.#rest, plain]);
    this.#at = 0;
    if (this.#phase === 'before') this.#findRows(bytes);
    const whole = bytes.lastIndexOf('</row>');
    while (this.#phase === 'rows') {
      const number = this.#openRow(bytes, whole);
      if (number === 0) break;
      for (; this.#next < number; this.#next++) {
        this.#writer.endRow();
        if (this.#writer.rows >= rowsPerBatch) yield this.#take(this.#next + 1);
      }
      if (!this.#isEmptyRow) this.#at = this.#cells(bytes, this.#at, whole) + 6;
      this.#writer.endRow();
      this.#next++;
      if (this.#writer.rows >= rowsPerBatch) yield this.#take(this.#next);
    }
    // Below the rows only the end matters: whether the sheet is whole.
    const after = this.#phase === 'after' ? Math.max(this.#at, bytes.length - 200) : this.#at;
    this.#rest = Buffer.from(bytes.subarray(after));
    if (this.#rest.length > longestRow) throw new SheetTooLarge('a row of more than 32 MB');
  }

  /** The records not yet handed out. Throws SheetDamage where the sheet is not whole. */
  end(): Cells {
    if (this.#phase !== 'after' || !/<\/worksheet>\s*$/.test(this.#rest.toString('latin1')))
      throw new SheetDamage('is cut short');
    return this.#take(this.#next);
  }

  #take(next: number): Cells {
    const batch = this.#writer.take(this.#first);
    this.#first = next;
    return batch;
  }

  /** The piece without namespace prefixes, comments and CDATA. */
  #plain(piece: Buffer): Buffer {
    if (this.#prefix === null) {
      const start = piece.toString('utf8', 0, 4096);
      const root = /^\ufeff?\s*(?:<\?[^>]*\?>\s*|<!--[\s\S]*?-->\s*)*<((?:[\w.-]+:)?)worksheet[\s>]/.exec(
        start,
      );
      if (!root) throw new SheetDamage('does not begin as a worksheet does');
      this.#prefix = root[1] ?? '';
    }
    // Looked for by its rarer half: `<` is everywhere.
    if (this.#prefix === '' && (piece.indexOf(exclamation) < 0 || piece.indexOf('<!') < 0)) return piece;
    const text = withoutSections(piece.toString('utf8'));
    if (text.includes('<!')) throw new SheetDamage('holds marks that no worksheet has');
    if (this.#prefix === '') return Buffer.from(text);
    return Buffer.from(text.replaceAll(`<${this.#prefix}`, '<').replaceAll(`</${this.#prefix}`, '</'));
  }

  #findRows(bytes: Buffer): void {
    const start = bytes.indexOf('<sheetData');
    if (start < 0) {
      if (bytes.indexOf('</worksheet>') >= 0) this.#phase = 'after';
      return;
    }
    const close = bytes.indexOf(greater, start);
    if (close < 0) return;
    this.#phase = bytes[close - 1] === slash ? 'after' : 'rows';
    this.#at = close + 1;
  }

  /**
   * The number of the next row that ends before `whole`, with `#at` behind its opening mark; 0 where there is none.
   */
  #openRow(bytes: Buffer, whole: number): number {
    let at = this.#at;
    while (at < bytes.length && bytes[at] !== less) {
      if ((bytes[at] ?? 0) > blank) throw new SheetDamage('holds something between its rows');
      at++;
    }
    const inside = bytes.indexOf(greater, at);
    if (inside < 0) return 0;
    const isRow = bytes[at + 1] === letterR && bytes[at + 2] === letterO && bytes[at + 3] === letterW;
    if (!isRow) {
      if (bytes.toString('latin1', at, at + 11) !== '</sheetData')
        throw new SheetDamage('holds something between its rows');
      this.#phase = 'after';
      this.#at = at;
      return 0;
    }
    this.#isEmptyRow = bytes[inside - 1] === slash;
    if (!this.#isEmptyRow && at > whole) return 0;
    this.#at = inside + 1;
    const number = rowNumber(bytes, at, inside) ?? this.#next;
    if (number < 1 || number > lastRow) throw new SheetDamage('has a row beyond the last one Excel knows');
    return number;
  }

  /** Reads the cells of a row that begins here and ends at `whole` at the latest; gives the place of its closing mark. */
  #cells(bytes: Buffer, start: number, whole: number): number {
    const writer = this.#writer;
    let next = 0;
    let at = nextMark(bytes, start);
    for (;;) {
      if (at > whole) throw new SheetDamage('has a row that is not closed');
      if (bytes[at + 1] === slash && bytes[at + 2] === letterR) return at;
      const code = bytes[at + 2] ?? 0;
      if (bytes[at + 1] !== letterC || (code > blank && code !== greater && code !== slash)) {
        if (code !== letterX && bytes[at + 1] !== slash)
          throw new SheetDamage('has a row that is not closed');
        // A row may hold an extension (`extLst`, `ext`) beside its cells.
        at = nextMark(bytes, at + 1);
        continue;
      }
      let column = next;
      let style = 0;
      let type = letterN;
      let inside = at + 2;
      for (;;) {
        const name = bytes[inside] ?? greater;
        if (name === greater || name === slash) break;
        if (name <= blank) {
          inside++;
          continue;
        }
        const single = bytes[inside + 1] === equals;
        const from = (single ? inside + 1 : bytes.indexOf(equals, inside)) + 2;
        const mark = bytes[from - 1];
        if (from < inside || (mark !== quote && mark !== apostrophe))
          throw new SheetDamage('has a cell that is not closed');
        let to = from;
        while (to < whole && bytes[to] !== mark) to++;
        if (single && name === letterR) column = columnOf(bytes, from, to);
        else if (single && name === letterS) style = wholeNumber(bytes, from, to);
        else if (single && name === letterT) type = typeOf(bytes, from, to);
        inside = to + 1;
      }
      if (inside >= whole) throw new SheetDamage('has a cell that is not closed');
      while (writer.width < column) writer.blank();
      if (bytes[inside] === slash) {
        writer.blank();
        at = nextMark(bytes, inside);
      } else at = this.#values.write(bytes, inside + 1, whole, type, style);
      if (column < writer.width - 1) writer.moveTo(column);
      next = column + 1;
    }
  }
}
