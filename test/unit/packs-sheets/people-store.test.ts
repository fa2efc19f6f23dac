// The People Services pack and the two briefs from a real store: the bundled sample council, whole and in parts.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readCommonIssues, readFigure } from '#core/figures/index.ts';
import { actionList } from '#core/governance/actions.ts';
import { mechanismList } from '#core/governance/mechanisms.ts';
import { importList } from '#core/importers/history.ts';
import { type DescribedPack, describePack } from '#core/packs/describe.ts';
import type { Cell, SheetModel, WorkbookModel } from '#core/packs/model.ts';
import { validateWorkbook } from '#core/packs/validate.ts';
import { writeWorkbook } from '#core/packs/write-workbook.ts';
import { defaultFront } from '#shared/schemas/pack.ts';
import { defaultSettings } from '#shared/schemas/workspace.ts';
import { type TestWorkspace, testWorkspace } from '../../config/workspace.ts';
import { lockedRecords, noRecords } from './figures.ts';

// Nothing is solved before the first pack asks for it.
vi.setConfig({ testTimeout: 240_000 });

const sample = new URL('../../../resources/samples/aldermere/', import.meta.url).pathname;
const settings = { ...defaultSettings('Aldermere City Council'), adoptionDate: '2023-09-12' };
const folder = mkdtempSync(join(tmpdir(), 'candour-people-'));
const hasOpenpyxl = spawnSync('/usr/bin/python3', ['-c', 'import openpyxl']).status === 0;

interface SampleFile {
  readonly file: string;
  readonly kind: string;
  readonly instrument?: string;
  readonly wave?: string;
  readonly mapping?: object;
}

const files = (JSON.parse(readFileSync(join(sample, 'manifest.json'), 'utf8')) as { files: SampleFile[] })
  .files;

/** Surveys of long ago only take time. */
const recent = ({ wave }: SampleFile): boolean => wave === undefined || wave >= '2023';

async function fill(workspace: TestWorkspace, wanted: (file: SampleFile) => boolean): Promise<void> {
  for (const { file, kind, instrument, wave, mapping } of files.filter(recent).filter(wanted)) {
    await workspace.import(join(sample, file), {
      kind,
      ...(instrument === undefined ? {} : { instrument }),
      ...(wave === undefined ? {} : { wave }),
      ...(mapping === undefined ? {} : { mapping }),
    });
  }
}

const spaces: Record<'full' | 'staff' | 'cases', TestWorkspace | undefined> = {
  full: undefined,
  staff: undefined,
  cases: undefined,
};

beforeAll(async () => {
  spaces.full = await testWorkspace();
  await fill(spaces.full, () => true);
  spaces.staff = await testWorkspace();
  await fill(spaces.staff, ({ kind }) => ['leaver', 'absence-spell'].includes(kind));
  spaces.cases = await testWorkspace();
  await fill(spaces.cases, ({ kind }) => ['incident', 'action'].includes(kind));
}, 240_000);

afterAll(async () => {
  for (const workspace of Object.values(spaces)) await workspace?.close();
  rmSync(folder, { recursive: true, force: true });
});

const pack = async (
  { store }: Pick<TestWorkspace, 'store'>,
  edition: string,
  { profile = 'committee', circulation = 'public', period = '2024/25' } = {},
): Promise<DescribedPack> =>
  describePack(
    {
      edition,
      period,
      profile: profile === 'published' ? 'published' : 'committee',
      circulation: circulation === 'exempt' ? 'exempt' : 'public',
    },
    {
      settings,
      imports: await importList(store),
      front: defaultFront,
      asAt: '2025-06-02T09:30:00Z',
      issue: 1,
      releasedAt: null,
      replaces: null,
      records: {
        ...noRecords,
        mechanisms: () => mechanismList(store, '2025-06-02'),
        actions: (to) => actionList(store, to),
        commonIssues: (dates) => readCommonIssues(store, dates, settings),
      },
      exempt: () => lockedRecords,
      ask: (request) => readFigure(store, request, settings),
      progress: () => {},
    },
  );

