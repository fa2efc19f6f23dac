// Owns the memory of cells already converted: exports repeat the same few thousand dates, reasons and
// people, so a cell is looked up by its bytes and becomes a text only when it is met for the first time.
import { type Cells, hashBasis } from '#core/readers/cell-batch.ts';
import { type Conversion, type Converter, valueIn } from './conversion.ts';

/** More distinct cells than this are forgotten and begun again, so that memory does not grow with the file. */
const keptEntries = 1 << 16;
const firstSlots = 256;

export const wordsOf = (bytes: Buffer): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.length);

/** Writes a text as UTF-8; quicker than the runtime's own way where it is short and plain. */
function writeText(bytes: Buffer, text: string, at: number): number {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code > 127) return bytes.write(text, at);
    bytes[at + index] = code;
  }
  return text.length;
}

/** The conversions of one column's cells, found by the cells' bytes. */
export class CellMemo {
  readonly #convert: Converter;
  /** Open addressing: a slot holds an entry's number plus one. */
  #slots = new Int32Array(firstSlots);
  #entries = 0;
  #hashes = new Int32Array(firstSlots);
  /** For each entry where its key and its staged cells (after a comma) stand in `arena`: key, cells, end. */
  places = new Int32Array(firstSlots * 3);
  arena: Buffer = Buffer.allocUnsafe(1 << 14);
  /** The same memory, four bytes at a time. */
  words: DataView = wordsOf(this.arena);
  #used = 0;
  #conversions: Conversion[] = [];
  /** 1 for each entry whose conversion is a text alone. */
  #plain = new Uint8Array(firstSlots);

  constructor(convert: Converter) {
    this.#convert = convert;
  }

  /** Forgets what it knows if that is too much; numbers of entries are good until then. */
  rest(): void {
    if (this.#entries >= keptEntries) this.#forget();
  }

  /** The number of the entry for a cell. */
  find(bytes: Buffer, start: number, end: number, hash: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    // FNV leaves its low bits weak for short cells.
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (;;) {
      const entry = (slots[slot] as number) - 1;
      if (entry < 0) return this.#add(bytes, start, end, hash);
      if (this.#hashes[entry] === hash && this.#same(entry, bytes, start, end)) return entry;
      slot = (slot + 1) & mask;
    }
  }

  /** The entry of a record's cell, or of an empty one where the record is shorter. */
  at(cells: Cells, cell: number): number {
    return this.find(
      cells.bytes,
      cells.starts[cell] as number,
      cells.ends[cell] as number,
      cells.hashes[cell] as number,
    );
  }

  /**
   * Looks up one column's cell in every record from `from`; answers whether all of them are plain. Records
   * too short to have it count as empty there.
   */
  findAll(cells: Cells, column: number, from: number, entries: Int32Array): boolean {
    const { firstCells, starts, ends, hashes, bytes, rows } = cells;
    let plain = true;
    for (let row = from; row < rows; row++) {
      const cell = (firstCells[row] as number) + column;
      const entry =
        cell < (firstCells[row + 1] as number)
          ? this.find(bytes, starts[cell] as number, ends[cell] as number, hashes[cell] as number)
          : this.find(bytes, 0, 0, hashBasis);
      entries[row] = entry;
      if (this.#plain[entry] !== 1) plain = false;
    }
    return plain;
  }

  /** How many distinct cells are remembered; their numbers run from 0. */
  get entries(): number {
    return this.#entries;
  }

  conversion(entry: number): Conversion {
    return this.#conversions[entry] ?? '';
  }

  value(entry: number): string {
    return valueIn(this.#conversions[entry]);
  }

  /** Whether the cell is its staged text alone, in which no problem was found. */
  isPlain(entry: number): boolean {
    return this.#plain[entry] === 1;
  }

  #same(entry: number, bytes: Buffer, start: number, end: number): boolean {
    const arena = this.arena;
    let key = this.places[entry * 3] as number;
    if ((this.places[entry * 3 + 1] as number) - key !== end - start) return false;
    for (let at = start; at < end; at++) if (arena[key++] !== bytes[at]) return false;
    return true;
  }

  #add(bytes: Buffer, start: number, end: number, hash: number): number {
    if (this.#entries * 2 >= this.#slots.length) this.#grow();
    const conversion = this.#convert(start === end ? '' : bytes.toString('utf8', start, end));
    const cells = typeof conversion === 'string' ? conversion : conversion.cells;
    this.#room(end - start + cells.length * 3 + 1);
    const entry = this.#entries++;
    const key = this.#used;
    const { arena } = this;
    let at = key;
    for (let from = start; from < end; from++) arena[at++] = bytes[from] as number;
    const staged = at;
    arena[at++] = 44;
    this.#used = at + writeText(arena, cells, at);
    this.places[entry * 3] = key;
    this.places[entry * 3 + 1] = staged;
    this.places[entry * 3 + 2] = this.#used;
    this.#hashes[entry] = hash;
    this.#conversions[entry] = conversion;
    this.#plain[entry] = typeof conversion === 'string' ? 1 : 0;
    this.#put(entry, hash);
    return entry;
  }

  #put(entry: number, hash: number): void {
    const mask = this.#slots.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
    this.#slots[slot] = entry + 1;
  }

  #forget(): void {
    this.#slots.fill(0);
    this.#entries = 0;
    this.#used = 0;
    this.#conversions = [];
  }

  #grow(): void {
    const size = this.#slots.length * 4;
    this.#slots = new Int32Array(size);
    const [hashes, places, plain] = [this.#hashes, this.places, this.#plain];
    this.#hashes = new Int32Array(size);
    this.#hashes.set(hashes);
    this.places = new Int32Array(size * 3);
    this.places.set(places);
    this.#plain = new Uint8Array(size);
    this.#plain.set(plain);
    for (let entry = 0; entry < this.#entries; entry++) this.#put(entry, hashes[entry] as number);
  }

  #room(more: number): void {
    // Cells are copied by whole words, so three bytes behind the last one are read, too.
    if (this.#used + more + 4 <= this.arena.length) return;
    const wider = Buffer.allocUnsafe(Math.max(this.arena.length * 2, this.#used + more + 4));
    this.arena.copy(wider, 0, 0, this.#used);
    this.arena = wider;
    this.words = wordsOf(wider);
  }
}
