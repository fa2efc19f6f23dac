// Owns the cells of one sheet in compact columns of numbers, with texts kept once in a pool.
// The rule: a million cells take some 30 MB; a cell is made into an object only while it is looked at.
import type { Range } from './references.ts';

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
  /** Whether anything of it is seen. */
  readonly shows: boolean;
}

/** Whether a cell shows anything. */
export const hasContent = (cell: Cell | null): cell is Cell => cell?.shows === true;

export interface NewCell {
  readonly row: number;
  readonly column: number;
  readonly style: number;
  readonly kind: CellKind;
  /** The number, or the place of the text in the pool. */
  readonly value: number;
  readonly formula: boolean;
}

/** Cells of one style and kind: the first of them and how many there are. */
export interface Look {
  readonly first: Cell;
  readonly count: number;
}

const growth = 1.6;

/** Of a cell's state: the lowest bits are its kind. */
const kindBits = 7;
const formulaBit = 8;
const showsBit = 16;

/** The columns of numbers, which grow together. */
interface Columns {
  rows: Int32Array;
  columns: Int32Array;
  styles: Int32Array;
  states: Uint8Array;
  values: Float64Array;
  readonly texts: readonly string[];
}

/** A cell that reads its columns when it is asked. */
class CellView implements Cell {
  private readonly of: Columns;
  private readonly at: number;

  constructor(of: Columns, at: number) {
    this.of = of;
    this.at = at;
  }

  get row(): number {
    return this.of.rows[this.at] ?? 0;
  }
  get column(): number {
    return this.of.columns[this.at] ?? 0;
  }
  get style(): number {
    return this.of.styles[this.at] ?? 0;
  }
  get kind(): CellKind {
    return kinds[this.state & kindBits] ?? 'blank';
  }
  get number(): number {
    return this.inWords ? Number.NaN : (this.of.values[this.at] ?? 0);
  }
  get text(): string {
    return this.inWords ? (this.of.texts[this.of.values[this.at] ?? 0] ?? '') : '';
  }
  get formula(): boolean {
    return (this.state & formulaBit) !== 0;
  }
  get shows(): boolean {
    return (this.state & showsBit) !== 0;
  }
  private get state(): number {
    return this.of.states[this.at] ?? 0;
  }
  private get inWords(): boolean {
    const { kind } = this;
    return kind === 'text' || kind === 'error';
  }
}

export class Cells {
  count = 0;
  /** Addresses that were given twice. */
  readonly repeated: { row: number; column: number }[] = [];
  private readonly of: Columns;
  private readonly starts = new Map<number, number>();
  private sorted = true;
  private known: readonly Look[] | null = null;

  constructor(texts: readonly string[]) {
    this.of = {
      rows: new Int32Array(256),
      columns: new Int32Array(256),
      styles: new Int32Array(256),
      states: new Uint8Array(256),
      values: new Float64Array(256),
      texts,
    };
  }

  add({ row, column, style, kind, value, formula }: NewCell): void {
    const at = this.count;
    if (at === this.of.rows.length) this.grow();
    const { of } = this;
    if (at > 0) {
      const ahead = row - (of.rows[at - 1] ?? 0) || column - (of.columns[at - 1] ?? 0);
      if (ahead <= 0) this.sorted = false;
    }
    const shows = formula || (kind === 'text' ? (of.texts[value] ?? '').trim() !== '' : kind !== 'blank');
    of.rows[at] = row;
    of.columns[at] = column;
    of.styles[at] = style;
    of.states[at] = kinds.indexOf(kind) + (formula ? formulaBit : 0) + (shows ? showsBit : 0);
    of.values[at] = value;
    this.count += 1;
  }

  /** To be called once, when all cells were added. */
  finish(): void {
    if (!this.sorted) this.sort();
    const { rows, columns } = this.of;
    let last = 0;
    for (let at = 0; at < this.count; at++) {
      const row = rows[at] ?? 0;
      if (row !== last) this.starts.set(row, at);
      else if (columns[at] === columns[at - 1]) this.repeated.push({ row, column: columns[at] ?? 0 });
      last = row;
    }
  }

