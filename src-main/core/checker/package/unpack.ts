// Owns unpacking one entry in pieces, held to the size and checksum that its list entry declares.
import { Inflate } from 'fflate';
import type { Entry } from './directory.ts';
import { ZipBroken } from './zip-broken.ts';

/** Packed bytes taken at a time: each may grow a thousandfold, and no more than that is held at once. */
const pieceBytes = 8192;

const table = Uint32Array.from({ length: 256 }, (_, n) => {
  let value = n;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function crcOf(before: number, bytes: Uint8Array): number {
  let value = ~before;
  for (let at = 0; at < bytes.length; at++)
    value = (value >>> 8) ^ (table[(value ^ (bytes[at] ?? 0)) & 0xff] ?? 0);
  return ~value >>> 0;
}

/**
 * Hands the unpacked bytes of an entry to `take`, and answers whether its checksum holds.
 * @throws ZipBroken where it is packed in another way, or grows beyond its declared size
 */
export function unpack(bytes: Uint8Array, entry: Entry, take: (piece: Uint8Array) => void): boolean {
  let size = 0;
  let crc = 0;
  const count = (piece: Uint8Array): void => {
    size += piece.length;
    if (size > entry.size) throw new ZipBroken(`the part ${entry.name} is larger than it says`);
    crc = crcOf(crc, piece);
    take(piece);
  };
  const packed = bytes.subarray(entry.start, entry.start + entry.packed);
  if (entry.method === 0) {
    for (let at = 0; at < packed.length; at += 65_536) count(packed.subarray(at, at + 65_536));
  } else if (entry.method === 8) {
    const inflate = new Inflate((piece) => count(piece));
    try {
      for (let at = 0; at < packed.length; at += pieceBytes)
        inflate.push(packed.subarray(at, at + pieceBytes), at + pieceBytes >= packed.length);
    } catch (cause) {
      if (cause instanceof ZipBroken) throw cause;
      return false;
    }
  } else throw new ZipBroken(`the part ${entry.name} is packed in a way that workbooks do not use`);
  return size === entry.size && crc === entry.crc;
}
