// Which sheet of a workbook is imported, what is left out below its table, and what spreadsheet errors become.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CellValue, type MergeRange, writeXlsx } from 'hucre';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestWorkspace, testWorkspace } from '../../config/workspace.ts';

const scratch = mkdtempSync(join(tmpdir(), 'candour-sheets-'));
const day = (of: number): Date => new Date(Date.UTC(2024, 3, of));

const spells = (count: number): CellValue[][] => [
  ['Employee number', 'Directorate', 'Start date', 'End date', 'Working days lost'],
  ...Array.from({ length: count }, (_, at) => [1000 + at, 'City Housing', day(1 + at), day(2 + at), 2]),
];
const prices: CellValue[][] = [
  ['Colour', 'Price'],
  ['Red', 12],
  ['Blue', 14],
];

async function workbook(
  name: string,
  sheets: Record<string, CellValue[][]>,
  hidden: string[] = [],
  merges: MergeRange[] = [],
) {
  const path = join(scratch, name);
  const written = await writeXlsx({
    sheets: Object.entries(sheets).map(([title, rows]) => ({
      name: title,
      rows,
      merges,
      ...(hidden.includes(title) ? { hidden: true } : {}),
    })),
  });
  writeFileSync(path, written);
  return path;
}

describe('the sheets of a workbook', () => {
  let workspace: TestWorkspace;
  beforeAll(async () => {
    workspace = await testWorkspace();
  });
  afterAll(() => workspace.close());

  it('reads the only one that holds data of a known kind, wherever it stands', async () => {
    const path = await workbook('known.xlsx', {
      About: [['Sickness'], ['From the HR system']],
      Prices: prices,
      Empty: [],
      Spells: spells(4),
    });
    const result = await workspace.import(path);
    expect([result.kind, result.sheet, result.read, result.accepted]).toEqual([
      'absence-spell',
      'Spells',
      4,
      4,
    ]);
    expect(result.notes.map(({ code }) => code)).toContain('other-sheets');
  });

  it('asks where two could be meant, changes nothing, and reads the one that is named', async () => {
    const path = await workbook('two.xlsx', { April: spells(3), May: spells(5), Prices: prices });
    const before = await workspace.store.all('select count(*) as n from import');
    await expect(workspace.import(path)).rejects.toMatchObject({
      code: 'sheet-needed',
      params: { sheets: 'April, May' },
    });
    expect(await workspace.store.all('select count(*) as n from import')).toEqual(before);
    const preview = await workspace.stage(path);
    expect([preview.sheet, preview.notes[0]?.code]).toEqual(['April', 'sheet-needed']);
    const named = await workspace.import(path, { sheet: 'May' });
    expect([named.sheet, named.read]).toEqual(['May', 5]);
  });

  it('asks where no sheet is of a known kind, and passes hidden ones over', async () => {
    const path = await workbook('unknown.xlsx', { Prices: prices, Again: prices, Spells: spells(2) }, [
      'Spells',
    ]);
    await expect(workspace.import(path)).rejects.toMatchObject({
      code: 'sheet-needed',
      params: { sheets: 'Prices, Again' },
    });
    const hidden = await workspace.import(path, { sheet: 'Spells' });
    expect(hidden.notes.map(({ code }) => code)).toContain('hidden-sheet-read');
  });

  it('names cells of records that are merged downwards, and no other merged cells', async () => {
    const merge = (startRow: number, startCol: number, endRow: number, endCol: number) => ({
      startRow,
      startCol,
      endRow,
      endCol,
    });
    const rows: CellValue[][] = [['Sickness, quarter 1'], ...spells(6), [], ['Note: provisional']];
    const notBody = [merge(0, 0, 0, 4), merge(3, 1, 3, 2), merge(8, 0, 10, 4)];
    const merged = async (name: string, merges: MergeRange[]) =>
      (await workspace.stage(await workbook(name, { Spells: rows }, [], merges))).notes.filter(
        ({ code }) => code === 'merged-cells',
      );
    expect(await merged('none.xlsx', notBody)).toEqual([]);
    expect(await merged('one.xlsx', [...notBody, merge(2, 1, 7, 1)])).toMatchObject([
      { text: expect.stringMatching(/^1 cell is merged over several rows; only its first row/) },
    ]);
    expect(await merged('two-cells.xlsx', [merge(2, 1, 3, 1), merge(4, 1, 7, 2)])).toMatchObject([
      { text: expect.stringMatching(/^2 cells are merged over several rows; only the first row of each/) },
    ]);
  });

  it('never counts totals and notes below the table', async () => {
    const path = await workbook('totals.xlsx', {
      Spells: [...spells(6), ['Total', null, null, null, 12], [], ['Source: HR system, run on 4 May 2024']],
    });
    const result = await workspace.import(path);
    expect([result.read, result.accepted, result.rejected]).toEqual([6, 6, 0]);
    expect(result.notes.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['totals-left-out', 'notes-left-out']),
    );
  });

  it('makes a spreadsheet error a problem and never a person or a word', async () => {
    const path = await workbook('errors.xlsx', {
      Spells: [...spells(3), ['#REF!', 'City Housing', day(9), day(9), 1], [2000, '#N/A', day(9), day(9), 1]],
    });
    const result = await workspace.import(path);
    expect([result.read, result.accepted, result.rejected]).toEqual([5, 4, 1]);
    expect(result.problems.map(({ row, code, rejects }) => [row, code, rejects])).toEqual([
      [5, 'cell-error', true],
      [6, 'cell-error', false],
    ]);
    const [stored] = await workspace.store.all(
      'select count(*) as n from clean.absence_spell where import_id = $id and directorate is null',
      { id: result.importId },
    );
    expect(stored).toEqual({ n: 1 });
  });
});
