// The exempt twins: single cases while the key is open, the log of what is hidden, and nothing of either in public.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wordlessRef } from '#core/governance/wordless-ref.ts';
import { type DescribedPack, describePack } from '#core/packs/describe.ts';
import { isShorthand } from '#core/packs/model.ts';
import { released } from '#core/packs/released.ts';
import { validateWorkbook } from '#core/packs/validate.ts';
import { writeWorkbook } from '#core/packs/write-workbook.ts';
import { defaultSettings } from '#shared/schemas/workspace.ts';
import { type TestWorkspace, testWorkspace } from '../../config/workspace.ts';
import { columnOf, realFacts, sheetOf } from './real-facts.ts';
import { importSample } from './sample-council.ts';

const settings = { ...defaultSettings('Aldermere City Council'), adoptionDate: '2023-09-12', closeDays: 90 };
const folder = mkdtempSync(join(tmpdir(), 'candour-exempt-'));
const hasOpenpyxl = spawnSync('/usr/bin/python3', ['-c', 'import openpyxl']).status === 0;

let full: TestWorkspace;
let pack: DescribedPack;

const build = async (unlocked: boolean, edition = 'standards', period = '2024/25') =>
  describePack(
    { edition, period, profile: 'committee', circulation: 'exempt' },
    await realFacts(full.store, settings, { unlocked }),
  );

beforeAll(async () => {
  full = await testWorkspace();
  await importSample(full);
  pack = await build(true);
});

