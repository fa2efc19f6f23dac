// Owns the central directory of a zip: which entries it lists, what each says of itself.
// The rule: nothing is unpacked here, and every length is checked against the bytes there are.
import { ZipBroken } from './zip-broken.ts';

/** One entry as the directory lists it. `date` is the day and time in DOS fields, as stored. */
export interface Entry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly packed: number;
  readonly size: number;
  readonly crc: number;
  readonly date: number;
  /** Where the packed bytes start. */
  readonly start: number;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const wide = 0xffffffff;
const mostEntries = 20_000;

function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - 65_557);
  for (let at = view.byteLength - 22; at >= first; at--) {
    if (view.getUint32(at, true) === endSignature) return at;
  }
  throw new ZipBroken('its list of parts is missing, as when a download was cut off');
}

/** A 64-bit size from the extra field of an entry whose 32-bit fields are full. */
function wideSizes(view: DataView, from: number, to: number, fields: number[]): number[] {
  for (let at = from; at + 4 <= to; ) {
    const length = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === 1) {
      let next = at + 4;
      return fields.map((field) => {
        if (field !== wide || next + 8 > to) return field;
        next += 8;
        return Number(view.getBigUint64(next - 8, true));
      });
    }
    at += 4 + length;
  }
  return fields;
}

function readEntry(view: DataView, at: number, bytes: Uint8Array): { entry: Entry; next: number } {
  if (at + 46 > view.byteLength || view.getUint32(at, true) !== entrySignature)
    throw new ZipBroken('its list of parts is not whole');
  const nameEnd = at + 46 + view.getUint16(at + 28, true);
  const extraEnd = nameEnd + view.getUint16(at + 30, true);
  const next = extraEnd + view.getUint16(at + 32, true);
  if (next > view.byteLength) throw new ZipBroken('its list of parts is not whole');
  const [size = 0, packed = 0, offset = 0] = wideSizes(view, nameEnd, extraEnd, [
    view.getUint32(at + 24, true),
    view.getUint32(at + 20, true),
    view.getUint32(at + 42, true),
  ]);
  if (offset + 30 > view.byteLength || view.getUint32(offset, true) !== localSignature)
    throw new ZipBroken('a part is not where the list says');
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packed > view.byteLength) throw new ZipBroken('a part reaches beyond the end of the file');
  const entry: Entry = {
    name: new TextDecoder().decode(bytes.subarray(at + 46, nameEnd)),
    method: view.getUint16(at + 10, true),
    encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    packed,
    size,
    crc: view.getUint32(at + 16, true),
    date: view.getUint32(at + 12, true),
    start,
  };
  return { entry, next };
}

/** Every entry in the order of the directory, folders included. @throws ZipBroken */
export function readDirectory(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.byteLength < 22) throw new ZipBroken('it is too short');
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count === 0xffff || count > mostEntries) throw new ZipBroken('it lists too many parts');
  const entries: Entry[] = [];
  for (let i = 0; i < count; i++) {
    const { entry, next } = readEntry(view, at, bytes);
    entries.push(entry);
    at = next;
  }
  return entries;
}
