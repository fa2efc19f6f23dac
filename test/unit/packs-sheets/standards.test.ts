// The Standards pack of the sample council, whole: what each sheet shows, what it hides, what it says is missing.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DescribedPack, describePack } from '#core/packs/describe.ts';
import { editions } from '#core/packs/editions.ts';
import { isShorthand } from '#core/packs/model.ts';
import { validateWorkbook } from '#core/packs/validate.ts';
import { defaultSettings, type WorkspaceSettings } from '#shared/schemas/workspace.ts';
import { type TestWorkspace, testWorkspace } from '../../config/workspace.ts';
import { columnOf, realFacts, sheetOf } from './real-facts.ts';
import { importSample } from './sample-council.ts';

const settings: WorkspaceSettings = {
  ...defaultSettings('Aldermere City Council'),
  adoptionDate: '2023-09-12',
  acknowledgeDays: 5,
  closeDays: 90,
};
const exemptSheets = ['Case_log', 'Investigations', 'Sanctions_by_case', 'Disclosure_log'];
/** It stands only where something is pinned. */
const always = (name: string): boolean => name !== 'Pinned';
const hidden = { symbol: 'c' };
const unknown = { symbol: 'x' };

let full: TestWorkspace;
let empty: TestWorkspace;
let pack: DescribedPack;

const build = async (
  { store }: TestWorkspace,
  circulation: 'public' | 'exempt' = 'public',
  parts: Partial<WorkspaceSettings> = {},
  period = '2023/24',
  profile: 'published' | 'committee' = 'committee',
): Promise<DescribedPack> =>
  describePack(
    { edition: 'standards', period, profile, circulation },
    await realFacts(store, { ...settings, ...parts }),
  );

const errors = ({ model }: DescribedPack) =>
  validateWorkbook(model).filter(({ severity }) => severity === 'E');

const count = async ({ store }: TestWorkspace, sql: string): Promise<number> => {
  const [row] = await store.all<{ n: number }>(`select count(*)::integer as n from ${sql}`, {});
  return row?.n ?? -1;
};

beforeAll(async () => {
  full = await testWorkspace();
  await importSample(full);
  for (const [key, value] of [
    ['acknowledgeDays', 5],
    ['closeDays', 90],
  ] as const)
    await full.store.run('insert or replace into setting values ($key, $value, $by, now()::timestamp)', {
      key,
      value: JSON.stringify(value),
      by: 'tester',
    });
  empty = await testWorkspace();
  pack = await build(full);
}, 120_000);

afterAll(async () => {
  await full.close();
  await empty.close();
});

