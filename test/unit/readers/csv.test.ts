// Delimited text: quoting against csv-spectrum, then encodings, delimiters, line ends and damage.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { textsOf } from '#core/readers/cell-batch.ts';
import { CsvScanner } from '#core/readers/csv-scanner.ts';
import { fileOf, fixtures, noteCodes, outcome, readAll } from './reading.ts';

const spectrum = join(fixtures, 'csv-spectrum');
const names = readdirSync(spectrum)
  .filter((name) => name.endsWith('.csv'))
  .map((name) => basename(name, '.csv'));

const objects = (rows: string[][]): Record<string, string>[] => {
  const [head = [], ...body] = rows;
  return body.map((row) => Object.fromEntries(head.map((key, at) => [key, row[at] ?? ''])));
};
/** The stored answer of location_coordinates is one object, of another telephone number than its file. */
const expected = (name: string): unknown => {
  const stored: unknown = JSON.parse(readFileSync(join(spectrum, 'json', `${name}.json`), 'utf8'));
  return Array.isArray(stored) ? stored : [{ ...(stored as object), 'Contact Phone Number': '2095257564' }];
};
const withLf = (value: unknown): unknown => JSON.parse(JSON.stringify(value).replaceAll('\\r\\n', '\\n'));
const withCrlf = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(withLf(value)).replaceAll('\\n', '\\r\\n'));

/** The records of a text, given to the scanner in pieces of so many bytes. */
function scan(text: string, delimiter = ',', pieceBytes: () => number = () => 1 << 20): string[][] {
  const scanner = new CsvScanner(delimiter);
  const bytes = Buffer.from(text);
  const rows: string[][] = [];
  for (let at = 0; at < bytes.length; ) {
    const size = pieceBytes();
    rows.push(...textsOf(scanner.push(bytes.subarray(at, at + size))));
    at += size;
  }
  return rows.concat(textsOf(scanner.end()));
}

describe('csv-spectrum', () => {
  it('is all there', () => expect(names).toHaveLength(12));

  it.each(names)('%s as stored, with line feeds', async (name) => {
    const { rows } = await readAll(join(spectrum, `${name}.csv`));
    expect(objects(rows)).toEqual(withLf(expected(name)));
  });

  it.each(names)('%s with carriage return and line feed', async (name) => {
    const text = readFileSync(join(spectrum, `${name}.csv`), 'utf8').replaceAll('\n', '\r\n');
    const { rows } = await readAll(fileOf(`crlf-${name}.csv`, text));
    expect(objects(rows)).toEqual(withCrlf(expected(name)));
  });

  it.each(names)('%s cut into pieces of one to seven characters', (name) => {
    const text = readFileSync(join(spectrum, `${name}.csv`), 'utf8');
    const whole = scan(text);
    for (let size = 1; size <= 7; size++) expect(scan(text, ',', () => size)).toEqual(whole);
  });
});

describe('what broken files hold', () => {
  it('keeps a quotation mark inside a cell, text after a closing one, ragged rows and inner blanks', () => {
    expect(scan('a,5" pipe,c\n"x"y,2\n1, 2 ,3,4\n')).toEqual([
      ['a', '5" pipe', 'c'],
      ['xy', '2'],
      ['1', ' 2 ', '3', '4'],
    ]);
  });

  it('takes a quotation mark after blanks as an opening one', () => {
    expect(scan('a, "6,000", b\r\n')).toEqual([['a', '6,000', ' b']]);
  });

  it('reads files whose line ends differ from line to line', () => {
    expect(scan('a,b\r\n"1","2"\n"3","4"\r\n5,6\n7,8\r\n')).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
      ['7', '8'],
    ]);
  });

  it('survives a random table cut at random places', () => {
    let state = 7;
    const random = (below: number): number => {
      state = (state * 1103515245 + 12345) % 2147483648;
      return Math.floor((state / 2147483648) * below);
    };
    const alphabet = ['a', '"', ',', '\n', '\r\n', ' ', 'é', ';', ''];
    const table = Array.from({ length: 300 }, () =>
      Array.from(
        { length: 4 },
        (_, at) => `${at}${Array.from({ length: random(6) }, () => alphabet[random(9)]).join('')}`,
      ),
    );
    const text = table
      .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
      .join('\r\n');
    expect(scan(text, ',', () => 1 + random(40))).toEqual(table);
  });

  it('says where a quotation mark was left open', async () => {
    const path = fileOf('open.csv', 'a,b\n1,2\n3,"4\n5,6\n');
    await expect(readAll(path)).rejects.toMatchObject({
      code: 'file-damaged',
      message: expect.stringContaining('record 3'),
    });
  });
});

