// Breaks files in the ways files break, and in some they do not: seeded, so that a find can be had again.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Random } from '../config/randoms.ts';

const below = (random: Random, end: number): number => Math.floor(random() * end);
const pick = <T>(random: Random, from: readonly T[]): T => {
  const chosen = from[below(random, from.length)];
  if (chosen === undefined) throw new Error('nothing to pick from');
  return chosen;
};

type Mutation<T> = (given: T, random: Random) => T;

/** A piece of the text replaced by another. */
function spliced(text: string, random: Random, length: number, put: string): string {
  const at = below(random, text.length + 1);
  return text.slice(0, at) + put + text.slice(at + length);
}

function withHeader(
  text: string,
  random: Random,
  change: (cells: string[], random: Random) => string[],
): string {
  const end = text.indexOf('\n');
  const head = end < 0 ? text : text.slice(0, end);
  const delimiter = pick(random, [',', ';', '\t', '|'].filter((mark) => head.includes(mark)).concat(','));
  return change(head.split(delimiter), random).join(delimiter) + (end < 0 ? '' : text.slice(end));
}

const oddTexts = [
  '"',
  '""',
  '\n',
  '\r',
  '\r\n"',
  '\u0000',
  '\u001f',
  '\ufeff',
  '\ufffd',
  '=1+1',
  '#REF!',
  '<5',
  '[c]',
  '31/02/2024',
  '99/99/9999',
  '1e999',
  '-0',
  '0x10',
  'NaN',
  '９９',
  '\u202e',
  "'; drop table import; --",
  '$file',
  '{"a":1}',
  'x'.repeat(5000),
];

const bytesOf: Record<string, Mutation<Uint8Array>> = {
  'bit flips': (bytes, random) => {
    const out = Uint8Array.from(bytes);
    for (let left = 1 + below(random, 8); left > 0; left--) {
      const at = below(random, out.length);
      out[at] = (out[at] ?? 0) ^ (1 << below(random, 8));
    }
    return out;
  },
  truncation: (bytes, random) => bytes.slice(0, below(random, bytes.length)),
  'a piece cut out': (bytes, random) => {
    const at = below(random, bytes.length);
    return Buffer.concat([bytes.slice(0, at), bytes.slice(at + 1 + below(random, 200))]);
  },
  'random bytes': (bytes, random) => {
    const at = below(random, bytes.length);
    const noise = Uint8Array.from({ length: 1 + below(random, 40) }, () => below(random, 256));
    return Buffer.concat([bytes.slice(0, at), noise, bytes.slice(at)]);
  },
};

const textOf: Record<string, Mutation<string>> = {
  'swapped delimiters': (text, random) => {
    const [from, to] = [pick(random, [',', ';', '\t', '|']), pick(random, [',', ';', '\t', '|', ' '])];
    return random() < 0.5 ? text.replaceAll(from, to) : text.replace(from, to);
  },
  'a heading lost': (text, random) =>
    withHeader(text, random, (cells) => cells.toSpliced(below(random, cells.length), 1)),
  'a heading changed': (text, random) =>
    withHeader(text, random, (cells) => cells.with(below(random, cells.length), pick(random, oddTexts))),
  'a heading twice': (text, random) =>
    withHeader(text, random, (cells) => cells.toSpliced(below(random, cells.length), 0, pick(random, cells))),
  'headings in another order': (text, random) =>
    withHeader(text, random, (cells) => [...cells].sort(() => random() - 0.5)),
  'an odd text put in': (text, random) => spliced(text, random, 0, pick(random, oddTexts)),
  'an odd text for another': (text, random) =>
    spliced(text, random, below(random, 30), pick(random, oddTexts)),
  'other line ends': (text, random) => text.replace(/\r?\n/g, pick(random, ['\r', '\r\n', '\n\r', '\n\n'])),
  'a line again': (text, random) => {
    const lines = text.split('\n');
    return lines.toSpliced(below(random, lines.length), 0, pick(random, lines)).join('\n');
  },
  'lines in another order': (text, random) =>
    text
      .split('\n')
      .sort(() => random() - 0.5)
      .join('\n'),
};

