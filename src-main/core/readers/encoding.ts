// Decides how a text file's bytes are to be read, from all of them: an odd byte may be megabytes in.
// The rule: UTF-8 where the whole file allows it, else Windows-1252 (Mac Roman where the file shows an
// old Mac's hand), unless a person says otherwise; and every assumption is noted.
import { isAscii, isUtf8 } from 'node:buffer';
import { type FileHandle, open } from 'node:fs/promises';
import { AppError } from '#shared/errors.ts';
import type { TextEncoding } from '#shared/schemas/import.ts';
import type { ReaderNote, ReadRequest } from './source-table.ts';

const chunkBytes = 1024 * 1024;

/** How a text file is to be decoded. `label` is the TextDecoder's name for it. */
export interface Encoding {
  readonly name: 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'mac-roman';
  readonly label: TextEncoding;
  readonly notes: readonly ReaderNote[];
}

const encodingNames: Readonly<Record<TextEncoding, string>> = {
  'utf-8': 'UTF-8',
  'windows-1252': 'Windows-1252',
  macintosh: 'Mac Roman',
  'utf-16le': 'UTF-16, little-endian',
  'utf-16be': 'UTF-16, big-endian',
};

/** Reads the whole file once. Throws AppError `file-not-text` where it holds zero bytes as data. */
export async function findEncoding(request: ReadRequest): Promise<Encoding> {
  const { path, encoding: asked } = request;
  if (asked === 'utf-16le' || asked === 'utf-16be')
    return { name: asked, label: asked, notes: askedNote(asked) };
  const file = await open(path);
  try {
    const head = Buffer.alloc(4096);
    const { bytesRead } = await file.read(head, 0, head.length, 0);
    // Asked for as bytes, a file of UTF-16 is refused for its zero bytes.
    return (asked ? null : utf16(head.subarray(0, bytesRead))) ?? (await eightBit(file, request));
  } finally {
    await file.close();
  }
}

const askedNote = (asked: TextEncoding | undefined): ReaderNote[] =>
  asked ? [{ code: 'decoded-as-asked', text: `Read as ${encodingNames[asked]}, as you asked.` }] : [];

function utf16(head: Buffer): Encoding | null {
  if (head[0] === 0xff && head[1] === 0xfe) return { name: 'utf-16le', label: 'utf-16le', notes: [] };
  if (head[0] === 0xfe && head[1] === 0xff) return { name: 'utf-16be', label: 'utf-16be', notes: [] };
  let even = 0;
  let odd = 0;
  for (let at = 0; at < head.length; at++) if (head[at] === 0) at % 2 === 0 ? even++ : odd++;
  const half = head.length / 2;
  const notes = [{ code: 'decoded-as-utf-16', text: 'The file does not name its encoding; read as UTF-16.' }];
  if (odd > half * 0.5 && even < half * 0.05) return { name: 'utf-16le', label: 'utf-16le', notes };
  if (even > half * 0.5 && odd < half * 0.05) return { name: 'utf-16be', label: 'utf-16be', notes };
  return null;
}

/** What a pass over bytes that should be UTF-8 found. */
interface Utf8Tally {
  /** Well-formed sequences of two bytes or more, and bytes that belong to none. */
  sequences: number;
  oddBytes: number;
  undefinedBytes: number;
  /** Apostrophes between letters, as Windows-1252 and as Mac Roman write them. */
  windowsApostrophes: number;
  macApostrophes: number;
  lineFeeds: boolean;
  carriageReturns: boolean;
  firstOdd: { byte: number; at: number } | null;
  /** Well-formed stretches whose sequences are counted only if the file turns out to hold an odd byte. */
  readonly uncounted: { start: number; length: number }[];
}

async function eightBit(file: FileHandle, { name, signal, encoding: asked }: ReadRequest): Promise<Encoding> {
  const tally: Utf8Tally = {
    sequences: 0,
    oddBytes: 0,
    undefinedBytes: 0,
    windowsApostrophes: 0,
    macApostrophes: 0,
    lineFeeds: false,
    carriageReturns: false,
    firstOdd: null,
    uncounted: [],
  };
  const buffer = Buffer.alloc(chunkBytes + 3);
  let kept = 0;
  let position = 0;
  let bom = false;
  for (;;) {
    signal?.throwIfAborted();
    const { bytesRead } = await file.read(buffer, kept, chunkBytes, position);
    const chunk = buffer.subarray(0, kept + bytesRead);
    if (position === 0) bom = chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf;
    position += bytesRead;
    if (chunk.includes(0)) throw new AppError('file-not-text', { name });
    tally.lineFeeds ||= chunk.includes(10);
    tally.carriageReturns ||= chunk.includes(13);
    const whole = bytesRead === 0 ? chunk.length : chunk.length - openTail(chunk);
    tallyChunk(chunk.subarray(0, whole), position - chunk.length, tally);
    if (bytesRead === 0) {
      if (tally.firstOdd === null) return conclude(tally, bom, 0, asked);
      await countSequences(file, tally);
      return conclude(tally, bom, await lineOf(file, tally.firstOdd.at), asked);
    }
    kept = chunk.copy(buffer, 0, whole);
  }
}

