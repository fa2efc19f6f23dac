// Plants one fault at a time in a sound model; each must be found under its rule.
import { describe, expect, it } from 'vitest';
import { contentsSheet } from '#core/packs/contents.ts';
import type { Cell, ChartModel, ColumnModel, SheetModel, WorkbookModel } from '#core/packs/model.ts';
import { validateWorkbook } from '#core/packs/validate.ts';
import { writeWorkbook } from '#core/packs/write-workbook.ts';
import { demoModel } from './demo-model.ts';

type Change = (model: WorkbookModel) => WorkbookModel;

const onSheet =
  (name: string, change: (sheet: SheetModel) => SheetModel): Change =>
  (model) => ({
    ...model,
    sheets: model.sheets.map((sheet) => (sheet.name === name ? change(sheet) : sheet)),
  });

const data = 'Complaints_by_period';
const onData = (change: (sheet: SheetModel) => SheetModel): Change => onSheet(data, change);
const onTable = (change: (table: SheetModel['table']) => SheetModel['table']): Change =>
  onData((sheet) => ({ ...sheet, table: change(sheet.table) }));
const withCell = (row: number, column: number, cell: unknown): Change =>
  onTable((table) => ({
    ...table,
    rows: table.rows.map((cells, r) => (r === row ? cells.with(column, cell as Cell) : cells)),
  }));
const withColumn = (index: number, change: Partial<ColumnModel>): Change =>
  onTable((table) => ({
    ...table,
    columns: table.columns.map((column, i) => (i === index ? { ...column, ...change } : column)),
  }));
const withChart = (change: Partial<ChartModel>): Change =>
  onData((sheet) => ({
    ...sheet,
    charts: sheet.charts.map((chart, i) => (i === 0 ? { ...chart, ...change } : chart)),
  }));
const lines = (...added: string[]): Change =>
  onData((sheet) => ({ ...sheet, lines: [...sheet.lines, ...added] }));