describe('the public pack of the sample council', () => {
  it('has every sheet of the edition but those of exempt packs, and breaks no rule', () => {
    expect(errors(pack)).toEqual([]);
    const wanted = editions.find(({ id }) => id === 'standards')?.sheets ?? [];
    const names = pack.model.sheets.map(({ name }) => name).filter((name) => !name.startsWith('Adoption_'));
    expect(names).toEqual(wanted.filter((name) => always(name) && !exemptSheets.includes(name)));
  });

  it('names no case anywhere', async () => {
    const cases = await full.store.all<{ ref: string }>('select case_ref as ref from mart.incident_case', {});
    const text = JSON.stringify(pack.model);
    expect(cases.length).toBeGreaterThan(300);
    expect(cases.filter(({ ref }) => text.includes(ref))).toEqual([]);
  });

  it('counts who raised the cases, and hides the few', async () => {
    const sheet = sheetOf(pack.model, 'By_complainant');
    const cases = columnOf(sheet, 'Cases');
    const all = await count(
      full,
      `mart.incident_case where received_date between '2023-04-01' and '2024-03-31' and received_precision = 'day'`,
    );
    expect(cases.at(-1)).toBe(all);
    expect(columnOf(sheet, 'Share (per cent)').at(-1)).toBe(100);
    for (const cell of cases) expect(isShorthand(cell) || cell === 0 || Number(cell) >= 5).toBe(true);
    expect(cases.filter(isShorthand).length).toBeGreaterThan(1);
  });

  it('shows a step of the time to close only where enough cases have closed since the one before', async () => {
    const sheet = sheetOf(pack.model, 'Time_to_close');
    const closings = await full.store.all<{ days: number }>(
      `select datediff('day', received_date, closed_date)::integer as days from mart.incident_case
       where received_date between '2023-04-01' and '2024-03-31' and received_precision = 'day'
         and status = 'closed' and closed_date >= received_date`,
      {},
    );
    const days = columnOf(sheet, 'Days since received').map(Number);
    const open = columnOf(sheet, 'Still open (per cent)').map(Number);
    expect(days.length).toBeGreaterThan(5);
    expect([days[0], open[0]]).toEqual([0, 100]);
    for (let step = 1; step < days.length; step++) {
      const between = closings.filter(
        (one) => one.days > Number(days[step - 1]) && one.days <= Number(days[step]),
      );
      expect(between.length).toBeGreaterThanOrEqual(settings.smallCount);
      expect(open[step]).toBeLessThan(Number(open[step - 1]));
    }
    expect(sheet.charts.map(({ kind }) => kind)).toEqual(['km']);
  });

  it('gives the share in target where a target is set, and says where none is', async () => {
    const sheet = sheetOf(pack.model, 'Timeliness');
    expect(Number(columnOf(sheet, 'Closed within 90 days (per cent)').at(-1))).toBeGreaterThan(10);
    expect(Number(columnOf(sheet, 'Acknowledged within 5 days (per cent)').at(-1))).toBeGreaterThan(10);
    const { model } = await build(full, 'public', { closeDays: null, acknowledgeDays: null });
    const without = sheetOf(model, 'Timeliness');
    expect(without.table.columns.some(({ header }) => header.includes('within'))).toBe(false);
    expect(without.lines.join(' ')).toContain('No local target is set for: acknowledged, closed.');
  });

  it('sets the two sides of the survey mirror beside one another, with a gap only where both are shown', () => {
    const sheet = sheetOf(pack.model, 'Culture_mirror');
    const [officers, councillors, gap] = [
      'Officers favourable (per cent)',
      'Councillors favourable (per cent)',
      'Gap (percentage points)',
    ].map((header) => columnOf(sheet, header));
    const shown = gap?.flatMap((cell, row) => (typeof cell === 'number' ? [row] : [])) ?? [];
    expect(shown.length).toBeGreaterThan(10);
    for (const row of shown)
      expect(gap?.[row]).toBeCloseTo(Number(officers?.[row]) - Number(councillors?.[row]), 6);
    expect(columnOf(sheet, 'What it says')).toContain('Asked on different scales: not compared');
  });

  it('tells of speaking up reading by reading, and what nothing measures', () => {
    const sheet = sheetOf(pack.model, 'Speak_up');
    expect(new Set(columnOf(sheet, 'Reading')).size).toBeGreaterThanOrEqual(4);
    const rows = sheet.table.rows.filter((row) => String(row[2]).startsWith('Not measured: '));
    expect(rows.map((row) => row[4])).toEqual([unknown]);
  });

  it('has nil returns beside positive examples, and the returns add up', () => {
    const sheet = sheetOf(pack.model, 'Positive_returns');
    for (const header of [
      'Quarters with examples',
      'Quarters with a nil return',
      'Quarters with nothing returned',
    ]) {
      const cells = columnOf(sheet, header).map(Number);
      expect(cells.slice(0, -1).reduce((sum, value) => sum + value, 0)).toBe(cells.at(-1));
    }
    expect(columnOf(sheet, 'Quarters with a nil return').at(-1)).toBe(1);
    expect(columnOf(sheetOf(pack.model, 'Positive_examples'), 'Examples').at(-1)).toBe(15);
  });

  it('hides of a lesson from an incident what would point at the case', () => {
    const { rows } = sheetOf(pack.model, 'Lessons').table;
    const own = rows.filter((row) => row[1] === 'Incident');
    expect(own.length).toBeGreaterThan(1);
    expect(own.every((row) => JSON.stringify(row[2]) === JSON.stringify(hidden))).toBe(true);
    expect(rows.some((row) => row[1] !== 'Incident' && typeof row[2] === 'string')).toBe(true);
  });

  it('sets evidence for and against each behaviour side by side, without a total', () => {
    const { rows } = sheetOf(pack.model, 'Behaviours_balance').table;
    expect(rows.map(([name]) => name)).toHaveLength(7);
    expect(rows.map(([name]) => name)).not.toContain('Total');
  });

  it('says before and after adoption what each series bears, and draws those that bear a model', async () => {
    const sheet = sheetOf(pack.model, 'Adoption');
    const drawn = sheet.table.rows.filter((row) => row.at(-1) !== 'Not drawn');
    expect(drawn.length).toBeGreaterThan(0);
    expect(sheetOf(pack.model, 'Adoption_incidents').charts.map(({ kind }) => kind)).toEqual(['its']);
    expect(JSON.stringify(sheet.table.rows)).not.toMatch(/caused|proves|effect of the Protocol/);
    const { model } = await build(full, 'public', { adoptionDate: null });
    const refused = columnOf(sheetOf(model, 'Adoption'), 'What can be said');
    expect(refused.every((cell) => String(cell).startsWith('The adoption date is not set'))).toBe(true);
    expect(model.sheets.some(({ name }) => name.startsWith('Adoption_'))).toBe(false);
  });

  it('says who would supply what nothing supplies, and keeps the columns', () => {
    for (const name of ['Gifts_and_hospitality', 'Reform_readiness', 'Pattern_rule']) {
      const sheet = sheetOf(pack.model, name);
      expect(sheet.table.rows).toEqual([]);
      expect(sheet.table.columns.length).toBeGreaterThan(3);
      expect(sheet.missing).toMatch(/would supply|Monitoring Officer/);
    }
    const practices = sheetOf(pack.model, 'CSPL_best_practice');
    expect(columnOf(practices, 'Status')).toEqual(Array(15).fill(unknown));
    const contents = sheetOf(pack.model, 'Contents').table.rows;
    expect(contents.find((row) => JSON.stringify(row[0]).includes('CSPL'))?.at(-1)).toBe('No');
  });
});

