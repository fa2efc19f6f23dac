// What a reader hands on when there is much of it: a run of records whose cells are places in one
// piece of UTF-8, each with a hash of its bytes, so that a cell seen before need not become a text again.
import type { RowBatch, SourceTable } from './source-table.ts';

/** A run of consecutive records. It is valid until the next one is asked for: the memory is used again. */
export interface Cells {
  /** The 1-based number in the file or sheet of the first record. */
  readonly firstRow: number;
  readonly rows: number;
  /** UTF-8; `starts` and `ends` are places in it. */
  readonly bytes: Buffer;
  /** For each record the number of its first cell; one more entry than there are records. */
  readonly firstCells: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** `hashOf` the cell's bytes. */
  readonly hashes: Int32Array;
}

/** Cells with how far through the file they reach. */
export interface CellBatch extends Cells {
  readonly bytesRead: number;
  readonly bytesTotal: number;
}

export const hashBasis = 0x811c9dc5 | 0;
export const hashPrime = 0x01000193;

/** FNV-1a of a stretch of bytes. */
export function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = hashBasis;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), hashPrime);
  return hash;
}

/** The text of a record's cell; '' where the record is shorter. */
export function textAt(batch: Cells, row: number, column: number): string {
  const cell = (batch.firstCells[row] ?? 0) + column;
  if (column < 0 || cell >= (batch.firstCells[row + 1] ?? 0)) return '';
  const [start, end] = [batch.starts[cell] ?? 0, batch.ends[cell] ?? 0];
  return start === end ? '' : batch.bytes.toString('utf8', start, end);
}

/** All cells of a record as texts. */
export function rowTexts(batch: Cells, row: number): string[] {
  const width = (batch.firstCells[row + 1] ?? 0) - (batch.firstCells[row] ?? 0);
  return Array.from({ length: width }, (_, column) => textAt(batch, row, column));
}

/** All records as rows of text. */
export const textsOf = (batch: Cells): string[][] =>
  Array.from({ length: batch.rows }, (_, row) => rowTexts(batch, row));

/** Whether a record holds nothing but blanks. */
export function isBlankRow(batch: Cells, row: number): boolean {
  const last = batch.firstCells[row + 1] ?? 0;
  for (let cell = batch.firstCells[row] ?? 0; cell < last; cell++) {
    const start = batch.starts[cell] ?? 0;
    const end = batch.ends[cell] ?? 0;
    if (start === end) continue;
    const byte = batch.bytes[start] ?? 0;
    if (byte > 32 && byte < 128) return false;
    if (batch.bytes.toString('utf8', start, end).trim() !== '') return false;
  }
  return true;
}

/** Grows by doubling; the reader that fills it hands out its arrays. */
export class CellStore {
  firstCells: Int32Array = new Int32Array(1024);
  starts: Int32Array = new Int32Array(16_384);
  ends: Int32Array = new Int32Array(16_384);
  hashes: Int32Array = new Int32Array(16_384);

  /** Makes room for one more record. */
  growRows(): Int32Array {
    const wider = new Int32Array(this.firstCells.length * 2);
    wider.set(this.firstCells);
    this.firstCells = wider;
    return wider;
  }

  growCells(): void {
    for (const name of ['starts', 'ends', 'hashes'] as const) {
      const wider = new Int32Array(this[name].length * 2);
      wider.set(this[name]);
      this[name] = wider;
    }
  }
}

/** The records of a table as cells: as its reader has them, or made from its rows of text. */
export async function* cellsOf(table: SourceTable): AsyncGenerator<CellBatch> {
  if (table.cells) return yield* table.cells();
  const encode = rowEncoder();
  for await (const batch of table.batches()) yield encode(batch);
}

function rowEncoder(): (batch: RowBatch) => CellBatch {
  const store = new CellStore();
  let bytes = Buffer.allocUnsafe(1 << 20);
  return ({ firstRow, rows, bytesRead, bytesTotal }) => {
    let at = 0;
    let cell = 0;
    for (const [index, row] of rows.entries()) {
      if (index + 1 >= store.firstCells.length) store.growRows();
      store.firstCells[index] = cell;
      for (const text of row) {
        if (cell >= store.starts.length) store.growCells();
        if (at + text.length * 3 > bytes.length) {
          const wider = Buffer.allocUnsafe(Math.max(bytes.length * 2, at + text.length * 3));
          bytes.copy(wider, 0, 0, at);
          bytes = wider;
        }
        const end = at + bytes.write(text, at);
        store.starts[cell] = at;
        store.ends[cell] = end;
        store.hashes[cell] = hashOf(bytes, at, end);
        cell++;
        at = end;
      }
    }
    store.firstCells[rows.length] = cell;
    const { firstCells, starts, ends, hashes } = store;
    return { firstRow, rows: rows.length, bytes, firstCells, starts, ends, hashes, bytesRead, bytesTotal };
  };
}
