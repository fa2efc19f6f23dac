// The Standards pack from a real store: the bundled sample council imported, read through the gate, written.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DescribedPack, describePack } from '#core/packs/describe.ts';
import { validateWorkbook } from '#core/packs/validate.ts';
import { writeWorkbook } from '#core/packs/write-workbook.ts';
import { defaultSettings } from '#shared/schemas/workspace.ts';
import { type TestWorkspace, testWorkspace } from '../../config/workspace.ts';
import { realFacts, sheetOf } from './real-facts.ts';

/** What this workspace has no file for, and what nothing imports. */
const notLoaded = [
  'Positive_examples',
  'Positive_returns',
  'Lessons',
  'Culture_mirror',
  'Pattern_rule',
  'Interests_and_training',
  'Gifts_and_hospitality',
  'CSPL_best_practice',
  'Reform_readiness',
];

const sample = new URL('../../../resources/samples/aldermere/', import.meta.url).pathname;
const settings = { ...defaultSettings('Aldermere City Council'), adoptionDate: '2023-09-12' };
const folder = mkdtempSync(join(tmpdir(), 'candour-sheets-'));
const hasOpenpyxl = spawnSync('/usr/bin/python3', ['-c', 'import openpyxl']).status === 0;
const hasOffice = spawnSync('soffice', ['--version']).status === 0;

let surveysOnly: TestWorkspace;
let full: TestWorkspace;

const importSurveys = async (workspace: TestWorkspace): Promise<void> => {
  for (const wave of ['2023-06-12', '2024-02-05']) {
    await workspace.import(join(sample, `staff-survey-${wave.slice(0, 7)}.csv`), {
      kind: 'survey-response',
      instrument: 'Staff survey',
      wave,
    });
  }
};

beforeAll(async () => {
  surveysOnly = await testWorkspace();
  await importSurveys(surveysOnly);
  full = await testWorkspace();
  await importSurveys(full);
  const files = [
    'conduct-complaints-register.csv',
    'protocol-incident-log.xlsx',
    'absence-itrent-2019-2022.csv',
    'absence-oracle-2022-2025.csv',
    'leavers-and-joiners.csv',
    'workforce-quarter-totals.csv',
    'workforce-31-march.csv',
    'events.csv',
  ];
  for (const file of files) await full.import(join(sample, file));
}, 60_000);

afterAll(async () => {
  await surveysOnly.close();
  await full.close();
  rmSync(folder, { recursive: true, force: true });
});

const pack = async (
  { store }: TestWorkspace,
  profile: 'published' | 'committee',
  period = '2023/24',
): Promise<DescribedPack> =>
  describePack({ edition: 'standards', period, profile }, await realFacts(store, settings));

describe.each(['published', 'committee'] as const)('%s', (profile) => {
  it('describes a full workspace without a broken rule and with at least three charts', async () => {
    const { model } = await pack(full, profile);
    expect(validateWorkbook(model).filter(({ severity }) => severity === 'E')).toEqual([]);
    const charts = model.sheets.flatMap((sheet) => (sheet.missing === undefined ? sheet.charts : []));
    expect(charts.length).toBeGreaterThanOrEqual(3);
    const missing = model.sheets.filter((sheet) => sheet.missing !== undefined);
    expect(missing.map(({ name }) => name)).toEqual(notLoaded);
  });

  it('describes a workspace with surveys only', async () => {
    const { model } = await pack(surveysOnly, profile);
    expect(validateWorkbook(model).filter(({ severity }) => severity === 'E')).toEqual([]);
    expect(sheetOf(model, 'Culture_survey').table.rows.length).toBeGreaterThan(20);
    expect(sheetOf(model, 'By_outcome').missing).toMatch(/^No incident or complaint log has been loaded/);
  });
});

it.each(['2024-25 Q2', '2024', '2021-11', '2019-04-01..2025-03-31', '2022/23 municipal year', '1999/00'])(
  'describes the period %s',
  async (period) => {
    const { model } = await pack(full, 'committee', period);
    expect(validateWorkbook(model).filter(({ severity }) => severity === 'E')).toEqual([]);
  },
);

it('shows the numbers of the gate and no others', async () => {
  const { model } = await pack(full, 'committee');
  const [{ count } = { count: -1 }] = await full.store.all<{ count: number }>(
    `select count(distinct case_ref)::int as count from mart.incident_case
     where received_date between '2023-04-01' and '2024-03-31'
       and coalesce(received_precision not in ('year', 'unknown'), false)`,
    {},
  );
  const total = sheetOf(model, 'By_outcome').table.rows.at(-1);
  expect(count).toBeGreaterThan(50);
  expect(total?.slice(0, 2)).toEqual(['Total cases', count]);
  const outcomes = sheetOf(model, 'By_outcome').table.rows.slice(0, -1);
  for (const row of outcomes) {
    for (const cell of row) if (typeof cell === 'number') expect(cell === 0 || cell >= 5).toBe(true);
  }
  const method = sheetOf(model, 'Method_and_quality').table.rows;
  expect(method).toHaveLength(10);
  for (const [, , , read, used, rejected] of method) expect(Number(used) + Number(rejected)).toBe(read);
});

it('says for a period without data that what is loaded holds nothing for it', async () => {
  const { model } = await pack(full, 'committee', '1999/00');
  expect(sheetOf(model, 'By_outcome').missing).toContain(
    'holds nothing that can be set out here for 1999/00',
  );
});

const read = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
print(json.dumps([[s.title, list(s.tables), len(s._charts), [[str(v) for v in r if v is not None] for r in s.iter_rows(values_only=True)]] for s in book]))
`;

it.skipIf(!hasOpenpyxl)(
  hasOpenpyxl
    ? 'writes a file whose tables, charts and values openpyxl reads back'
    : 'openpyxl: skipped, because python3-openpyxl is not installed',
  async () => {
    const { model } = await pack(full, 'committee');
    const file = join(folder, 'pack.xlsx');
    writeFileSync(file, await writeWorkbook(model));
    type Seen = [name: string, tables: string[], charts: number, rows: string[][]];
    const seen: Seen[] = JSON.parse(
      execFileSync('/usr/bin/python3', ['-c', read, file], { encoding: 'utf8', maxBuffer: 1e8 }),
    );
    expect(seen.map(([name]) => name)).toEqual(model.sheets.map(({ name }) => name));
    for (const [name, tables, charts, rows] of seen) {
      const sheet = sheetOf(model, name);
      expect(tables).toEqual([sheet.table.name]);
      expect(charts, name).toBe(sheet.charts.length);
      expect(rows.some((row) => row[0] === sheet.title)).toBe(true);
      expect(rows.filter((row) => row.length > 0).length).toBeGreaterThan(sheet.table.rows.length);
    }
    const outcome = seen.find(([name]) => name === 'By_outcome');
    const total = sheetOf(model, 'By_outcome').table.rows.at(-1)?.[1];
    expect(outcome?.[3].find(([label]) => label === 'Total cases')?.[1]).toBe(String(total));
  },
);

it.skipIf(!hasOffice)(
  hasOffice ? 'opens in LibreOffice and prints' : 'LibreOffice: skipped, because soffice is not installed',
  async () => {
    const file = join(folder, 'print.xlsx');
    writeFileSync(file, await writeWorkbook((await pack(full, 'published')).model));
    const profile = `-env:UserInstallation=file://${join(folder, 'office')}`;
    execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, file], {
      stdio: 'pipe',
    });
    const head = execFileSync('head', ['-c', '5', join(folder, 'print.pdf')], { encoding: 'utf8' });
    expect(head).toBe('%PDF-');
  },
  120_000,
);
