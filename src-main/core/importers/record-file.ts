// Owns the file of staged records: each begins with its row number, and is kept whole or dropped whole.
import { closeSync, openSync, writeFileSync } from 'node:fs';
import { type CellMemo, wordsOf } from './cell-memo.ts';

const flushAt = 1 << 20;

/** Records written as bytes, in memory until there is a megabyte of them. Without a path nothing is kept. */
export class RecordFile {
  readonly path: string;
  readonly #file: number | null;
  #buffer: Buffer = Buffer.allocUnsafe(flushAt + (1 << 16));
  #words: DataView = wordsOf(this.#buffer);
  #used = 0;
  #begun = 0;
  #open = true;

  constructor(path: string | null, columns: readonly string[]) {
    this.path = path ?? '';
    this.#file = path === null ? null : openSync(path, 'w', 0o600);
    this.text(`${columns.join(',')}\n`);
  }

  begin(rowNo: number): void {
    this.#begun = this.#used;
    this.number(rowNo);
  }

  /** A whole number from 0. */
  number(value: number): void {
    this.#room(16);
    let digits = 1;
    for (let power = 10; power <= value; power *= 10) digits++;
    const end = this.#used + digits;
    let rest = value;
    for (let at = end - 1; at >= this.#used; at--) {
      const next = (rest / 10) | 0;
      this.#buffer[at] = 48 + rest - next * 10;
      rest = next;
    }
    this.#used = end;
  }

  /** Adds the staged cells of an entry. */
  cells({ arena, words, places }: CellMemo, entry: number): void {
    const from = places[entry * 3 + 1] as number;
    const size = (places[entry * 3 + 2] as number) - from;
    this.#room(size + 4);
    const to = this.#used;
    if (size > 64) arena.copy(this.#buffer, to, from, from + size);
    // By whole words: what is written beyond the end is overwritten by what comes next.
    else for (let at = 0; at < size; at += 4) this.#words.setInt32(to + at, words.getInt32(from + at));
    this.#used = to + size;
  }

  /** Adds a list of numbers, of which `write` adds each after a comma. */
  list(write: () => void): void {
    this.text(',"');
    const begun = this.#used;
    write();
    this.#room(4);
    if (this.#used === begun) this.#used++;
    this.#buffer[begun] = 91;
    this.#buffer[this.#used++] = 93;
    this.#buffer[this.#used++] = 34;
  }

  /** Adds a text as it is. */
  text(text: string): void {
    this.#room(text.length * 3);
    this.#used += this.#buffer.write(text, this.#used);
  }

  byte(code: number): void {
    this.#room(1);
    this.#buffer[this.#used++] = code;
  }

  keep(): void {
    this.byte(10);
    if (this.#used >= flushAt) this.#flush();
  }

  drop(): void {
    this.#used = this.#begun;
  }

  /** May be called again; the second time does nothing. */
  close(): void {
    if (!this.#open) return;
    this.#open = false;
    this.#flush();
    if (this.#file !== null) closeSync(this.#file);
  }

  #flush(): void {
    if (this.#file !== null) writeFileSync(this.#file, this.#buffer.subarray(0, this.#used));
    this.#used = 0;
    this.#begun = 0;
  }

  #room(more: number): void {
    if (this.#used + more <= this.#buffer.length) return;
    const wider = Buffer.allocUnsafe(Math.max(this.#buffer.length * 2, this.#used + more));
    this.#buffer.copy(wider, 0, 0, this.#used);
    this.#buffer = wider;
    this.#words = wordsOf(wider);
  }
}