const workspaceOf = (name: keyof typeof spaces): TestWorkspace => {
  const found = spaces[name];
  if (found === undefined) throw new Error(`no workspace ${name}`);
  return found;
};

const sheetOf = (model: WorkbookModel, name: string): SheetModel => {
  const found = model.sheets.find((sheet) => sheet.name === name);
  if (found === undefined) throw new Error(`no sheet ${name}`);
  return found;
};

const columnOf = (sheet: SheetModel, header: string): (Cell | undefined)[] => {
  const index = sheet.table.columns.findIndex((column) => column.header === header);
  expect(index, `${sheet.name}: ${header}`).toBeGreaterThanOrEqual(0);
  return sheet.table.rows.map((row) => row[index]);
};

const errors = (model: WorkbookModel) => validateWorkbook(model).filter(({ severity }) => severity === 'E');

const editions = ['people', 'portfolio-holder', 'whips'] as const;

describe.each(editions)('the edition %s', (edition) => {
  it.each(['published', 'committee'])(
    'breaks no rule with all that the sample holds, %s',
    async (profile) => {
      const { model } = await pack(workspaceOf('full'), edition, { profile });
      expect(errors(model)).toEqual([]);
      const lacking = model.sheets.filter(({ missing }) => missing !== undefined).map(({ name }) => name);
      expect(lacking).toEqual(
        { people: ['Transparency_lines'], 'portfolio-holder': ['Standards_asks'], whips: [] }[edition],
      );
    },
  );

  it.each(['staff', 'cases'] as const)('breaks no rule with %s only', async (name) => {
    const { model } = await pack(workspaceOf(name), edition);
    expect(errors(model)).toEqual([]);
    expect(model.sheets.some(({ missing }) => missing !== undefined)).toBe(true);
  });

  it.each(['2024-25 Q2', '2024', '2021-11', '2019-04-01..2025-03-30', '2022/23 municipal year', '1999/00'])(
    'describes the period %s',
    async (period) => {
      const { model } = await pack(workspaceOf('full'), edition, { period });
      expect(errors(model)).toEqual([]);
    },
  );
});

describe('the People Services pack', () => {
  it('has an exempt twin without a broken rule', async () => {
    for (const profile of ['published', 'committee']) {
      const { model } = await pack(workspaceOf('full'), 'people', { circulation: 'exempt', profile });
      expect(errors(model)).toEqual([]);
      expect(model.sheets.map(({ name }) => name)).toContain('Disclosure_log');
    }
  });

  it('shows the numbers of the gate: days, FTE and rate of each directorate agree', async () => {
    const sheet = sheetOf((await pack(workspaceOf('full'), 'people')).model, 'Sickness');
    const [fte, days, rate] = ['Average FTE', 'FTE days lost', 'Days per FTE'].map((header) =>
      columnOf(sheet, header),
    );
    expect(sheet.table.rows.length).toBeGreaterThan(5);
    for (const [index, value] of (rate ?? []).entries()) {
      if (typeof value !== 'number') continue;
      expect(Number(days?.[index]) / Number(fte?.[index])).toBeCloseTo(value, 6);
    }
    const { model } = await pack(workspaceOf('full'), 'people');
    const headcount = columnOf(sheetOf(model, 'Workforce'), 'Headcount').at(-1);
    expect(columnOf(sheetOf(model, 'Headlines'), 'Latest')[0]).toBe(headcount);
  });

  it('shows no count of 1 to 4 of people or cases by group', async () => {
    const { model } = await pack(workspaceOf('full'), 'people');
    const counts: readonly [string, string][] = [
      ['Turnover', 'Leavers'],
      ['Turnover', 'Voluntary leavers'],
      ['Leaving_reasons', 'Leavers'],
      ['Incidents', 'Cases'],
      ['Casework', 'Resolved so far: advice'],
    ];
    for (const [name, header] of counts) {
      for (const cell of columnOf(sheetOf(model, name), header))
        if (typeof cell === 'number')
          expect(cell === 0 || cell >= 5, `${name}, ${header}: ${cell}`).toBe(true);
    }
  });

  it('tells signals in words alone, Homes and Tenancies among directorates by name', async () => {
    const sheet = sheetOf((await pack(workspaceOf('full'), 'people')).model, 'Signals');
    const names = columnOf(sheet, 'Directorate').map(String);
    expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'en-GB')));
    for (const header of ['Survey', 'Incidents', 'Sickness', 'Turnover'])
      for (const cell of columnOf(sheet, header))
        if (typeof cell === 'string') expect(['Better', 'Same', 'Worse', 'Higher', 'Lower']).toContain(cell);
  });
});

