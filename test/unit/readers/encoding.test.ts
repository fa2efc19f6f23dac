// How a text file's bytes become text: every encoding that council files come in.
import { describe, expect, it } from 'vitest';
import type { TextEncoding } from '#shared/schemas/import.ts';
import { fileOf, noteCodes, outcome, readAll } from './reading.ts';

const table = 'Ward,Comment,Cost\r\nKing’s Heath,“late” – café,£5\r\n';
const cells = [
  ['Ward', 'Comment', 'Cost'],
  ['King’s Heath', '“late” – café', '£5'],
];
const bytesOf = (codes: Record<string, number>): Buffer =>
  Buffer.from([...table].map((letter) => codes[letter] ?? letter.charCodeAt(0)));
const windows = { '’': 0x92, '“': 0x93, '”': 0x94, '–': 0x96, é: 0xe9, '£': 0xa3 };
const mac = { '’': 0xd5, '“': 0xd2, '”': 0xd3, '–': 0xd0, é: 0x8e, '£': 0xa3 };

describe('encodings', () => {
  const files: [name: string, bytes: Uint8Array, encoding: string, notes: string[]][] = [
    ['UTF-8', Buffer.from(table), 'utf-8', []],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${table}`), 'utf-8-bom', []],
    ['UTF-16LE', Buffer.from(`\ufeff${table}`, 'utf16le'), 'utf-16le', []],
    ['UTF-16BE', Buffer.from(`\ufeff${table}`, 'utf16le').swap16(), 'utf-16be', []],
    ['UTF-16LE without its mark', Buffer.from(table, 'utf16le'), 'utf-16le', ['decoded-as-utf-16']],
    ['Windows-1252', bytesOf(windows), 'windows-1252', ['decoded-as-windows-1252']],
    ['Mac Roman', bytesOf(mac), 'mac-roman', ['decoded-as-mac-roman']],
  ];
  it.each(files)('%s', async (name, bytes, encoding, notes) => {
    const { rows, table: read } = await readAll(fileOf(`${name}.csv`, bytes));
    expect(rows).toEqual(cells);
    expect(read.encoding).toBe(encoding);
    expect(noteCodes(read.notes)).toEqual(notes);
  });

  it('takes lines that end in a carriage return alone for an old Mac’s', async () => {
    const bytes = Buffer.from(bytesOf({ ...mac, '’': 0x27 }).filter((byte) => byte !== 10));
    const { rows, table: read } = await readAll(fileOf('mac-lines.csv', bytes));
    expect(rows[1]).toEqual(["King's Heath", '“late” – café', '£5']);
    expect(noteCodes(read.notes)).toEqual(['decoded-as-mac-roman', 'cr-line-ends']);
  });
});

describe('an encoding that a person asks for', () => {
  const asked = async (name: string, bytes: Uint8Array, encoding: TextEncoding) => {
    const { rows, table: read } = await readAll(fileOf(name, bytes), { encoding });
    return [rows[1], read.encoding, noteCodes(read.notes)];
  };

  it('is followed where another would be guessed', async () => {
    // Without an apostrophe between letters nothing shows an old Mac's hand.
    const plain = Buffer.from(bytesOf({ ...mac, '’': 0x27 }));
    const path = fileOf('guessed.csv', plain);
    expect((await readAll(path)).table.encoding).toBe('windows-1252');
    expect(await asked('mac-asked.csv', plain, 'macintosh')).toEqual([
      ["King's Heath", '“late” – café', '£5'],
      'mac-roman',
      ['decoded-as-asked'],
    ]);
    expect(await asked('windows-as-mac.csv', bytesOf(windows), 'macintosh')).toEqual([
      ['Kingís Heath', 'ìlateî ñ cafÈ', '£5'],
      'mac-roman',
      ['decoded-as-asked'],
    ]);
    expect(await asked('mac-as-windows.csv', bytesOf(mac), 'windows-1252')).toEqual([
      ['KingÕs Heath', 'ÒlateÓ Ð cafŽ', '£5'],
      'windows-1252',
      ['decoded-as-asked'],
    ]);
    expect(await asked('utf-16.csv', Buffer.from(table, 'utf16le').swap16(), 'utf-16be')).toEqual([
      cells[1],
      'utf-16be',
      ['decoded-as-asked'],
    ]);
  });

  it('says which bytes it cannot read, and refuses bytes of zero', async () => {
    const [, encoding, notes] = await asked('as-utf-8.csv', bytesOf(windows), 'utf-8');
    expect([encoding, notes]).toEqual(['utf-8', ['decoded-as-asked', 'bytes-not-decodable']]);
    await expect(asked('sixteen.csv', Buffer.from(table, 'utf16le'), 'utf-8')).rejects.toMatchObject({
      code: 'file-not-text',
    });
  });
});

describe('what is no table of text', () => {
  it.each([
    ['rows.json', '[{"a": 1}]', 'file-format-refused'],
    ['object.csv', '\ufeff{ "rows": [] }', 'file-format-refused'],
    ['data.parquet', 'PAR1\u0015\u0004', 'file-format-refused'],
    ['bytes.csv', 'a,b\n1,\u0000\n', 'file-not-text'],
    ['wide.csv', `${'a,'.repeat(20_000)}\n`, 'file-too-large'],
  ])('%s', async (name, text, code) => {
    expect(await outcome(fileOf(name, text))).toBe(code);
  });
  it('reads a cell in square brackets as a cell', async () => {
    expect((await readAll(fileOf('brackets.csv', '[c],b\n1,2\n'))).rows[0]).toEqual(['[c]', 'b']);
  });
});