describe('encodings', () => {
  const text = 'Ward,Naïve “note”\nKing’s Heath,£5 – paid\n';
  const rows = [
    ['Ward', 'Naïve “note”'],
    ['King’s Heath', '£5 – paid'],
  ];
  const cp1252 = Buffer.from(
    text.replace(/[“”’–]/g, (mark) => ({ '“': '\x93', '”': '\x94', '’': '\x92', '–': '\x96' })[mark] ?? mark),
    'latin1',
  );
  const utf16be = Buffer.from(text, 'utf16le').swap16();
  const cases: [name: string, bytes: Buffer, encoding: string, notes: string[]][] = [
    ['utf-8', Buffer.from(text), 'utf-8', []],
    ['utf-8 with BOM', Buffer.from(`\ufeff${text}`), 'utf-8-bom', []],
    ['utf-16le with BOM', Buffer.from(`\ufeff${text}`, 'utf16le'), 'utf-16le', []],
    ['utf-16le without', Buffer.from(text, 'utf16le'), 'utf-16le', ['decoded-as-utf-16']],
    ['utf-16be with BOM', Buffer.concat([Buffer.from([0xfe, 0xff]), utf16be]), 'utf-16be', []],
    ['utf-16be without', utf16be, 'utf-16be', ['decoded-as-utf-16']],
    ['windows-1252', cp1252, 'windows-1252', ['decoded-as-windows-1252']],
  ];
  it.each(cases)('%s', async (name, bytes, encoding, notes) => {
    const read = await readAll(fileOf(`${name}.csv`, bytes));
    expect(read.rows).toEqual(rows);
    expect(read.table.encoding).toBe(encoding);
    expect(noteCodes(read.table.notes)).toEqual(notes);
  });

  it('sees the first odd byte megabytes in, at any place of a chunk', async () => {
    for (const shift of [0, 1, 2, 3]) {
      const head = 'x'.repeat(1024 * 1024 * 2 - 2 + shift);
      const bytes = Buffer.concat([Buffer.from(`a\n${head}`), Buffer.from('\x92s Wood\n', 'latin1')]);
      const read = await readAll(fileOf(`deep-${shift}.csv`, bytes));
      expect(read.table.encoding).toBe('windows-1252');
      expect(read.rows[1]?.[0]?.endsWith('’s Wood')).toBe(true);
      const whole = await readAll(fileOf(`deep-utf8-${shift}.csv`, `a\n${head}é😀\n`));
      expect(whole.table.encoding).toBe('utf-8');
      expect(whole.rows[1]?.[0]?.endsWith('xé😀')).toBe(true);
    }
  });

  it('keeps UTF-8 where one character in many is broken, and says so', async () => {
    const bytes = Buffer.concat([
      Buffer.from('é,ü\n'.repeat(50)),
      Buffer.from([0xe2, 0x80]),
      Buffer.from(',z\n'),
    ]);
    const read = await readAll(fileOf('nearly.csv', bytes));
    expect(read.table.encoding).toBe('utf-8');
    expect(noteCodes(read.table.notes)).toEqual(['bytes-not-decodable']);
    expect(read.rows[0]).toEqual(['é', 'ü']);
  });

  it('refuses what is not text', async () => {
    expect(await outcome(fileOf('nul.csv', Buffer.from([1, 2, 0, 4, 5, 6, 7, 8, 9, 1, 2, 3, 4, 5])))).toBe(
      'file-not-text',
    );
  });
});

