// A form is a workbook that opens at its own table: it needs no cover, and its cells are limited.
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { describeForm, type FormColumn, type FormRequest } from '#core/packs/template.ts';
import { validateWorkbook } from '#core/packs/validate.ts';
import { writeWorkbook } from '#core/packs/write-workbook.ts';

const told = { holds: 'Something.', needed: 'No', becomes: 'Stored.', also: '' } as const;
const colours = { kind: 'list', title: 'Colours', values: ['Red', 'Green & blue'] } as const;
const columns: readonly FormColumn[] = [
  { ...told, heading: 'Name', entry: { kind: 'text' }, needed: 'Yes' },
  { ...told, heading: 'Colour', entry: { ...colours, many: false } },
  { ...told, heading: 'Colours seen', entry: { ...colours, many: true } },
  { ...told, heading: 'Day', entry: { kind: 'date', exact: true } },
  { ...told, heading: 'Day or year', entry: { kind: 'date', exact: false } },
  { ...told, heading: 'Share (%)', entry: { kind: 'number', min: 0, max: 1, marks: false } },
  { ...told, heading: 'Least', entry: { kind: 'number', min: 2, marks: true } },
];
const request: FormRequest = {
  name: 'Things: all of them',
  title: 'A form of things',
  reference: 'Form 1',
  creator: 'Testford Council',
  marking: 'No data',
  created: '2026-01-01T00:00:00Z',
  columns,
  rows: [['=cmd()', 'Red', null, { date: '2025-03-31' }, 'March 2025', 0.5, '[c]']],
  guide: { name: 'How_to', title: 'How to', lines: ['Fill it in.'] },
};

const partsOf = async (form: FormRequest) => {
  const parts = unzipSync(await writeWorkbook(describeForm(form)));
  return (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
};
const limitOf = (sheet: string, column: string): string =>
  new RegExp(`<dataValidation[^>]* sqref="${column}2:${column}2001">.*?</dataValidation>`).exec(sheet)?.[0] ??
  '';

describe('a form', () => {
  it('breaks no rule that holds for it, though it has no cover and its cells wait to be filled', () => {
    const problems = validateWorkbook(describeForm(request));
    expect(problems.filter(({ severity }) => severity === 'E')).toEqual([]);
  });

  it('is no way round the rules of a pack', () => {
    const model = describeForm(request);
    const plain = { ...model, sheets: model.sheets.map(({ form: _, ...sheet }) => sheet) };
    const rules = validateWorkbook(plain).map(({ rule }) => rule);
    for (const rule of ['S01', 'D02', 'D03', 'T12']) expect(rules).toContain(rule);
  });

  it('limits what each column takes, and asks nothing where several values may be joined', async () => {
    const part = await partsOf(request);
    const sheet = part('xl/worksheets/sheet1.xml');
    expect(limitOf(sheet, 'A')).toMatch(/promptTitle="Name" prompt="Needed\. Something\."/);
    expect(limitOf(sheet, 'B')).toContain('type="list"');
    expect(limitOf(sheet, 'B')).toContain('showErrorMessage="1"');
    expect(limitOf(sheet, 'C')).not.toContain('showErrorMessage');
    expect(limitOf(sheet, 'D')).toContain('<formula1>18264</formula1><formula2>73050</formula2>');
    expect(limitOf(sheet, 'D')).not.toContain('errorStyle');
    expect(limitOf(sheet, 'E')).toContain('errorStyle="warning"');
    expect(limitOf(sheet, 'F')).toContain('<formula1>0</formula1><formula2>1</formula2>');
    expect(limitOf(sheet, 'G')).toContain('operator="greaterThanOrEqual"');
    // The list is the filled part of its column on the third sheet: two values under the heading.
    const [, first, last] = /'Lists'!\$A\$(\d+):\$A\$(\d+)/.exec(limitOf(sheet, 'B')) ?? [];
    expect(Number(last) - Number(first)).toBe(1);
    expect(part('xl/worksheets/sheet3.xml')).toContain(`r="A${first}"`);
  });

  it('begins at its headings, which stay in sight, and a text like a formula stays a text', async () => {
    const part = await partsOf(request);
    const sheet = part('xl/worksheets/sheet1.xml');
    expect(sheet).toMatch(/<sheetView tabSelected="1"[^>]*><pane ySplit="1" topLeftCell="A2"/);
    expect(part('xl/tables/table1.xml')).toContain('name="things_all_of_them_rows"');
    expect(part('xl/tables/table1.xml')).toContain('ref="A1:G2"');
    expect(sheet).not.toContain('<f>');
    expect(part('xl/sharedStrings.xml')).toContain('=cmd()');
  });

  it('gives the same bytes twice', async () => {
    expect(await writeWorkbook(describeForm(request))).toEqual(await writeWorkbook(describeForm(request)));
  });
});
