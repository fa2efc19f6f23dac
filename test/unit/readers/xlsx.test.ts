// Workbooks: cells as text, sheets chosen, damage and traps refused with a code.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { writeXlsx } from 'hucre';
import { beforeAll, describe, expect, it } from 'vitest';
import { dateText, elapsedText, numberText, percentText, styleOfFormat } from '#core/readers/cell-text.ts';
import { fileOf, fixtures, noteCodes, outcome, readAll } from './reading.ts';

const day = new Date(Date.UTC(2024, 2, 31));
const moment = new Date(Date.UTC(2024, 6, 1, 9, 5, 0));

/** Rewrites parts of a workbook's XML. */
function rewritten(bytes: Uint8Array, change: (name: string, xml: string) => string): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]): [string, Uint8Array] => [
    name,
    /\.(xml|rels)$/.test(name) ? strToU8(change(name, strFromU8(part))) : part,
  ]);
  return zipSync(Object.fromEntries(parts));
}

let workbook: Uint8Array;
beforeAll(async () => {
  workbook = await writeXlsx({
    sheets: [
      { name: 'Lists', hidden: true, rows: [['A'], ['B']] },
      { name: 'Empty', rows: [] },
      {
        name: 'Spells & more',
        rows: [
          ['id', 'start', 'stamp', 'days', 'open', 'note'],
          [12, day, moment, 68.66499999999999, true, ' King’s Heath '],
          [null, null, null, null, false, null],
          [1234567890123456, null, null, 0.1 + 0.2, null, 'x'],
        ],
      },
    ],
  });
});

describe('cells as text', () => {
  it('writes dates as ISO, numbers as Excel shows them, booleans in capitals, text untouched', async () => {
    const { rows, table } = await readAll(fileOf('cells.xlsx', workbook));
    expect(rows).toEqual([
      ['id', 'start', 'stamp', 'days', 'open', 'note'],
      ['12', '2024-03-31', '2024-07-01 09:05:00', '68.665', 'TRUE', ' King’s Heath '],
      ['', '', '', '', 'FALSE'],
      ['1234567890123456', '', '', '0.3', '', 'x'],
    ]);
    expect(table).toMatchObject({ format: 'xlsx', sheet: 'Spells & more', encoding: null, delimiter: null });
  });

  it('reads errors, cached formula values, text in runs, cells without a reference and prefixed XML', async () => {
    const cells =
      '<x:row r="1"><x:c r="A1" t="e"><x:v>#N/A</x:v></x:c><x:c r="B1"><x:f>1+1</x:f><x:v>2</x:v></x:c>' +
      '<x:c r="D1" t="inlineStr"><x:is><x:r><x:t>two </x:t></x:r><x:r><x:t>runs</x:t></x:r></x:is></x:c>' +
      '<x:c t="str"><x:v>no ref</x:v></x:c></x:row>';
    const prefixed = rewritten(workbook, (name, xml) => {
      if (!/worksheets\/sheet3\.xml$/.test(name)) return xml;
      const namespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
      return `<x:worksheet xmlns:x="${namespace}"><x:sheetData>${cells}</x:sheetData></x:worksheet>`;
    });
    const { rows } = await readAll(fileOf('prefixed.xlsx', prefixed));
    expect(rows).toEqual([['#N/A', '2', '', 'two runs', 'no ref']]);
  });

  it('reads 1904 dates right', async () => {
    const { rows } = await readAll(join(fixtures, '1904.xlsx'));
    expect(rows).toEqual([[''], [''], [''], ['', '1904-01-01']]);
    const written = await writeXlsx({ sheets: [{ name: 'S', rows: [[day, moment]] }], dateSystem: '1904' });
    expect((await readAll(fileOf('own-1904.xlsx', written))).rows).toEqual([
      ['2024-03-31', '2024-07-01 09:05:00'],
    ]);
  });

  it('rounds seconds, and gives a time without a date as a time', () => {
    expect(dateText(String(9 / 24 + 5 / 1440), false)).toBe('09:05:00');
    expect(dateText('45292.99999999', false)).toBe('2024-01-02');
    expect(dateText('1', false)).toBe('1900-01-01');
    expect(dateText('59', false)).toBe('1900-02-28');
    expect(dateText('61', false)).toBe('1900-03-01');
    expect(['60', '60.5', '-1', '3e6'].map((serial) => dateText(serial, false))).toEqual(
      Array(4).fill('#VALUE!'),
    );
    expect(dateText('0', true)).toBe('1904-01-01');
    expect(dateText('43920', true)).toBe('2024-03-31');
    expect(numberText('6.34133E+17')).toBe('634133000000000000');
  });

  it('reads percentages with their sign, lengths of time in hours, and tells formats apart', () => {
    expect([percentText('0.525'), percentText('0.07'), percentText('1')]).toEqual(['52.5%', '7%', '100%']);
    expect(elapsedText('1.5208333333')).toBe('36:30:00');
    const styles: [string, string | undefined, string][] = [
      ['14', undefined, 'date'],
      ['10', undefined, 'percent'],
      ['46', undefined, 'elapsed'],
      ['2', undefined, 'plain'],
      ['164', 'dd/mm/yyyy', 'date'],
      ['164', '[$-809]d mmmm yyyy;@', 'date'],
      ['164', '[h]:mm', 'elapsed'],
      ['164', '0.0%;[Red]-0.0%', 'percent'],
      ['164', '#,##0.00 "days";[Red]-#,##0.00', 'plain'],
      ['164', '_-£* #,##0.00_-', 'plain'],
      ['164', 'General', 'plain'],
    ];
    for (const [id, code, style] of styles) expect(styleOfFormat(id, code), code ?? id).toBe(style);
  });

  it('keeps the row numbers of a sheet with gaps', async () => {
    const gaps = rewritten(workbook, (name, xml) =>
      /worksheets\/sheet3\.xml$/.test(name)
        ? xml.replace(/<row r="4"/, '<row r="9"').replace(/r="([A-F])4"/g, 'r="$19"')
        : xml,
    );
    const { rows } = await readAll(fileOf('gaps.xlsx', gaps));
    expect(rows).toHaveLength(9);
    expect(rows[8]?.[0]).toBe('1234567890123456');
  });
});

