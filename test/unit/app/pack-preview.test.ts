// The preview through the real application, on the sample council: cell for cell what the pack will hold.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { placeOf } from '../../../src-renderer/views/packs/pack-words.ts';
import type { PackPreview } from '../../../src-shared/schemas/pack-preview.ts';
import { type TestApp, testApp } from '../../config/app.ts';

let test: TestApp;
let preview: PackPreview;
const request = { edition: 'standards', period: '2024/25', profile: 'committee' } as const;

beforeAll(async () => {
  test = await testApp();
  await test.call('workspace.sample', {});
  await test.call('pin.add', {
    request: { metric: 'incidents', split: 'category', grain: 'financial-year' },
    kind: 'bars',
    note: { text: 'Watch the new heading.', role: 'Policy analyst' },
  });
  await test.call('pin.add', { request: { metric: 'turnover', grain: 'quarter' } });
  preview = await test.call('pack.preview', request);
}, 120_000);
afterAll(() => test.close());

const sheet = (name: string) => {
  const found = preview.sheets.find((one) => one.name === name);
  if (!found) throw new Error(`no sheet ${name}: ${preview.sheets.map((one) => one.name).join(', ')}`);
  return found;
};

it('has every sheet of the edition with its table, and no cell beside a column', () => {
  expect(preview.sheets.length).toBeGreaterThan(15);
  expect(preview.sheets.slice(0, 3).map(({ name }) => name)).toEqual(['Cover', 'Contents', 'Summary']);
  for (const { rows, columns, name, lines } of preview.sheets) {
    expect(rows.length, name).toBeGreaterThan(0);
    for (const row of rows) expect(row.length, name).toBe(columns.length);
    expect(lines[0], name).toMatch(/^This sheet has one table/);
  }
});

it('tells of each figure cell where it comes from, and the figure is there', () => {
  const known = new Set(preview.figures.map(({ id }) => id));
  const cells = sheet('Complaints_by_period')
    .rows.flat()
    .filter(({ look }) => look === 'number');
  expect(cells.length).toBeGreaterThan(20);
  for (const { of = [], text } of cells) {
    expect(of.length, text).toBeGreaterThan(0);
    for (const source of of) expect(known.has(source.figure)).toBe(true);
  }
});

it('draws charts from the numbers of the table, gaps where a cell is a mark', () => {
  const { charts, columns, rows } = sheet('Trend_incidents');
  const [chart] = charts;
  expect(chart?.kind).toBe('xmr');
  expect(chart?.categories).toEqual(rows.map(([first]) => first?.text));
  const at = columns.findIndex(({ header }) => header === chart?.series[0]?.label);
  const told = rows.map((row) => row[at]?.look === 'number');
  expect(chart?.series[0]?.values.map((value) => value !== null)).toEqual(told);
});

it('counts what is hidden: as many as there are marks, in two kinds', () => {
  const marks = preview.sheets.flatMap(({ rows }) => rows.flat().filter(({ text }) => text === '[c]'));
  const { own, others } = preview.hidden;
  expect(own).toBeGreaterThan(0);
  expect(others).toBeGreaterThan(0);
  expect(own + others).toBe(marks.length);
  // A mark that is of no figure stands on a sheet of records, which shows no figure at all.
  for (const { name, rows } of preview.sheets) {
    const cells = rows.flat();
    if (cells.some(({ text, of }) => text === '[c]' && of === undefined))
      expect(
        cells.filter(({ of }) => of !== undefined),
        name,
      ).toEqual([]);
  }
  expect(preview.rules.length).toBeGreaterThan(0);
});

it('sets each pin out on a sheet of its own, with its note', () => {
  const first = sheet('Pinned_1');
  expect(first.lines).toContainEqual(
    expect.stringMatching(/^Note by the Policy analyst, .*: Watch the new heading\.$/),
  );
  expect(first.columns.map(({ header }) => header)).toContain('Category');
  expect(first.charts[0]?.kind).toBe('column');
  expect(sheet('Pinned_2').charts[0]?.kind).toBe('line');
});

it('shows a built pack as its files have it, cell for cell', async () => {
  const { pack } = await test.call('pack.build', request);
  const built = await test.call('pack.preview', { pack });
  const { cells } = await test.call('pack.manifest', { pack });
  expect(cells.length).toBeGreaterThan(500);
  const sheets = new Map(built.sheets.map((one) => [one.name, one]));
  for (const { sheet: name, cell, value, of } of cells) {
    const shown = sheets.get(name);
    const place = placeOf(cell, shown?.headerRow ?? 0);
    const found = shown?.rows[place?.row ?? -1]?.[place?.column ?? -1];
    expect(found, `${name}!${cell}`).toBeDefined();
    expect(found?.look === 'number', `${name}!${cell} ${value}`).toBe(typeof value === 'number');
    if (typeof value === 'string' && found?.look !== 'date')
      expect(found?.text, `${name}!${cell}`).toBe(value);
    expect(found?.of?.length ?? 0, `${name}!${cell}`).toBe(of.length);
  }
  expect(await test.app.call('pack.preview', { pack: randomUUID() })).toMatchObject({
    error: { code: 'pack-unknown' },
  });
}, 120_000);

it('is stopped while it is described', async () => {
  await test.call('workspace.settings', { smallCount: 6 });
  const asked = test.app.call('pack.preview', request);
  const [job] = await test.call('job.list', {});
  expect(job?.procedure).toBe('pack.preview');
  await test.call('job.cancel', { id: job?.id ?? '' });
  expect(await asked).toMatchObject({ ok: false, error: { code: 'job-cancelled' } });
  expect(await test.call('job.list', {})).toEqual([]);
}, 60_000);

it('leaves the note out of a published pack', async () => {
  const published = await test.call('pack.preview', { ...request, profile: 'published' });
  expect(JSON.stringify(published)).not.toContain('Watch the new heading');
  expect(published.sheets.map(({ name }) => name)).toContain('Pinned_1');
}, 60_000);