afterAll(async () => {
  await full.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('single cases', () => {
  it('are those received or closed in the period or open still, with roles and no pseudonym', async () => {
    const [row] = await full.store.all<{ n: number }>(
      `select count(*)::integer as n from mart.incident_case where received_date <= '2025-03-31' and
       (received_date >= '2024-04-01' or closed_date between '2024-04-01' and '2025-03-31' or status = 'open')`,
      {},
    );
    const sheet = sheetOf(pack.model, 'Case_log');
    expect(row?.n).toBeGreaterThan(50);
    expect(sheet.table.rows).toHaveLength(row?.n ?? -1);
    const people = await full.store.all<{ who: string }>(
      'select distinct unnest([subject, reporter]) as who from clean.incident where coalesce(subject, reporter) is not null',
      {},
    );
    const text = JSON.stringify(pack.model);
    expect(people.length).toBeGreaterThan(20);
    expect(people.filter(({ who }) => who !== null && text.includes(who))).toEqual([]);
  });

  it('are never those that went to safeguarding', async () => {
    const [matter] = await full.store.all<{ ref: string }>(
      'select case_ref as ref from clean.incident where safeguarding limit 1',
      {},
    );
    expect(matter?.ref).toBe('MOP/2024/900');
    expect(JSON.stringify(pack.model)).not.toContain('MOP/2024/900');
  });

  it('are due so many days after receipt while they are open, and only then', () => {
    const sheet = sheetOf(pack.model, 'Case_log');
    const [status, received, due] = ['Status', 'Received', 'Due'].map((header) => columnOf(sheet, header));
    const open = status?.flatMap((state, row) => (state === 'Open' ? [row] : [])) ?? [];
    expect(open.length).toBeGreaterThan(2);
    const days = (cell: unknown) => Date.parse((cell as { date: string }).date) / 86_400_000;
    for (const row of open)
      if (!isShorthand(received?.[row])) expect(days(due?.[row]) - days(received?.[row])).toBe(90);
    const closed = due?.filter((_, row) => status?.[row] === 'Closed') ?? [];
    expect(closed.every((cell) => JSON.stringify(cell) === '{"symbol":"z"}')).toBe(true);
  });

  it('stand on no sheet while the officer’s key is locked, and the sheet says so', async () => {
    const { model } = await build(false);
    expect(validateWorkbook(model).filter(({ severity }) => severity === 'E')).toEqual([]);
    for (const name of ['Case_log', 'Investigations', 'Sanctions_by_case']) {
      const sheet = sheetOf(model, name);
      expect(sheet.table.rows).toEqual([]);
      expect(sheet.missing).toContain('key was locked');
    }
    expect(JSON.stringify(model)).not.toContain('CC/2024/');
  });

  it('are called by their place where a reference may hold a name', () => {
    expect(wordlessRef('MOP/2024/12')).toBe('MOP/2024/12');
    expect(wordlessRef('CC-17b')).toBe('CC-17b');
    expect(wordlessRef('Smith v Jones')).toBeNull();
    expect(wordlessRef('Li 2024')).toBe('Li 2024');
    expect(wordlessRef('2024 Ann')).toBeNull();
    expect(wordlessRef('SMITH/1')).toBeNull();
  });
});

const hiddenCells = ({ model }: DescribedPack): number =>
  model.sheets
    .flatMap(({ table }) => table.rows.flat())
    .filter((cell) => isShorthand(cell) && cell.symbol === 'c').length;

const readCells = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
log = book['Disclosure_log']
found = []
for row in log.iter_rows(values_only=True):
    if row[0] in book.sheetnames and row[1]:
        found.append(book[row[0]][row[1]].value)
print(json.dumps(found))
`;

describe('the log of what is hidden', () => {
  it('has a row for each hidden cell, with a reason and a rule, and never says which is the small one', () => {
    const sheet = sheetOf(pack.model, 'Disclosure_log');
    expect(sheet.table.rows).toHaveLength(hiddenCells(pack));
    expect(hiddenCells(pack)).toBeGreaterThan(50);
    expect(new Set(columnOf(sheet, 'Rule id'))).toEqual(new Set(['P01, P03, P04', 'P02, P03, P04', 'P07']));
    const ofFigures = sheet.table.rows.filter((row) => row[5] !== 'P07');
    expect(new Set(ofFigures.map((row) => row[4]))).toEqual(new Set(['Not told apart']));
  });

  it.skipIf(!hasOpenpyxl).each(['a draft', 'a release'] as const)(
    hasOpenpyxl
      ? 'gives addresses of the file that is written, of %s'
      : '%s: skipped, because python3-openpyxl is not installed',
    async (standing) => {
      const wanted = standing === 'a draft' ? pack : released(pack, 1, '2025-06-03T10:00:00Z');
      const file = join(folder, 'exempt.xlsx');
      writeFileSync(file, await writeWorkbook(wanted.model));
      const found: unknown[] = JSON.parse(
        execFileSync('/usr/bin/python3', ['-c', readCells, file], { encoding: 'utf8' }),
      );
      expect(found).toHaveLength(hiddenCells(pack));
      expect(new Set(found)).toEqual(new Set(['[c]']));
    },
  );

  it('says of a pack that hides nothing that it hides nothing', async () => {
    const empty = await testWorkspace();
    try {
      const { model } = await describePack(
        { edition: 'audit', period: '2024/25', profile: 'committee', circulation: 'exempt' },
        await realFacts(empty.store, settings),
      );
      expect(sheetOf(model, 'Disclosure_log').table.rows[0]?.[0]).toBe('No cell of this pack is hidden');
    } finally {
      await empty.close();
    }
  });
});

it('leaves nothing of itself in the public twin', async () => {
  const { model } = await describePack(
    { edition: 'standards', period: '2024/25', profile: 'published', circulation: 'public' },
    {
      ...(await realFacts(full.store, settings)),
      exempt: () => expect.fail('a public pack asked for cases'),
    },
  );
  const names = model.sheets.map(({ name }) => name);
  expect(names).not.toContain('Case_log');
  expect(names).not.toContain('Disclosure_log');
  const refs = new Set(columnOf(sheetOf(pack.model, 'Case_log'), 'Ref').map(String));
  const text = JSON.stringify(model);
  expect([...refs].filter((ref) => text.includes(ref))).toEqual([]);
});