describe('delimiters and line ends', () => {
  const cases: [name: string, text: string, delimiter: string][] = [
    ['comma', 'a,b,c\n1,2,3\n', ','],
    ['semicolon with decimal commas', 'a;b;c\n1,5;2,5;3,5\n4,5;1,0;2,2\n', ';'],
    ['comma with joined choices', 'id,days,text\n1,Mon;Tue;,x\n2,Tue;Wed;,y\n', ','],
    ['tab with commas', 'a\tb\n"x, y"\t2\nx, y\t3\n', '\t'],
    ['bar', 'a|b\n1|2\n', '|'],
    ['as the file says', 'sep=;\na;b\n1,1;2,2\n', ';'],
    ['under title lines', 'Absence, 2023; all units\n\nunit;days;reason\nA;1;x\nB;2;y\nC;3;z\n', ';'],
    ['one column', 'name\nAnn\nBob\n', ','],
  ];
  it.each(cases)('%s', async (name, text, delimiter) => {
    const { table } = await readAll(fileOf(`${name}.txt`, text));
    expect(table.delimiter).toBe(delimiter);
    expect(table.format).toBe(delimiter === '\t' ? 'tsv' : 'csv');
  });

  it('reads carriage returns alone, and title lines above the heading', async () => {
    const { table, rows, heading } = await readAll(join(fixtures, 'mixedGLB.csv'));
    expect(rows).toHaveLength(137);
    expect(noteCodes(table.notes)).toEqual(['cr-line-ends']);
    expect(heading).toMatchObject({ headerRow: 4, headerRows: 1, dialect: 'plain' });
    expect(heading.columns[0]?.header).toBe('Year');
  });

  it('finds the heading row under a padded German preamble', async () => {
    const { rows, heading, records } = await readAll(join(fixtures, 'weird_head_padding.csv'));
    expect(rows).toHaveLength(94);
    expect(heading.headerRow).toBe(12);
    expect(heading.columns.map(({ header }) => header).slice(0, 3)).toEqual(['', '1985', '1993']);
    expect(records).toBe(82);
  });

  it('leaves empty records at the end out and keeps those between', async () => {
    const { rows } = await readAll(fileOf('tail.csv', `a,b\n1,2\n\n,\n3,4\n${',\n'.repeat(5000)}`));
    expect(rows).toEqual([['a', 'b'], ['1', '2'], [''], ['', ''], ['3', '4']]);
  });

  it('says so when there is nothing', async () => {
    expect(await outcome(fileOf('empty.csv', ''))).toBe('file-empty');
    expect(await outcome(fileOf('blank.csv', '\n\n,,\n'))).toBe('no-rows');
    expect(await outcome(join(fixtures, 'nowhere.csv'))).toBe('file-unknown');
    expect(await outcome(fixtures)).toBe('file-unknown');
  });

  it('numbers records through many chunks and reports progress to the end', async () => {
    const lines = Array.from({ length: 60_000 }, (_, at) => `${at},"line ${at}, quoted",ü`);
    const path = fileOf('long.csv', lines.join('\n'));
    const { rows, table } = await readAll(path);
    expect(rows).toHaveLength(60_000);
    expect(rows[59_999]).toEqual(['59999', 'line 59999, quoted', 'ü']);
    let last = { bytesRead: 0, bytesTotal: -1 };
    for await (const batch of table.batches()) last = batch;
    expect(last.bytesRead).toBe(last.bytesTotal);
  });

  it('stops when it is told to', async () => {
    const path = fileOf('stop.csv', 'a,b\n'.repeat(200_000));
    const { openSource } = await import('#core/readers/open.ts');
    const abort = new AbortController();
    const table = await openSource(path, { signal: abort.signal });
    const reading = async (): Promise<void> => {
      for await (const _ of table.batches()) abort.abort();
    };
    await expect(reading()).rejects.toMatchObject({ name: 'AbortError' });
  });
});
