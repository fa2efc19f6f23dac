// How a file is read stays with it: the encoding with its import, the sheet and the heading rows with the saved
// mapping, which the next file follows where it fits and which says so where it does not.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../config/app.ts';

const folder = mkdtempSync(join(tmpdir(), 'candour-reading-'));
let test: TestApp;
beforeAll(async () => {
  test = await testApp();
  await test.call('workspace.create', { id: 'reading', council: 'Testford' });
});
afterAll(async () => {
  await test.close();
  rmSync(folder, { recursive: true });
});

const offer = (name: string, bytes: string | Buffer): Promise<string> => {
  writeFileSync(join(folder, name), bytes);
  return test.receive(join(folder, name));
};

type Rows = readonly (readonly string[])[];
const heads = [
  ['Ref', 'Came in', 'What sort', 'How it ended'],
  ['our own', 'day', 'as alleged', 'in words'],
];
const records = (letter: string): Rows => [
  [`${letter}/1`, '13/04/2024', 'Bullying', 'No breach'],
  [`${letter}/2`, '14/04/2024', 'Disrespect', 'No breach'],
];

async function workbook(sheets: Readonly<Record<string, Rows>>): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = book.addWorksheet(name);
    for (const row of rows) sheet.addRow([...row]);
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}

const codes = (notes: readonly { readonly code: string }[]): string[] => notes.map(({ code }) => code);

describe('a file decoded as a person said', () => {
  it('is shown so again where one of its rows is looked for', async () => {
    // Mac Roman with the line ends of other systems, which nothing in the file tells.
    const text = Buffer.from(
      'Case Ref,Received,Allegation,Outcome\nA/1,13/04/2024,Bullying,Caf\x8e\n',
      'latin1',
    );
    const file = await offer('mac.csv', text);
    const found = await test.call('import.preview', { file });
    expect(found.encoding).toBe('windows-1252');
    const { importId, notes } = await test.call('import.commit', { file, encoding: 'macintosh' });
    expect(codes(notes)).toContain('decoded-as-asked');
    const again = await offer('mac.csv', text);
    const row = await test.call('import.findRow', { file: again, row: 2 });
    expect(row.cells[3]).toEqual({ header: 'Outcome', value: 'Café' });
    await test.call('import.undo', { importId });
  });
});