describe('other periods and profiles', () => {
  it.each([
    ['2024-11', 'committee'],
    ['2023-04-01..2025-03-31', 'committee'],
    ['2022/23 municipal year', 'published'],
  ] as const)('describes %s, %s, without a broken rule', async (period, profile) => {
    expect(errors(await build(full, 'exempt', {}, period, profile))).toEqual([]);
  });
});

describe('the count of the cumulative rule', () => {
  const told = async (shown: string) => {
    const facts = await realFacts(empty.store, settings);
    const released = {
      shown,
      interventions: 3,
      months: 12,
      publishedAt: '2024-05-01T10:00:00Z',
      publishedBy: 'somebody',
    };
    const records = { ...facts.records, patternCount: async () => released };
    const { model } = await describePack(
      { edition: 'standards', period: '2023/24', profile: 'published' },
      { ...facts, records },
    );
    return sheetOf(model, 'Pattern_rule');
  };

  it('is the one that was released, by a role', async () => {
    const sheet = await told('7');
    expect(sheet.table.rows).toEqual([
      ['3 informal interventions or more in 12 months', 7, { date: '2024-05-01' }, 'Monitoring Officer'],
    ]);
    expect(JSON.stringify(sheet)).not.toContain('somebody');
  });

  it('is never a small one', async () => {
    expect((await told('1 to 4: not shown')).table.rows[0]?.[1]).toEqual(hidden);
  });
});

it('of an empty workspace has the same sheets, each saying what would fill it', async () => {
  const described = await build(empty, 'exempt');
  expect(errors(described)).toEqual([]);
  const wanted = editions.find(({ id }) => id === 'standards')?.sheets ?? [];
  expect(described.model.sheets.map(({ name }) => name)).toEqual(wanted.filter(always));
  const silent = described.model.sheets.filter(
    ({ kind, table, missing }) => kind === 'data' && table.rows.length === 0 && (missing ?? '').length < 40,
  );
  expect(silent.map(({ name }) => name)).toEqual([]);
  expect(sheetOf(described.model, 'Positive_examples').missing).toContain('Section VI of the Protocol');
  expect(sheetOf(described.model, 'Time_to_close').missing).toMatch(/^Fewer than 15 cases are closed/);
});

it('of a workspace with surveys only is whole, too', async () => {
  const surveys = await testWorkspace();
  const sample = new URL('../../../resources/samples/aldermere/', import.meta.url).pathname;
  await surveys.import(join(sample, 'staff-survey-2024-02.csv'), {
    kind: 'survey-response',
    instrument: 'Staff survey',
    wave: '2024-02-05',
  });
  try {
    const described = await build(surveys, 'exempt');
    expect(errors(described)).toEqual([]);
    expect(sheetOf(described.model, 'Culture_mirror').missing).toContain('no survey of councillors');
    expect(sheetOf(described.model, 'Case_log').missing).toContain('holds no case');
  } finally {
    await surveys.close();
  }
});