const faults: readonly [rule: string, fault: string, change: Change][] = [
  [
    'S01',
    'Notes before the data',
    (m) => ({ ...m, sheets: [...m.sheets.slice(0, 1), ...m.sheets.slice(-2), ...m.sheets.slice(1, -2)] }),
  ],
  ['S01', 'no cover', (m) => ({ ...m, sheets: m.sheets.slice(1) })],
  [
    'S02',
    'a name longer than 31 characters',
    onData((s) => ({ ...s, name: 'Complaints_by_period_and_by_tier_of_council' })),
  ],
  ['S02', 'a name with a slash', onData((s) => ({ ...s, name: 'By year/tier' }))],
  ['S02', 'the name History', onData((s) => ({ ...s, name: 'history' }))],
  ['S02', 'two sheets of one name but for case', onSheet('Trends_SPC', (s) => ({ ...s, name: 'NOTES' }))],
  ['S02', 'a name that Excel would unescape', onData((s) => ({ ...s, name: 'By_x0041_year' }))],
  ['S03', 'a name with a space', onData((s) => ({ ...s, name: 'By year' }))],
  ['S04', 'no title', onData((s) => ({ ...s, title: ' ' }))],
  ['S04', 'two equal titles', onData((s) => ({ ...s, title: 'Notes' }))],
  ['S07', 'a link to nowhere', withCell(0, 6, { link: 'Gone', text: 'Gone' })],
  [
    'S07',
    'a Contents that leaves sheets out',
    (m) => ({ ...m, sheets: m.sheets.toSpliced(1, 0, contentsSheet({ ...m, sheets: m.sheets.slice(2) })) }),
  ],
  ['S09', 'a blank line above the table', lines('')],
  ['S11', 'a line after the source', lines('One more thing.')],
  ['T02', 'a table named like a cell', onTable((t) => ({ ...t, name: 'AB12' }))],
  ['T02', 'a table named R', onTable((t) => ({ ...t, name: 'r' }))],
  ['T02', 'a table name with a space', onTable((t) => ({ ...t, name: 'my table' }))],
  ['T02', 'two tables of one name', onTable((t) => ({ ...t, name: 'Cover_Details' }))],
  ['T03', 'a table called Table1', onTable((t) => ({ ...t, name: 'Table1' }))],
  ['T04', 'an empty header', withColumn(6, { header: '' })],
  ['T04', 'two headers equal but for case', withColumn(6, { header: 'received' })],
  ['T04', 'a header with a line break', withColumn(6, { header: 'Notes\nand more' })],
  ['T05', 'no rows and no reason', onTable((t) => ({ ...t, rows: [] }))],
  ['T07', 'a blank row', onTable((t) => ({ ...t, rows: [...t.rows, t.columns.map(() => null)] }))],
  ['T07', 'a blank column', onTable((t) => ({ ...t, rows: t.rows.map((row) => row.with(6, null)) }))],
  ['T08', 'a blank cell without a reason', withCell(0, 1, null)],
  ['T08', 'a reason without a blank cell', lines('Blank cells mean nothing here.')],
  ['T12', 'text among numbers', withCell(0, 1, 'many')],
  [
    'T12',
    'numbers as text',
    onTable((t) => ({ ...t, rows: t.rows.map((row, i) => row.with(6, `${i + 1},000`)) })),
  ],
  ['T12', 'a short row', onTable((t) => ({ ...t, rows: t.rows.map((row) => row.slice(0, 5)) }))],
  ['T13', 'a unit as a sign', withColumn(1, { header: 'Received %' })],
  ['T13', 'a per cent format', withColumn(1, { format: '0.0%' })],
  ['T14', 'a cell that is only a sign', withCell(0, 6, '*')],
  ['N01', 'note 2 without note 1', onData((s) => ({ ...s, lines: ['Counted once [note 3].'] }))],
  ['N01', 'a raised figure', onData((s) => ({ ...s, title: 'Complaints received²' }))],
  ['N02', 'a marker that Notes does not tell', withCell(0, 6, '[note 3]')],
  [
    'N02',
    'a note that nobody refers to',
    onSheet('Notes', (s) => ({
      ...s,
      table: { ...s.table, rows: [...s.table.rows, ['note 3', 'Unused.']] },
    })),
  ],
  ['N03', 'a marker in a data cell', withCell(0, 0, '2019/20 [note 1]')],
  ['N04', 'a shorthand line by hand', lines('Shorthand used: [c].')],
  ['N05', 'a mark as plain text', withCell(0, 6, '[c]')],
  ['N05', 'an unknown mark', withCell(0, 1, { symbol: 'q' })],
  ['F05', 'a column 5 characters wide', withColumn(1, { width: 5 })],
  ['F09', 'red negatives', withColumn(1, { format: '0;[Red]-0' })],
  ['F10', 'month before day', withColumn(4, { format: 'mm/dd/yyyy' })],
  ['C01', 'a series of no column', withChart({ series: [{ column: 'Gone' }] })],
  ['C01', 'a series of words', withChart({ series: [{ column: 'Notes' }] })],
  ['C01', 'a category of no column', withChart({ categoryColumn: 'Gone' })],
  ['C01', 'rows that are not there', withChart({ rows: { from: 50, to: 60 } })],
  ['C02', 'no alternative text', withChart({ alt: 'Chart 1' })],
  ['C02', 'alternative text of 400 characters', withChart({ alt: 'A chart. '.repeat(45) })],
  ['C03', 'no axis title', withChart({ yTitle: '' })],
  ['C03', 'no title', withChart({ title: '' })],
  [
    'C04',
    'two series that look the same',
    withChart({
      series: [
        { column: 'Received', style: 'category1' },
        { column: 'Closed', style: 'category1' },
      ],
    }),
  ],
  ['D01', 'no creator', (m) => ({ ...m, creator: '' })],
  ['D01', 'a creation time without a zone', (m) => ({ ...m, created: '2025-06-02 09:30' })],
  ['D02', 'a marking that the cover does not show', (m) => ({ ...m, marking: 'OFFICIAL-SENSITIVE' })],
  ['D03', 'a reference that the cover does not show', (m) => ({ ...m, reference: 'STD-1' })],
  ['F04', 'text that no row can show', withCell(0, 6, 'many words '.repeat(200))],
  [
    'C06',
    'more gaps than a reference can hold',
    onTable((t) => ({
      ...t,
      rows: Array.from({ length: 600 }, (_, i) => [
        `Period ${i}`,
        1,
        i % 2 === 0 ? 1 : { symbol: 'c' as const },
        1,
        { date: '2024-01-01' },
        1,
        'None',
      ]),
    })),
  ],
  ['X04', 'not a number', withCell(0, 1, Number.NaN)],
  ['X04', 'infinity', withCell(0, 1, Number.POSITIVE_INFINITY)],
  ['X04', 'text longer than a cell', withCell(0, 6, 'long '.repeat(8000))],
  ['X05', 'control characters', withCell(0, 6, 'bell\u0007')],
  ['X05', 'half a surrogate pair', withCell(0, 6, 'half \ud83d')],
  ['X06', 'a day that does not exist', withCell(0, 4, { date: '2023-02-29' })],
  ['X06', 'a day with a time', withCell(0, 4, { date: '2023-02-28T12:00:00Z' })],
];

describe('validation', () => {
  it('finds nothing wrong with the demo workbook', () => {
    expect(validateWorkbook(demoModel())).toEqual([]);
    expect(validateWorkbook(structuredClone(demoModel('committee')))).toEqual([]);
  });

  it.each(faults)('%s: %s', (rule, _fault, change) => {
    expect(validateWorkbook(change(demoModel())).map((problem) => problem.rule)).toContain(rule);
  });

  it('covers at least twenty rules', () => {
    expect(new Set(faults.map(([rule]) => rule)).size).toBeGreaterThanOrEqual(20);
  });

  it('never repeats the content of a cell', () => {
    const problems = validateWorkbook(withCell(0, 1, 'Councillor Planted')(demoModel()));
    expect(JSON.stringify(problems)).not.toContain('Planted');
  });

  it('stops the writing with the rule and the place', async () => {
    const broken = withCell(0, 1, Number.NaN)(demoModel());
    await expect(writeWorkbook(broken)).rejects.toMatchObject({
      code: 'pack-invalid',
      message: expect.stringContaining('X04, Complaints_by_period, Received, row 1'),
    });
  });

  it('lets warnings through', async () => {
    expect((await writeWorkbook(withCell(0, 6, 'bell\u0007')(demoModel()))).length).toBeGreaterThan(10_000);
  });
});