/** How many bytes at the end begin a sequence that the next chunk may finish. */
function openTail(chunk: Buffer): number {
  for (let back = 1; back <= Math.min(3, chunk.length); back++) {
    const byte = chunk[chunk.length - back] ?? 0;
    if (byte >= 0xc0) return sequenceLength(byte) > back ? back : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
}

const sequenceLength = (lead: number): number =>
  lead >= 0xf0 && lead < 0xf5 ? 4 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xc2 && lead < 0xe0 ? 2 : 0;

async function countSequences(file: FileHandle, tally: Utf8Tally): Promise<void> {
  for (const { start, length } of tally.uncounted) {
    const stretch = Buffer.alloc(length);
    await file.read(stretch, 0, length, start);
    for (const byte of stretch) if (byte >= 0xc0) tally.sequences++;
  }
}

/** The number of the line that a byte of the file stands in, from 1. */
async function lineOf(file: FileHandle, at: number): Promise<number> {
  const before = Buffer.alloc(at);
  await file.read(before, 0, at, 0);
  let line = 1;
  for (const byte of before) if (byte === 10) line++;
  return line;
}

/** `start` is where the chunk begins in the file. */
function tallyChunk(chunk: Buffer, start: number, tally: Utf8Tally): void {
  if (isUtf8(chunk)) {
    if (!isAscii(chunk)) tally.uncounted.push({ start, length: chunk.length });
    return;
  }
  for (let at = 0; at < chunk.length; ) {
    const byte = chunk[at] ?? 0;
    const length = byte < 0x80 ? 1 : sequenceLength(byte);
    if (length > 0 && (length === 1 || isUtf8(chunk.subarray(at, at + length)))) {
      if (length > 1) tally.sequences++;
      at += length;
      continue;
    }
    tally.firstOdd ??= { byte, at: start + at };
    tally.oddBytes++;
    if (byte === 0x92 && isBetweenLetters(chunk, at)) tally.windowsApostrophes++;
    if (byte === 0xd5 && isBetweenLetters(chunk, at)) tally.macApostrophes++;
    if ([0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(byte)) tally.undefinedBytes++;
    at++;
  }
}

const isLetter = (byte: number | undefined): boolean => {
  const letter = (byte ?? 0) & 0xdf;
  return letter >= 65 && letter <= 90;
};
const isBetweenLetters = (chunk: Buffer, at: number): boolean =>
  isLetter(chunk[at - 1]) && isLetter(chunk[at + 1]);

/** Lines ending in a carriage return alone, or `King’s` with Mac Roman's apostrophe. */
const isMacRoman = (tally: Utf8Tally): boolean =>
  (tally.carriageReturns && !tally.lineFeeds) ||
  (tally.macApostrophes > tally.windowsApostrophes && tally.macApostrophes * 20 > tally.oddBytes);

/** Bytes that Windows-1252 gives no meaning. */
function undefinedNotes({ undefinedBytes }: Utf8Tally): ReaderNote[] {
  if (undefinedBytes === 0) return [];
  const text = `${undefinedBytes} bytes have no meaning in Windows-1252, so it may be another code page.`;
  return [{ code: 'bytes-not-decodable', text }];
}

function conclude(tally: Utf8Tally, bom: boolean, line: number, asked?: TextEncoding): Encoding {
  const utf8 = { name: bom ? 'utf-8-bom' : 'utf-8', label: 'utf-8' } as const;
  const windows = { name: 'windows-1252', label: 'windows-1252' } as const;
  const mac = { name: 'mac-roman', label: 'macintosh' } as const;
  const notes = askedNote(asked);
  if (asked === 'macintosh') return { ...mac, notes };
  if (asked === 'windows-1252') return { ...windows, notes: [...notes, ...undefinedNotes(tally)] };
  if (tally.firstOdd === null) return { ...utf8, notes };
  const odd = `0x${tally.firstOdd.byte.toString(16).toUpperCase()} in line ${line}`;
  if (asked === 'utf-8' || bom || tally.sequences > 10 * tally.oddBytes) {
    const text = `${tally.oddBytes} bytes are not UTF-8 (the first is ${odd}); they are shown as \uFFFD.`;
    return { ...utf8, notes: [...notes, { code: 'bytes-not-decodable', text }] };
  }
  if (isMacRoman(tally)) {
    const text = `The file is not UTF-8 (first odd byte ${odd}); read as Mac Roman, as old Mac programs wrote.`;
    return { ...mac, notes: [{ code: 'decoded-as-mac-roman', text }] };
  }
  const text = `The file is not UTF-8 (first odd byte ${odd}); read as Windows-1252.`;
  return { ...windows, notes: [{ code: 'decoded-as-windows-1252', text }, ...undefinedNotes(tally)] };
}