describe('the brief for Whips and independents', () => {
  it('names no party, no directorate, no role and no case of the sample anywhere', async () => {
    const { store } = workspaceOf('full');
    const all = await store.all<{ word: string }>(
      `select distinct party as word from clean.councillor_term where party is not null
       union select distinct directorate from clean.workforce_snapshot where directorate is not null
       union select distinct case_ref from clean.incident where case_ref is not null
       union select distinct subject_role from clean.incident where subject_role like '% %'`,
      {},
    );
    expect(all.length).toBeGreaterThan(100);
    const toldBy = async (edition: string): Promise<string[]> => {
      const { model, figures, traces } = await pack({ store }, edition);
      const text = JSON.stringify([model, traces, figures.map(({ points, reading }) => [points, reading])]);
      return all.flatMap(({ word }) => {
        const whole = new RegExp(`(?<![\\w/])${word.replace(/[^\w ]/g, '\\$&')}(?![\\w/])`);
        return whole.test(text) ? [word] : [];
      });
    };
    expect(await toldBy('people')).toContain('Homes and Tenancies');
    expect(await toldBy('whips')).toEqual([]);
  });

  it('orders kinds of issue as their numbers do, and shows no number of them', async () => {
    const { store } = workspaceOf('full');
    const found = await readCommonIssues(store, { from: '2024-04-01', to: '2025-03-31' }, settings);
    expect(found.map(({ scheme }) => scheme)).toEqual(['Member Code of Conduct', 'Member-Officer Protocol']);
    for (const { scheme, issues } of found) {
      const { points } = await readFigure(
        store,
        {
          metric: 'incidents',
          grain: 'all',
          from: '2024-04-01',
          to: '2025-03-31',
          split: 'category',
          filters: { scheme },
        },
        settings,
      );
      const values = issues.map((issue) => points.find(({ group }) => group === issue)?.value ?? 0);
      expect(values).toEqual([...values].sort((a, b) => b - a));
      expect(Math.min(...values)).toBeGreaterThanOrEqual(5);
      expect(JSON.stringify(found)).not.toMatch(/:\s*\d/);
    }
  });
});

const read = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
print(json.dumps([[s.title, list(s.tables), len(s._charts)] for s in book]))
`;

it.skipIf(!hasOpenpyxl)(
  hasOpenpyxl
    ? 'writes files whose sheets, tables and charts openpyxl reads back'
    : 'openpyxl: skipped, because python3-openpyxl is not installed',
  async () => {
    for (const edition of editions) {
      const { model } = await pack(workspaceOf('full'), edition);
      const file = join(folder, `${edition}.xlsx`);
      writeFileSync(file, await writeWorkbook(model));
      const seen: unknown = JSON.parse(
        execFileSync('/usr/bin/python3', ['-c', read, file], { encoding: 'utf8' }),
      );
      expect(seen).toEqual(
        model.sheets.map(({ name, table, charts }) => [name, [table.name], charts.length]),
      );
    }
  },
);