  at(row: number, column: number): Cell | null {
    const { rows, columns } = this.of;
    for (let at = this.starts.get(row) ?? this.count; at < this.count && rows[at] === row; at++) {
      const here = columns[at] ?? 0;
      if (here === column) return this.cell(at);
      if (here > column) return null;
    }
    return null;
  }

  /** The cells of a row that the file holds, from left to right. */
  *row(row: number): Generator<Cell> {
    const { rows } = this.of;
    for (let at = this.starts.get(row) ?? this.count; at < this.count && rows[at] === row; at++)
      yield this.cell(at);
  }

  /** Row numbers that hold cells, in order. */
  rowNumbers(): Iterable<number> {
    return this.starts.keys();
  }

  *[Symbol.iterator](): Generator<Cell> {
    for (let at = 0; at < this.count; at++) yield this.cell(at);
  }

  /** The cells that show something, row by row; of one kind where it is given. */
  *filled(kind?: CellKind): Generator<Cell> {
    const { states } = this.of;
    const wanted = kind === undefined ? null : kinds.indexOf(kind);
    for (let at = 0; at < this.count; at++) {
      const state = states[at] ?? 0;
      if ((state & showsBit) !== 0 && (wanted === null || (state & kindBits) === wanted)) yield this.cell(at);
    }
  }

  /** The cells of a range that the file holds, row by row; of one kind where it is given. */
  *inside({ top, bottom, left, right }: Range, kind?: CellKind): Generator<Cell> {
    const { rows, columns, states } = this.of;
    const wanted = kind === undefined ? null : kinds.indexOf(kind);
    for (let at = this.firstFrom(top); at < this.count && (rows[at] ?? 0) <= bottom; at++) {
      const column = columns[at] ?? 0;
      if (column < left || column > right) continue;
      if (wanted === null || ((states[at] ?? 0) & kindBits) === wanted) yield this.cell(at);
    }
  }

  /** The looks of a sheet's cells, in the order in which they are first met. */
  looks(): readonly Look[] {
    if (this.known) return this.known;
    const { styles, states } = this.of;
    const found = new Map<number, { first: Cell; count: number }>();
    for (let at = 0; at < this.count; at++) {
      const key = (styles[at] ?? 0) * 32 + (states[at] ?? 0);
      const look = found.get(key);
      if (look) look.count += 1;
      else found.set(key, { first: this.cell(at), count: 1 });
    }
    this.known = [...found.values()];
    return this.known;
  }

  /** Whether any cell shows something. */
  get isBlank(): boolean {
    for (const _ of this.filled()) return false;
    return true;
  }

  private cell(at: number): Cell {
    return new CellView(this.of, at);
  }

  /** The place of the first cell in a row or below it. */
  private firstFrom(row: number): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.of.rows[middle] ?? 0) < row) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private grow(): void {
    const size = Math.ceil(this.of.rows.length * growth);
    this.reshape((from) => {
      const to = new (from.constructor as new (size: number) => typeof from)(size);
      to.set(from);
      return to;
    });
  }

  private sort(): void {
    const { rows, columns } = this.of;
    const order = Array.from({ length: this.count }, (_, at) => at).sort(
      (a, b) => (rows[a] ?? 0) - (rows[b] ?? 0) || (columns[a] ?? 0) - (columns[b] ?? 0) || a - b,
    );
    this.reshape((from) => {
      const to = from.slice() as typeof from;
      order.forEach((source, at) => {
        to[at] = from[source] ?? 0;
      });
      return to;
    });
  }

  private reshape(change: <T extends Int32Array | Uint8Array | Float64Array>(from: T) => T): void {
    const { of } = this;
    of.rows = change(of.rows);
    of.columns = change(of.columns);
    of.styles = change(of.styles);
    of.states = change(of.states);
    of.values = change(of.values);
  }
}
