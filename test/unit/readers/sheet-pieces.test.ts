// A sheet too large to be held comes in pieces: the records are the same wherever it is cut.
import { crc32, deflateRawSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { textsOf } from '#core/readers/cell-batch.ts';
import { storeTexts } from '#core/readers/cell-writer.ts';
import { SheetScanner } from '#core/readers/sheet-scanner.ts';
import { ZipArchive, ZipDamage } from '#core/readers/zip-archive.ts';
import { randoms } from '../../config/randoms.ts';

const rows = 3000;
const cells = (row: number): string =>
  `<c r="A${row}"><v>${row}</v></c><c r="B${row}" t="s"><v>${row % 3}</v></c>` +
  `<c r="D${row}" t="inlineStr"><is><t>King’s ${row} &amp; co</t></is></c>`;
const body = Array.from({ length: rows }, (_, at) =>
  at % 500 === 7 ? `\n<row r="${at + 1}"/>` : `\n<row r="${at + 1}">${cells(at + 1)}</row>`,
).join('');
const sheet = (prefix: string): string => {
  const xml = `<?xml version="1.0"?><worksheet><cols><col hidden="1"/></cols><sheetData>${body}</sheetData><pageMargins/></worksheet>`;
  return prefix === '' ? xml : xml.replace(/<(\/?)(?!\?)/g, `<$1${prefix}`);
};
const context = { shared: storeTexts(['one', 'twø', '']), styles: [], epoch1904: false };

function scanned(pieces: Iterable<Buffer>): string[][] {
  const scanner = new SheetScanner(context);
  const found: string[][] = [];
  for (const piece of pieces) for (const batch of scanner.push(piece)) found.push(...textsOf(batch));
  found.push(...textsOf(scanner.end()));
  return found;
}

/** The bytes cut behind marks, at random. */
function* cut(bytes: Buffer, random: () => number): Generator<Buffer> {
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf('>', Math.min(bytes.length - 1, start + Math.floor(random() * 5000))) + 1;
    yield bytes.subarray(start, end);
    start = end;
  }
}

describe('a sheet in pieces', () => {
  it.each(['', 'x:'])('gives the same records however it is cut, prefix “%s”', (prefix) => {
    const bytes = Buffer.from(sheet(prefix));
    const whole = scanned([bytes]);
    expect(whole).toHaveLength(rows);
    expect(whole[0]).toEqual(['1', 'twø', '', 'King’s 1 & co']);
    expect(whole[7]).toEqual(['']);
    for (let seed = 1; seed <= 20; seed++) expect(scanned(cut(bytes, randoms(seed)))).toEqual(whole);
  });
});

describe('an archive', () => {
  const text = 'a part of an archive, '.repeat(200_000);
  const zip = zipSync({ 'Xl/Part.xml': strToU8(text) });

  it('inflates a part whole or piece by piece, found whatever the case of its name', async () => {
    const archive = new ZipArchive(zip);
    const entry = archive.find('xl\\part.xml');
    if (!entry) throw new Error('the part is not there');
    expect(archive.read(entry).toString()).toBe(text);
    const pieces: Buffer[] = [];
    for await (const piece of archive.stream(entry)) pieces.push(piece);
    expect(pieces.length).toBeGreaterThan(1);
    expect(Buffer.concat(pieces).toString()).toBe(text);
  });

  it.each([
    ['a checksum', 16, 1],
    ['a size', 24, 5],
  ])('finds %s that is wrong, whole or piece by piece', async (_, field, wrong) => {
    const bytes = Buffer.from(zip);
    const entryAt = bytes.lastIndexOf('Xl/Part.xml') - 46;
    bytes.writeUInt32LE((bytes.readUInt32LE(entryAt + field) ^ wrong) >>> 0, entryAt + field);
    const archive = new ZipArchive(bytes);
    const entry = archive.find('xl/part.xml');
    if (!entry) throw new Error('the part is not there');
    expect(() => archive.read(entry)).toThrow(ZipDamage);
    const stream = async (): Promise<void> => {
      for await (const _piece of archive.stream(entry));
    };
    await expect(stream()).rejects.toThrow(ZipDamage);
  });

  it('reads sizes of more than 32 bits from where the format keeps them', () => {
    const data = Buffer.from('large');
    const packed = deflateRawSync(data);
    const name = Buffer.from('a.xml');
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt16LE(name.length, 26);
    const extra = Buffer.alloc(28);
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(24, 2);
    extra.writeBigUInt64LE(BigInt(data.length), 4);
    extra.writeBigUInt64LE(BigInt(packed.length), 12);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(8, 10);
    central.writeUInt32LE(crc32(data), 16);
    central.writeUInt32LE(0xffffffff, 20);
    central.writeUInt32LE(0xffffffff, 24);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt16LE(extra.length, 30);
    central.writeUInt32LE(0xffffffff, 42);
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(1, 10);
    end.writeUInt32LE(central.length + name.length + extra.length, 12);
    end.writeUInt32LE(local.length + name.length + packed.length, 16);
    const archive = new ZipArchive(Buffer.concat([local, name, packed, central, name, extra, end]));
    const entry = archive.find('a.xml');
    expect(entry && archive.read(entry).toString()).toBe('large');
  });
});