describe('a saved mapping', () => {
  const fields = {
    case_ref: 'Ref our own',
    received_date: 'Came in day',
    category: 'What sort as alleged',
    outcome: 'How it ended in words',
  };
  const refused = async (file: string): Promise<unknown> => {
    const reply = await test.app.call('import.commit', { file });
    return reply.ok ? 'imported' : reply.error.code;
  };
  const keep = async () =>
    test.call('import.commit', {
      file: await offer(
        'first.xlsx',
        await workbook({ Log: [...heads, ...records('A')], Old: [...heads, ...records('O')] }),
      ),
      kind: 'incident',
      sheet: 'Log',
      headerRows: 2,
      mapping: { fields, dateOrder: 'dmy' },
      saveMapping: 'Our book',
    });

  it('keeps the sheet and the heading rows that were chosen, and the next file is read from there', async () => {
    const next = await workbook({ Old: [...heads, ...records('O')], Log: [...heads, ...records('B')] });
    // Without the saved mapping nobody could tell which of the two sheets is meant.
    expect(await refused(await offer('next.xlsx', next))).toBe('sheet-needed');
    expect(await keep()).toMatchObject({ accepted: 2, savedMapping: 'Our book' });
    expect(await test.call('mapping.list', {})).toMatchObject([
      { name: 'Our book', mapping: { fields, reading: { sheet: 'Log', headerRows: 2 } } },
    ]);
    const file = await offer('next.xlsx', next);
    const preview = await test.call('import.preview', { file });
    expect(preview).toMatchObject({ sheet: 'Log', headerRows: 2, accepted: 2, savedMapping: { drift: [] } });
    expect(preview.notes).toContainEqual({
      code: 'read-as-saved',
      text: 'Read as saved under “Our book”: the sheet “Log”, headings in 2 rows.',
    });
    const { importId, notes } = await test.call('import.commit', { file });
    expect(codes(notes)).toContain('read-as-saved');
    const row = await test.call('import.findRow', { file: await offer('next.xlsx', next), row: 3 });
    expect(row).toMatchObject({ importId, outcome: 'accepted' });
    expect(row.cells[0]).toEqual({ header: 'Ref our own', value: 'B/1' });
  });

  it('is followed where a mapping is given that says so, and less than what the request says', async () => {
    const file = await offer(
      'given.xlsx',
      await workbook({ Other: [...heads, ...records('X')], Log: [...heads, ...records('C')] }),
    );
    const mapping = { fields, reading: { sheet: 'Log', headerRows: 2 } };
    const request = { file, kind: 'incident', mapping };
    expect(await test.call('import.preview', request)).toMatchObject({ sheet: 'Log', accepted: 2 });
    const other = await test.call('import.preview', { ...request, sheet: 'Other' });
    expect(other).toMatchObject({ sheet: 'Other', headerRows: 2, mapping: { reading: { headerRows: 2 } } });
    expect(other.mapping.reading).not.toHaveProperty('sheet');
  });

  it('says so where its sheet is not there, and reads the one that holds its headings', async () => {
    const renamed = await offer('renamed.xlsx', await workbook({ 'Log 2025': [...heads, ...records('D')] }));
    const preview = await test.call('import.preview', { file: renamed });
    // Its two rows of headings are found by themselves only where the headings are the saved ones.
    expect(preview).toMatchObject({ sheet: 'Log 2025', headerRows: 2, accepted: 2 });
    expect(preview.notes.find(({ code }) => code === 'not-read-as-saved')?.text).toBe(
      '“Our book” was saved with the sheet “Log”; here “Log 2025” was read, which holds its headings.',
    );
    const text = [...heads, ...records('E')].map((row) => row.join(',')).join('\n');
    const flat = await test.call('import.preview', { file: await offer('flat.csv', text) });
    expect(flat).toMatchObject({ sheet: null, headerRows: 2, accepted: 2 });
    expect(codes(flat.notes)).toContain('not-read-as-saved');
  });

  it('does not choose between two that name different sheets of one workbook', async () => {
    const headings = Object.values(fields);
    const mapping = { fields, reading: { sheet: 'Old', headerRows: 2 } };
    await test.call('mapping.save', { name: 'The old one', kind: 'incident', headings, mapping });
    const both = await workbook({ Log: [...heads, ...records('F')], Old: [...heads, ...records('G')] });
    const file = await offer('both.xlsx', both);
    expect(await refused(file)).toBe('sheet-needed');
    // Once it is said, the mapping of that sheet is followed.
    for (const [sheet, name] of [
      ['Log', 'Our book'],
      ['Old', 'The old one'],
    ] as const)
      expect(await test.call('import.preview', { file, sheet })).toMatchObject({
        sheet,
        headerRows: 2,
        savedMapping: { name },
      });
    await test.call('mapping.forget', { id: 'The old one' });
  });

  it('keeps no encoding, which is a matter of one file, and loads where it was saved before it kept a sheet', async () => {
    const headings = ['Case Ref', 'Received', 'Allegation'];
    const mapping = { dateOrder: 'dmy' as const, reading: { encoding: 'macintosh' as const } };
    await test.call('mapping.save', { name: 'Plain', kind: 'incident', headings, mapping });
    const list = await test.call('mapping.list', {});
    expect(list.find(({ name }) => name === 'Plain')?.mapping).toEqual({ dateOrder: 'dmy' });
    const file = await offer('plain.csv', 'Case Ref,Received,Allegation\nP/1,13/04/2024,Bullying\n');
    const preview = await test.call('import.preview', { file });
    expect(preview).toMatchObject({ accepted: 1, savedMapping: { name: 'Plain' } });
    expect(codes(preview.notes)).not.toContain('read-as-saved');
    expect(codes(preview.notes)).not.toContain('not-read-as-saved');
  });
});
