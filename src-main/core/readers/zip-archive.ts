// Opens a zip held in memory: what is in it, and its parts inflated and checked against their CRC.
// The rule: a part is held to the size and the checksum the archive declares; anything else is damage.
import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib';

/** One part of an archive. `size` is what it inflates to, as declared. */
export interface ZipEntry {
  readonly name: string;
  readonly size: number;
  readonly packedSize: number;
  readonly crc: number;
  readonly method: number;
  readonly encrypted: boolean;
  readonly offset: number;
}

/** The archive breaks its own rules; `message` says how, in words for a person. */
export class ZipDamage extends Error {}

const cutShort = 'the archive inside it is cut short';
const wrongContents = 'the contents do not match their checksum';
const endSignature = 0x06054b50;
const end64Signature = 0x06064b50;
const end64Locator = 0x07064b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;

/** Part names are looked up as Excel does: whatever their case, `\` being `/`. */
const keyOf = (name: string): string => name.replaceAll('\\', '/').toLowerCase();

/** A zip archive's parts. Every method throws ZipDamage where the archive is not whole. */
export class ZipArchive {
  readonly entries: readonly ZipEntry[];
  readonly #bytes: Buffer;
  readonly #byName: ReadonlyMap<string, ZipEntry>;

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.entries = orDamage(() => listEntries(this.#bytes));
    this.#byName = new Map(this.entries.map((entry) => [keyOf(entry.name), entry]));
  }

  find(name: string): ZipEntry | undefined {
    return this.#byName.get(keyOf(name));
  }

  /** A part inflated whole. */
  read(entry: ZipEntry): Buffer {
    const packed = this.#packed(entry);
    const whole = entry.method === 0 ? packed : orDamage(() => inflate(packed, entry.size));
    if (whole.length !== entry.size || crc32(whole) !== entry.crc) throw new ZipDamage(wrongContents);
    return whole;
  }

  /** A part inflated piece by piece, for one too large to be held. */
  async *stream(entry: ZipEntry): AsyncGenerator<Buffer> {
    if (entry.method === 0) {
      yield this.read(entry);
      return;
    }
    const inflating = createInflateRaw({ chunkSize: 1024 * 1024 });
    inflating.end(this.#packed(entry));
    let size = 0;
    let sum = 0;
    try {
      for await (const piece of inflating as AsyncIterable<Buffer>) {
        size += piece.length;
        sum = crc32(piece, sum);
        if (size > entry.size) throw new ZipDamage(wrongContents);
        yield piece;
      }
    } catch (error) {
      throw error instanceof ZipDamage || !isZlibError(error) ? error : new ZipDamage(cutShort);
    } finally {
      inflating.destroy();
    }
    if (size !== entry.size || sum !== entry.crc) throw new ZipDamage(wrongContents);
  }

  #packed(entry: ZipEntry): Buffer {
    return orDamage(() => {
      if (entry.method !== 0 && entry.method !== 8)
        throw new ZipDamage('it is packed in a way no workbook is');
      if (this.#bytes.readUInt32LE(entry.offset) !== localSignature) throw new ZipDamage(cutShort);
      const names = this.#bytes.readUInt16LE(entry.offset + 26) + this.#bytes.readUInt16LE(entry.offset + 28);
      const start = entry.offset + 30 + names;
      if (start + entry.packedSize > this.#bytes.length) throw new ZipDamage(cutShort);
      return this.#bytes.subarray(start, start + entry.packedSize);
    });
  }
}

const isZlibError = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^(Z_|ERR_)/.test(String(error.code));

/** Reading beyond the end of the bytes is what a cut archive looks like. */
function orDamage<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError || isZlibError(error)) throw new ZipDamage(cutShort, { cause: error });
    throw error;
  }
}

const inflate = (packed: Buffer, size: number): Buffer =>
  inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });

function listEntries(bytes: Buffer): ZipEntry[] {
  const { count, start, base } = findDirectory(bytes);
  const entries: ZipEntry[] = [];
  let at = start;
  for (let index = 0; index < count; index++) {
    if (bytes.readUInt32LE(at) !== entrySignature) throw new ZipDamage(cutShort);
    const nameLength = bytes.readUInt16LE(at + 28);
    const extraLength = bytes.readUInt16LE(at + 30);
    const extra = bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
    const [size, packedSize, offset] = large(extra, [
      bytes.readUInt32LE(at + 24),
      bytes.readUInt32LE(at + 20),
      bytes.readUInt32LE(at + 42),
    ]);
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      size,
      packedSize,
      crc: bytes.readUInt32LE(at + 16),
      method: bytes.readUInt16LE(at + 10),
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      offset: offset + base,
    });
    at += 46 + nameLength + extraLength + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/** Where the list of parts begins. `base` is the length of what stands before the archive proper. */
function findDirectory(bytes: Buffer): { count: number; start: number; base: number } {
  let end = bytes.length - 22;
  const farthest = Math.max(0, end - 0xffff);
  while (end >= farthest && bytes.readUInt32LE(end) !== endSignature) end--;
  if (end < farthest || end < 0) throw new ZipDamage(cutShort);
  let count = bytes.readUInt16LE(end + 10);
  let length = bytes.readUInt32LE(end + 12);
  let start = bytes.readUInt32LE(end + 16);
  let before = end;
  if (end >= 20 && bytes.readUInt32LE(end - 20) === end64Locator) {
    before = Number(bytes.readBigUInt64LE(end - 12));
    if (bytes.readUInt32LE(before) !== end64Signature) throw new ZipDamage(cutShort);
    count = Number(bytes.readBigUInt64LE(before + 32));
    length = Number(bytes.readBigUInt64LE(before + 40));
    start = Number(bytes.readBigUInt64LE(before + 48));
  }
  const base = before - length - start;
  if (base < 0) throw new ZipDamage(cutShort);
  return { count, start: start + base, base };
}

/** Size, packed size and offset, from the extra field where the 32-bit ones say so. */
function large(extra: Buffer, values: [number, number, number]): [number, number, number] {
  const isLarge = (value: number): boolean => value === 0xffffffff;
  if (!values.some(isLarge)) return values;
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    let next = at + 4;
    const read = (value: number): number => {
      if (!isLarge(value)) return value;
      next += 8;
      return Number(extra.readBigUInt64LE(next - 8));
    };
    return [read(values[0]), read(values[1]), read(values[2])];
  }
  return values;
}
