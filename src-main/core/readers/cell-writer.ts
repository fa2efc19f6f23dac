// Fills batches of cells: a workbook's reader writes its cells here, one record after another.
// The rule: one piece of memory, used again for the next batch; trailing blank cells of a record go.
import { CellStore, type Cells, hashBasis, hashOf, hashPrime } from './cell-batch.ts';

/** Texts kept as UTF-8 with their hashes, to be copied into cells by number. */
export interface StoredTexts {
  readonly count: number;
  readonly bytes: Buffer;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly hashes: Int32Array;
}

/** Stores texts for `CellWriter.copy`. */
export function storeTexts(texts: readonly string[]): StoredTexts {
  const bytes = Buffer.allocUnsafe(texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0));
  const starts = new Int32Array(texts.length);
  const ends = new Int32Array(texts.length);
  const hashes = new Int32Array(texts.length);
  let at = 0;
  for (const [index, text] of texts.entries()) {
    starts[index] = at;
    at += bytes.write(text, at);
    ends[index] = at;
    hashes[index] = hashOf(bytes, starts[index] ?? 0, at);
  }
  return { count: texts.length, bytes, starts, ends, hashes };
}

/** Longest stretch that is copied byte by byte. */
const shortText = 48;

export class CellWriter {
  /** Records finished since the last `take`. */
  rows = 0;
  readonly #store = new CellStore();
  #bytes = Buffer.allocUnsafe(1 << 20);
  #at = 0;
  #cells = 0;
  /** The number of the record's first cell, and of its cells so far. */
  #first = 0;

  /** How many cells the record has so far. */
  get width(): number {
    return this.#cells - this.#first;
  }

  /** A cell as text. */
  text(value: string): void {
    const at = this.#room(value.length * 3);
    this.#at = at + this.#bytes.write(value, at);
    this.#done(at, hashOf(this.#bytes, at, this.#at));
  }

  blank(): void {
    this.#done(this.#at, hashBasis);
  }

  /** A cell of bytes that are elsewhere, as they are. */
  bytes(source: Uint8Array, start: number, end: number): void {
    const at = this.#room(end - start);
    const target = this.#bytes;
    let hash = hashBasis;
    let to = at;
    for (let from = start; from < end; from++) {
      const byte = source[from] ?? 0;
      target[to++] = byte;
      hash = Math.imul(hash ^ byte, hashPrime);
    }
    this.#at = to;
    this.#done(at, hash);
  }

  /** A cell of a stored text. */
  copy(texts: StoredTexts, index: number): void {
    const start = texts.starts[index] ?? 0;
    const end = texts.ends[index] ?? 0;
    const at = this.#room(end - start);
    if (end - start > shortText) texts.bytes.copy(this.#bytes, at, start, end);
    else for (let from = start, to = at; from < end; from++, to++) this.#bytes[to] = texts.bytes[from] ?? 0;
    this.#at = at + end - start;
    this.#done(at, texts.hashes[index] ?? 0);
  }

  /** Puts the cell written last into an earlier column of the record. */
  moveTo(column: number): void {
    const { starts, ends, hashes } = this.#store;
    const [from, to] = [--this.#cells, this.#first + column];
    starts[to] = starts[from] ?? 0;
    ends[to] = ends[from] ?? 0;
    hashes[to] = hashes[from] ?? 0;
  }

  /** Ends the record; one without cells gets a blank one. */
  endRow(): void {
    const { starts, ends } = this.#store;
    if (this.#cells === this.#first) this.blank();
    while (this.#cells > this.#first + 1 && starts[this.#cells - 1] === ends[this.#cells - 1]) this.#cells--;
    if (this.rows + 2 >= this.#store.firstCells.length) this.#store.growRows();
    this.#store.firstCells[this.rows] = this.#first;
    this.rows++;
    this.#first = this.#cells;
    this.#store.firstCells[this.rows] = this.#cells;
  }

  /** Hands out the finished records, the first of which has this number. They are valid until the next is written. */
  take(firstRow: number): Cells {
    const { firstCells, starts, ends, hashes } = this.#store;
    const batch = { firstRow, rows: this.rows, bytes: this.#bytes, firstCells, starts, ends, hashes };
    this.rows = 0;
    this.#at = 0;
    this.#cells = 0;
    this.#first = 0;
    return batch;
  }

  #done(start: number, hash: number): void {
    if (this.#cells >= this.#store.starts.length) this.#store.growCells();
    const { starts, ends, hashes } = this.#store;
    starts[this.#cells] = start;
    ends[this.#cells] = this.#at;
    hashes[this.#cells] = hash;
    this.#cells++;
  }

  #room(bytes: number): number {
    if (this.#at + bytes > this.#bytes.length) {
      const wider = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#at + bytes));
      this.#bytes.copy(wider, 0, 0, this.#at);
      this.#bytes = wider;
    }
    return this.#at;
  }
}