describe('sheets', () => {
  it('reads the first visible sheet that holds anything, and names what it left', async () => {
    const { table } = await readAll(fileOf('sheets.xlsx', workbook));
    expect(table.sheets).toEqual([
      { name: 'Lists', hidden: true },
      { name: 'Empty', hidden: false },
      { name: 'Spells & more', hidden: false, rows: 4 },
    ]);
    expect(noteCodes(table.notes)).toEqual(['hidden-sheet-skipped', 'other-sheets']);
  });

  it('reads a hidden sheet that is asked for, and lists the sheets when there is none of that name', async () => {
    const path = fileOf('asked.xlsx', workbook);
    expect((await readAll(path, { sheet: 'lists' })).rows).toEqual([['A'], ['B']]);
    await expect(readAll(path, { sheet: 'Data' })).rejects.toMatchObject({
      code: 'sheet-not-found',
      params: { sheets: 'Lists, Empty, Spells & more' },
    });
  });

  it('notes hidden rows', async () => {
    const { table, rows } = await readAll(join(fixtures, 'google-sheets.xlsx'));
    expect(rows).toHaveLength(3);
    expect(noteCodes(table.notes)).toContain('hidden-rows');
  });
});

describe('what is refused', () => {
  it('tells formats apart by their bytes', async () => {
    const zip = (name: string, text = 'x'): Uint8Array => zipSync({ [name]: strToU8(text) });
    const cases: [name: string, bytes: Uint8Array | string, words: RegExp][] = [
      ['a.csv', zip('inner.csv'), /zip archive/],
      ['b.csv', zip('mimetype', 'application/vnd.oasis.opendocument.spreadsheet'), /\.ods/],
      ['c.xlsx', zip('xl/workbook.bin'), /\.xlsb/],
      ['d.xlsx', zip('word/document.xml'), /Word/],
      ['e.xls', '\n<!DOCTYPE html><table><tr><td>1</td></tr></table>', /HTML/],
      ['f.xls', '<?xml version="1.0"?><Workbook/>', /XML/],
      ['g.csv', '%PDF-1.7 ', /PDF/],
      ['h.csv', Buffer.from([0x1f, 0x8b, 8, 0]), /gzip/],
      ['i.sav', '$FL2@(#) SPSS DATA FILE', /SPSS/],
      ['j.xls', readFileSync(join(fixtures, 'simple.xls')), /\.xls/],
    ];
    for (const [name, bytes, words] of cases) {
      await expect(readAll(fileOf(name, bytes)), name).rejects.toMatchObject({
        code: 'file-format-refused',
        message: expect.stringMatching(words),
        params: { name, hint: expect.stringMatching(/\w/) },
      });
    }
  });

  it('tells a password from an old format', async () => {
    const locked = await writeXlsx({
      sheets: [{ name: 'S', rows: [['secret']] }],
      encryption: { password: 'pw', spinCount: 1 },
    });
    expect(await outcome(fileOf('locked.xlsx', locked))).toBe('file-protected');
  });

  it('refuses a workbook that unpacks to far more than its size', async () => {
    const sheet = `<worksheet><sheetData>${' '.repeat(40 * 1024 * 1024)}</sheetData></worksheet>`;
    const bomb = rewritten(workbook, (name, xml) => (/sheet3\.xml$/.test(name) ? sheet : xml));
    expect(bomb.length).toBeLessThan(200_000);
    expect(await outcome(fileOf('bomb.xlsx', bomb))).toBe('file-too-large');
  });

  it('refuses parts that do not match their checksum', async () => {
    const bytes = Buffer.from(workbook);
    const entry = bytes.lastIndexOf('xl/worksheets/sheet3.xml') - 46;
    bytes.writeUInt32LE((bytes.readUInt32LE(entry + 16) ^ 1) >>> 0, entry + 16);
    await expect(readAll(fileOf('crc.xlsx', bytes))).rejects.toMatchObject({
      code: 'file-damaged',
      message: expect.stringMatching(/do not match their checksum/),
    });
  });

  const sheet = (rows: string): Uint8Array =>
    rewritten(workbook, (name, xml) =>
      /sheet3\.xml$/.test(name) ? `<worksheet><sheetData>${rows}</sheetData></worksheet>` : xml,
    );
  const text = (length: number): string =>
    `<row r="1"><c r="A1" t="inlineStr"><is><t>${'x'.repeat(length)}</t></is></c></row>`;

  it('refuses a cell that is longer than any cell can be', async () => {
    expect(await outcome(fileOf('long-cell.xlsx', sheet(text(40_000))))).toBe('rows');
    expect(await outcome(fileOf('longer-cell.xlsx', sheet(text(120_000))))).toBe('file-too-large');
  });

  const cell = '<c r="A1"><v>1</v></c>';
  it.each([
    ['text before the root', (xml: string) => `stray ${xml}`],
    ['a row that is not closed', () => `<worksheet><sheetData><row r="1">${cell}`],
    [
      'a row within a row',
      () => `<worksheet><sheetData><row r="1">${cell}<row r="2"></row></row></sheetData></worksheet>`,
    ],
    ['text between rows', () => `<worksheet><sheetData>x<row r="1">${cell}</row></sheetData></worksheet>`],
    ['no end', () => `<worksheet><sheetData><row r="1">${cell}</row></sheetData>`],
    [
      'a column beyond the last',
      () => '<worksheet><sheetData><row r="1"><c r="XFE1"><v>1</v></c></row></sheetData></worksheet>',
    ],
    [
      'a row beyond the last',
      () => `<worksheet><sheetData><row r="1048577">${cell}</row></sheetData></worksheet>`,
    ],
    [
      'a shared text that is not there',
      () => '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>999</v></c></row></sheetData></worksheet>',
    ],
    [
      'a cell that is not closed',
      () => '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></row></sheetData></worksheet>',
    ],
  ])('calls a sheet with %s damaged', async (title, change) => {
    const bytes = rewritten(workbook, (name, xml) => (/sheet3\.xml$/.test(name) ? change(xml) : xml));
    expect(await outcome(fileOf(`${title}.xlsx`, bytes))).toBe('file-damaged');
  });

  it('reads cells in any order, gaps, comments, CDATA, and an empty sheet beyond the last row', async () => {
    const rows =
      '<!-- made by hand --><row r="2"><c r="C2"><v>3</v></c><c r="A2" t="str"><v><![CDATA[a<b]]></v></c></row>' +
      '<row r="5"/><row r="6"><c/><c r="B6" t="n"><f>1/0</f></c><c t="e"><f>1/0</f><v>#DIV/0!</v></c></row>';
    const { rows: read, table } = await readAll(fileOf('odd.xlsx', sheet(rows)));
    expect(read).toEqual([[''], ['a<b', '', '3'], [''], [''], [''], ['', '', '#DIV/0!']]);
    expect(noteCodes(table.notes)).toContain('formulas-without-result');
    const far = await readAll(
      fileOf('far.xlsx', sheet(`${text(1)}<row r="1048576">${cell.replace('A1', 'A1048576')}</row>`)),
    );
    expect(far.rows).toHaveLength(1_048_576);
  });

  it('refuses a part that lies about its size', async () => {
    const rows = '<row r="1"><c r="A1"><v>1</v></c></row>'.repeat(5000);
    const bytes = Buffer.from(
      rewritten(workbook, (name, xml) =>
        /sheet3\.xml$/.test(name) ? `<worksheet><sheetData>${rows}</sheetData></worksheet>` : xml,
      ),
    );
    const entry = bytes.lastIndexOf('xl/worksheets/sheet3.xml') - 46;
    expect(bytes.readUInt32LE(entry)).toBe(0x02014b50);
    bytes.writeUInt32LE(1000, entry + 24);
    expect(await outcome(fileOf('liar.xlsx', bytes))).toBe('file-damaged');
  });

  it.each([
    ['missing-bits.xlsx', 'file-damaged'],
    ['test-issue-1842.xlsx', 'no-rows'],
    ['test-row-styles.xlsx', 'rows'],
    ['invalid-xml.xlsx', 'file-damaged'],
  ])('%s: %s, never a raw throw', async (name, code) => {
    expect(await outcome(join(fixtures, name))).toBe(code);
  });

  it('gives a code for every way of cutting a workbook short', async () => {
    for (let share = 1; share < 20; share++) {
      const cut = workbook.subarray(0, Math.floor((workbook.length * share) / 20));
      expect(await outcome(fileOf(`cut-${share}.xlsx`, cut)), `${share}/20`).toBe('file-damaged');
    }
  });
});
