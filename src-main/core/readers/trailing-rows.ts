// Keeps wholly empty records back until a filled one follows, so that an empty tail never shows.
import { type CellBatch, textsOf } from './cell-batch.ts';
import type { RowBatch } from './source-table.ts';

const isEmpty = (row: readonly string[]): boolean => row.every((cell) => cell.trim() === '');

/** Cuts the empty records off the end of a stream of rows, and numbers what goes out. */
export class TrailingRows {
  #held: string[][] = [];
  #next = 1;

  /** The next rows to hand on (perhaps none), with the record number of the first. */
  push(rows: string[][]): { firstRow: number; rows: string[][] } {
    let filled = rows.length;
    while (filled > 0 && isEmpty(rows[filled - 1] ?? [])) filled--;
    const firstRow = this.#next;
    if (filled === 0) {
      for (const row of rows) this.#held.push(row);
      return { firstRow, rows: [] };
    }
    const tail = rows.slice(filled);
    const body = tail.length === 0 ? rows : rows.slice(0, filled);
    const out = this.#held.length === 0 ? body : this.#held.concat(body);
    this.#held = tail;
    this.#next += out.length;
    return { firstRow, rows: out };
  }
}

/** Batches of cells as rows of text, without the wholly empty records at the end. */
export async function* filledRows(cells: AsyncIterable<CellBatch>): AsyncGenerator<RowBatch> {
  const trailing = new TrailingRows();
  let next = 1;
  for await (const batch of cells) {
    const { bytesRead, bytesTotal, firstRow } = batch;
    // Blank records may have been passed over; every other keeps its number.
    const before = Array.from({ length: firstRow - next }, () => ['']);
    next = firstRow + batch.rows;
    const filled = trailing.push(before.concat(textsOf(batch)));
    if (filled.rows.length > 0) yield { ...filled, bytesRead, bytesTotal };
  }
}
