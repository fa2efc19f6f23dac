// Two programs that are not ours read every cell, table and chart as the model has them; and would notice.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import type { ChartModel } from '#core/packs/model.ts';
import { describeForm } from '#core/packs/template.ts';
import { writeWorkbook } from '#core/packs/write-workbook.ts';
import { disagreements } from '../../packs/agree.ts';
import { missingReader } from '../../packs/read-back.ts';
import { chartModel } from './chart-models.ts';

const missing = missingReader();
const named = (title: string): string => (missing === undefined ? title : `${title}: ${missing}`);

it.skipIf(missing !== undefined)(
  named('openpyxl and LibreOffice agree with the model on every cell, table and chart'),
  async () => {
    const models = (['published', 'committee'] as const).map((profile) => ({
      name: profile,
      model: chartModel(profile),
    }));
    const files = await Promise.all(
      models.map(async ({ name, model }) => ({ name, model, bytes: await writeWorkbook(model) })),
    );
    expect(disagreements(files)).toEqual([]);
  },
  120_000,
);

/** The workbook with texts of its parts replaced wherever they stand. */
function tampered(
  bytes: Uint8Array,
  changes: readonly (readonly [part: string, from: string, to: string])[],
) {
  const parts = unzipSync(bytes);
  for (const [part, from, to] of changes) {
    const xml = strFromU8(parts[part] ?? new Uint8Array());
    expect(xml).toContain(from);
    parts[part] = strToU8(xml.replaceAll(from, to));
  }
  return zipSync(parts);
}

it.skipIf(missing !== undefined)(
  named('a changed cell, table or chart is noticed by both'),
  async () => {
    const written = chartModel();
    const bytes = tampered(await writeWorkbook(written), [
      ['xl/worksheets/sheet4.xml', '<v>31</v>', '<v>32</v>'],
      ['xl/worksheets/sheet4.xml', '<v>43647</v>', '<v>43648</v>'],
      ['xl/sharedStrings.xml', 'Meetings were remote', 'Meetings were  remote'],
      ['xl/tables/table9.xml', 'ref="A8:G32"', 'ref="A8:G31"'],
      ['xl/charts/chart5.xml', '$B$9', '$B$10'],
      ['xl/charts/chart6.xml', '<c:v>44</c:v>', '<c:v>45</c:v>'],
    ]);
    // The file has columns and steps where this model asks for lines and columns.
    const other: Record<string, ChartModel['kind']> = { Stacked_columns: 'line', Time_in_post: 'column' };
    const model = {
      ...written,
      sheets: written.sheets.map((sheet) => ({
        ...sheet,
        charts: sheet.charts.map((chart) => ({ ...chart, kind: other[sheet.name] ?? chart.kind })),
      })),
    };
    const found = disagreements([{ name: 'changed', model, bytes }]).join('\n');
    for (const reader of ['openpyxl', 'office']) {
      for (const told of [
        'Complaints_by_period: B8 is ["number",32]',
        'Complaints_by_period: E8 is ["date","2019-07-02"]',
        'Complaints_by_period: G9 is ["text","Meetings were  remote"]',
        'Run_chart: chart 1, Reports is drawn from B10',
      ]) {
        expect(found).toContain(`changed, ${reader}: ${told}`);
      }
      expect(found).toMatch(new RegExp(`${reader}: Stacked_columns: chart 1 is a .*bar`, 'i'));
      expect(found).toMatch(new RegExp(`${reader}: Time_in_post: chart 1 is a .*scatter`, 'i'));
      expect(found).toMatch(new RegExp(`${reader}: Interrupted_series: the table`));
    }
    expect(found).toContain('openpyxl: Interrupted_series: chart 1, Cases, point 0: the cache has 45');
    const untouched = ['Cover', 'Contents', 'Summary', 'Trends_SPC', 'Culture_survey', 'Notes'];
    for (const name of untouched) expect(found).not.toContain(`: ${name}: `);
  },
  120_000,
);

it.skipIf(missing !== undefined)(
  named('a form reads back as it was described'),
  async () => {
    const model = describeForm({
      name: 'Things',
      title: 'A form of things',
      reference: 'Form 1',
      creator: 'Testford Council',
      marking: 'No data',
      created: '2026-01-01T00:00:00Z',
      columns: [
        {
          heading: 'Name',
          entry: { kind: 'text' },
          holds: 'A name.',
          needed: 'Yes',
          becomes: 'Stored.',
          also: '',
        },
        {
          heading: 'Day',
          entry: { kind: 'date', exact: true },
          holds: 'A day.',
          needed: 'No',
          becomes: 'Stored.',
          also: '',
        },
      ],
      rows: [
        ['=cmd()', { date: '2025-03-31' }],
        [null, { date: '2025-10-26' }],
      ],
      guide: { name: 'How_to', title: 'How to', lines: ['Fill it in.'] },
    });
    expect(disagreements([{ name: 'form', model, bytes: await writeWorkbook(model) }])).toEqual([]);
  },
  120_000,
);