const encoded: Record<string, (text: string) => Uint8Array> = {
  'as UTF-16LE': (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'as UTF-16BE': (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
  'as Latin-1': (text) => Buffer.from(text, 'latin1'),
  'with a mark at its front': (text) => Buffer.from(`\ufeff${text}`),
};

const xmlOf: Record<string, Mutation<string>> = {
  'a mark lost': (xml, random) => {
    const marks = [...xml.matchAll(/<[^>]+>/g)];
    if (marks.length === 0) return xml;
    const mark = pick(random, marks);
    return xml.slice(0, mark.index) + xml.slice(mark.index + mark[0].length);
  },
  'an attribute changed': (xml, random) => {
    const values = [...xml.matchAll(/="([^"]*)"/g)];
    if (values.length === 0) return xml;
    const value = pick(random, values);
    const put = pick(random, [
      '',
      '0',
      '-1',
      'A0',
      'ZZZZ9',
      'XFE1',
      '1048577',
      '99999999999',
      's',
      'e',
      'd',
      'inlineStr',
      'hidden',
    ]);
    return `${xml.slice(0, value.index)}="${put}"${xml.slice(value.index + value[0].length)}`;
  },
  'a value changed': (xml, random) => {
    const values = [...xml.matchAll(/>([^<]+)</g)];
    if (values.length === 0) return xml;
    const value = pick(random, values);
    const put = pick(random, [
      '',
      '-5',
      '1e308',
      '1E+400',
      'x',
      '60',
      '2958466',
      '&#x110000;',
      '&nbsp;',
      '&#0;',
      ']]>',
    ]);
    return `${xml.slice(0, value.index)}>${put}<${xml.slice(value.index + value[0].length)}`;
  },
  'noise in the XML': (xml, random) =>
    spliced(
      xml,
      random,
      below(random, 20),
      pick(random, [
        '<',
        '>',
        '&',
        '<!--',
        '<![CDATA[',
        '<!DOCTYPE a>',
        '\u0000',
        '"',
        '</row>',
        '<row>',
        '</c>',
      ]),
    ),
};

/** The parts of a workbook; none where it is no whole archive to begin with. */
function partsOf(bytes: Uint8Array): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes);
  } catch {
    return { '_rels/.rels': new Uint8Array() };
  }
}

/** A workbook with one of its XML parts changed. */
function inWorkbook(bytes: Uint8Array, random: Random, change: Mutation<string>): Uint8Array {
  const parts = partsOf(bytes);
  const name = pick(
    random,
    Object.keys(parts).filter((part) => /\.(xml|rels)$/.test(part) && !/theme|docProps/.test(part)),
  );
  const changed = change(strFromU8(parts[name] ?? new Uint8Array()), random);
  return zipSync({ ...parts, [name]: strToU8(changed) }, { level: 1 });
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** One file broken in one way, and what that was. */
export function mutated(bytes: Uint8Array, random: Random): { bytes: Uint8Array; how: string } {
  if (random() < 0.35) {
    const how = pick(random, Object.keys(bytesOf));
    return { how, bytes: bytesOf[how]?.(bytes, random) ?? bytes };
  }
  if (isZip(bytes)) {
    const how = pick(random, Object.keys(xmlOf));
    return { how, bytes: inWorkbook(bytes, random, xmlOf[how] ?? ((xml) => xml)) };
  }
  const text = Buffer.from(bytes).toString('utf8');
  if (random() < 0.1) {
    const how = pick(random, Object.keys(encoded));
    return { how, bytes: encoded[how]?.(text) ?? bytes };
  }
  const how = pick(random, Object.keys(textOf));
  return { how, bytes: Buffer.from(textOf[how]?.(text, random) ?? text) };
}
