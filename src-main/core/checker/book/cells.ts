// Owns the cells of one sheet in compact columns of numbers, with texts kept once in a pool.
// The rule: a million cells take some 30 MB; a cell is made into an object only while it is looked at.

export type CellKind = 'blank' | 'number' | 'text' | 'boolean' | 'error';
const kinds: readonly CellKind[] = ['blank', 'number', 'text', 'boolean', 'error'];

export interface Cell {
  readonly row: number;
  readonly column: number;
  readonly style: number;
  readonly kind: CellKind;
  /** The number, or 1 and 0 for true and false; NaN where the file holds no finite number. */
  readonly number: number;
  /** The text, or an error's name; empty for others. */
  readonly text: string;
  readonly formula: boolean;
}

/** Whether a cell shows anything. */
export const hasContent = (cell: Cell | null): cell is Cell =>
  cell !== null &&
  (cell.formula || (cell.kind !== 'blank' && !(cell.kind === 'text' && cell.text.trim() === '')));

export interface NewCell {
  readonly row: number;
  readonly column: number;
  readonly style: number;
  readonly kind: CellKind;
  /** The number, or the place of the text in the pool. */
  readonly value: number;
  readonly formula: boolean;
}

const growth = 1.6;

export class Cells {
  count = 0;
  /** Addresses that were given twice. */
  readonly repeated: { row: number; column: number }[] = [];
  private readonly texts: readonly string[];
  private rows = new Int32Array(256);
  private columns = new Int32Array(256);
  private styles = new Int32Array(256);
  private states = new Uint8Array(256);
  private values = new Float64Array(256);
  private readonly starts = new Map<number, number>();
  private sorted = true;

  constructor(texts: readonly string[]) {
    this.texts = texts;
  }

  add({ row, column, style, kind, value, formula }: NewCell): void {
    const at = this.count;
    if (at === this.rows.length) this.grow();
    const before = at - 1;
    if (at > 0) {
      const ahead = row - (this.rows[before] ?? 0) || column - (this.columns[before] ?? 0);
      if (ahead <= 0) this.sorted = false;
    }
    this.rows[at] = row;
    this.columns[at] = column;
    this.styles[at] = style;
    this.states[at] = kinds.indexOf(kind) * 2 + (formula ? 1 : 0);
    this.values[at] = value;
    this.count += 1;
  }

  /** To be called once, when all cells were added. */
  finish(): void {
    if (!this.sorted) this.sort();
    let last = 0;
    for (let at = 0; at < this.count; at++) {
      const row = this.rows[at] ?? 0;
      if (row !== last) this.starts.set(row, at);
      else if (this.columns[at] === this.columns[at - 1])
        this.repeated.push({ row, column: this.columns[at] ?? 0 });
      last = row;
    }
  }

  at(row: number, column: number): Cell | null {
    const start = this.starts.get(row);
    if (start === undefined) return null;
    for (let at = start; at < this.count && this.rows[at] === row; at++) {
      const here = this.columns[at] ?? 0;
      if (here === column) return this.cell(at);
      if (here > column) return null;
    }
    return null;
  }

  /** The cells of a row that the file holds, from left to right. */
  *row(row: number): Generator<Cell> {
    const start = this.starts.get(row);
    if (start === undefined) return;
    for (let at = start; at < this.count && this.rows[at] === row; at++) yield this.cell(at);
  }

  /** Row numbers that hold cells, in order. */
  rowNumbers(): number[] {
    return [...this.starts.keys()];
  }

  *[Symbol.iterator](): Generator<Cell> {
    for (let at = 0; at < this.count; at++) yield this.cell(at);
  }

  /** The cells that show something, row by row. */
  *filled(): Generator<Cell> {
    for (let at = 0; at < this.count; at++) {
      if ((this.states[at] ?? 0) === 0) continue;
      const cell = this.cell(at);
      if (hasContent(cell)) yield cell;
    }
  }

  /** Whether any cell shows something. */
  get isBlank(): boolean {
    for (const _ of this.filled()) return false;
    return true;
  }

  private cell(at: number): Cell {
    const state = this.states[at] ?? 0;
    const kind = kinds[state >> 1] ?? 'blank';
    const value = this.values[at] ?? 0;
    const words = kind === 'text' || kind === 'error';
    return {
      row: this.rows[at] ?? 0,
      column: this.columns[at] ?? 0,
      style: this.styles[at] ?? 0,
      kind,
      number: words ? Number.NaN : value,
      text: words ? (this.texts[value] ?? '') : '',
      formula: (state & 1) === 1,
    };
  }

  private grow(): void {
    const size = Math.ceil(this.rows.length * growth);
    const wider = <T extends { set(from: T): void }>(to: T, from: T): T => {
      to.set(from);
      return to;
    };
    this.rows = wider(new Int32Array(size), this.rows);
    this.columns = wider(new Int32Array(size), this.columns);
    this.styles = wider(new Int32Array(size), this.styles);
    this.states = wider(new Uint8Array(size), this.states);
    this.values = wider(new Float64Array(size), this.values);
  }

  private sort(): void {
    const order = Array.from({ length: this.count }, (_, at) => at).sort(
      (a, b) =>
        (this.rows[a] ?? 0) - (this.rows[b] ?? 0) || (this.columns[a] ?? 0) - (this.columns[b] ?? 0) || a - b,
    );
    const pick = <T extends Int32Array | Uint8Array | Float64Array>(from: T): T => {
      const to = from.slice() as T;
      order.forEach((source, at) => {
        to[at] = from[source] ?? 0;
      });
      return to;
    };
    this.rows = pick(this.rows);
    this.columns = pick(this.columns);
    this.styles = pick(this.styles);
    this.states = pick(this.states);
    this.values = pick(this.values);
  }
}
