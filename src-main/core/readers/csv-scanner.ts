// Cuts delimited UTF-8 into records of cells, a piece at a time, without making texts of them.
// The rule: RFC 4180, and where files break it the cell stays as typed: a quotation mark inside an
// unquoted cell is text, blanks before an opening one are dropped, rows may be ragged.
import { CellStore, type Cells, hashBasis, hashOf, hashPrime } from './cell-batch.ts';

const quote = 34;
const lineFeed = 10;
const carriageReturn = 13;
const blank = 32;
/** One record may not grow past this many bytes: a quotation mark has been left open. */
const longestRecord = 8 * 1024 * 1024;

/** A quotation mark opened in this record (1-based) is never closed. */
export class UnclosedQuote extends Error {
  constructor(readonly record: number) {
    super(`the quotation mark opened in record ${record} is never closed`);
  }
}

/** Pieces of UTF-8 in, whole records out. `lineEnd` is `\r` only for files without any line feed. */
export class CsvScanner {
  readonly #delimiter: number;
  readonly #lineEnd: number;
  readonly #store = new CellStore();
  #bytes: Buffer = Buffer.allocUnsafe(1 << 20);
  /** How much of `#bytes` is text of the file; unescaped cells are put behind it. */
  #filled = 0;
  #spare = 0;
  /** Where the record that is not yet whole begins. */
  #from = 0;
  #records = 0;
  /** Where the cell after the one just read begins. */
  #at = 0;

  constructor(delimiter: string, lineEnd: '\n' | '\r' = '\n') {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#lineEnd = lineEnd.charCodeAt(0);
  }

  /** The records that end within the pieces given so far. Throws UnclosedQuote. */
  push(piece: Uint8Array): Cells {
    this.#bytes.copyWithin(0, this.#from, this.#filled);
    this.#filled -= this.#from;
    this.#from = 0;
    this.#room(this.#filled, piece.length + 1);
    this.#bytes.set(piece, this.#filled);
    this.#filled += piece.length;
    const cells = this.#scan();
    if (this.#filled - this.#from > longestRecord) throw new UnclosedQuote(this.#records + 1);
    return cells;
  }

  /** The last record, where the file does not end in a line end. Throws UnclosedQuote. */
  end(): Cells {
    const open = this.#from < this.#filled;
    const cells = this.push(open ? Uint8Array.of(this.#lineEnd) : new Uint8Array());
    if (this.#from < this.#filled) throw new UnclosedQuote(this.#records + 1);
    return cells;
  }

  #room(used: number, more: number): void {
    if (used + more <= this.#bytes.length) return;
    const wider = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, used + more));
    this.#bytes.copy(wider, 0, 0, used);
    this.#bytes = wider;
  }

  #scan(): Cells {
    const store = this.#store;
    const [delimiter, lineEnd, filled] = [this.#delimiter, this.#lineEnd, this.#filled];
    this.#spare = filled;
    let bytes = this.#bytes;
    let rows = 0;
    let cell = 0;
    let at = 0;
    let { firstCells, starts, ends, hashes } = store;
    firstCells[0] = 0;
    while (at < filled) {
      if (cell >= starts.length) {
        store.growCells();
        ({ starts, ends, hashes } = store);
      }
      const start = at;
      let hash = hashBasis;
      let code = -1;
      let quoted = false;
      for (; at < filled; at++) {
        code = bytes[at] as number;
        if (code === delimiter || code === lineEnd) break;
        if (code === quote && this.#onlyBlanks(start, at)) {
          quoted = true;
          break;
        }
        hash = Math.imul(hash ^ code, hashPrime);
      }
      if (at >= filled) break;
      if (quoted) {
        if (!this.#quotedCell(at, cell)) break;
        bytes = this.#bytes;
        at = this.#at;
        code = bytes[at] as number;
      } else {
        let end = at;
        if (code === lineFeed && end > start && bytes[end - 1] === carriageReturn) {
          end--;
          hash = hashOf(bytes, start, end);
        }
        starts[cell] = start;
        ends[cell] = end;
        hashes[cell] = hash;
      }
      cell++;
      at++;
      if (code === delimiter) continue;
      rows++;
      this.#from = at;
      if (rows >= firstCells.length) firstCells = store.growRows();
      firstCells[rows] = cell;
    }
    const firstRow = this.#records + 1;
    this.#records += rows;
    return { firstRow, rows, bytes, firstCells, starts, ends, hashes };
  }

  #onlyBlanks(start: number, end: number): boolean {
    for (let at = start; at < end; at++) if (this.#bytes[at] !== blank) return false;
    return true;
  }

  /** Takes the cell whose opening quotation mark is at `opening`; false when it does not end in what is here. */
  #quotedCell(opening: number, cell: number): boolean {
    const bytes = this.#bytes;
    const filled = this.#filled;
    let doubled = false;
    let closing = opening + 1;
    for (; ; closing++) {
      while (closing < filled && bytes[closing] !== quote) closing++;
      if (closing + 1 >= filled) return false;
      if (bytes[closing + 1] !== quote) break;
      doubled = true;
      closing++;
    }
    let after = closing + 1;
    while (after < filled && bytes[after] !== this.#delimiter && bytes[after] !== this.#lineEnd) after++;
    if (after >= filled) return false;
    this.#at = after;
    const tail = bytes[after] === lineFeed && bytes[after - 1] === carriageReturn ? after - 1 : after;
    const typed = tail > closing + 1 && bytes.toString('utf8', closing + 1, tail).trim() !== '';
    let [start, end] = [opening + 1, closing];
    if (doubled || typed) [start, end] = this.#unescaped(start, closing, typed ? tail : closing + 1);
    this.#store.starts[cell] = start;
    this.#store.ends[cell] = end;
    this.#store.hashes[cell] = hashOf(this.#bytes, start, end);
    return true;
  }

  /** Puts the cell's content behind the text of the file: marks undoubled, and what was typed after the closing one. */
  #unescaped(start: number, closing: number, tail: number): [start: number, end: number] {
    this.#room(this.#spare, tail - start);
    const bytes = this.#bytes;
    let to = this.#spare;
    for (let at = start; at < closing; at++) {
      const code = bytes[at] as number;
      bytes[to++] = code;
      if (code === quote) at++;
    }
    to += bytes.copy(bytes, to, closing + 1, tail);
    const from = this.#spare;
    this.#spare = to;
    return [from, to];
  }
}
