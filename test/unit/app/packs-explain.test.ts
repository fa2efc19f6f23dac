// What stands behind a pack, through the real application: the manifest agrees with the workbook cell for cell, each
// sort of cell is explained, rows are for the officer alone, and two packs are set against each other.
import { execFileSync, spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Output } from '#shared/contract.ts';
import type { ManifestCell, PackManifest } from '#shared/schemas/manifest.ts';
import { defaultFront } from '#shared/schemas/pack.ts';
import { cases, type PackCouncil, packCouncil, passphrase } from '../../config/pack-council.ts';

const request = { edition: 'standards', period: '2024/25' } as const;
const python = '/usr/bin/python3';
const hasOpenpyxl = spawnSync(python, ['-c', 'import openpyxl']).status === 0;

/** Every cell of a workbook as openpyxl reads it, by sheet and address. */
const readCells = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
cells = {}
for sheet in book:
    for row in sheet.iter_rows():
        for cell in row:
            value = cell.value
            if value is None: continue
            if hasattr(value, 'isoformat'): value = value.isoformat()[:10]
            cells[sheet.title + '!' + cell.coordinate] = value
print(json.dumps(cells))
`;

let test: PackCouncil;
let pack: Output<'pack.build'>;
let manifest: PackManifest;
beforeAll(async () => {
  test = await packCouncil();
  pack = await test.call('pack.build', request);
  manifest = await test.call('pack.manifest', pack);
});
afterAll(() => test.close());

const found = (what: (cell: ManifestCell) => boolean): ManifestCell => {
  const cell = manifest.cells.find(what);
  if (cell === undefined) throw new Error('no such cell');
  return cell;
};
const placed = ({ sheet, cell }: ManifestCell) => ({ of: { pack: pack.pack }, sheet, cell });
const respect = () =>
  found(({ sheet, row, column }) => sheet === 'By_allegation' && row === 'Respect' && column === 'Cases');
const interests = () =>
  found(({ sheet, row, column }) => sheet === 'By_allegation' && row === 'Interests' && column === 'Cases');
const pathOf = async (id: string): Promise<string> => {
  const reply = await test.app.release(id);
  if (!reply.ok) throw new Error(reply.error.code);
  return reply.value.path;
};

describe('the manifest', () => {
  it.skipIf(!hasOpenpyxl)(
    'says of every cell what openpyxl reads in the workbook, and of no other',
    async () => {
      const path = await pathOf(pack.pack);
      const seen: Record<string, unknown> = JSON.parse(
        execFileSync(python, ['-c', readCells, path], { encoding: 'utf8', maxBuffer: 2 ** 28 }),
      );
      const told: Record<string, unknown> = {};
      for (const { sheet, cell, value } of manifest.cells)
        if (value !== null) told[`${sheet}!${cell}`] = value;
      for (const { name, lines, headerRow, columns } of manifest.sheets) {
        lines.forEach((line, index) => {
          told[`${name}!A${index + 1}`] = line;
        });
        columns.forEach(({ header }, index) => {
          told[`${name}!${String.fromCharCode(65 + index)}${headerRow}`] = header;
        });
      }
      expect(told).toEqual(seen);
      expect(Object.keys(told).length).toBeGreaterThan(300);
    },
  );

  it('lies beside the workbook whose hash it names, with the imports that the figures were read from', async () => {
    expect(manifest.pack).toMatchObject({
      sha256: pack.sha256,
      state: pack.state,
      edition: 'standards',
      issue: 1,
    });
    expect(manifest.imports).toMatchObject([{ file: 'log.csv', rows: 84, rejected: 0 }]);
    const known = new Set(manifest.figures.map(({ id }) => id));
    const shown = new Set(manifest.cells.flatMap(({ of }) => of.map(({ figure }) => figure)));
    expect([...shown].sort()).toEqual([...known].sort());
    const saved = await test.call('pack.saveManifest', { pack: pack.pack });
    expect(saved).toMatchObject({ fileName: pack.fileName.replace('.xlsx', '.manifest.json') });
    expect(JSON.parse(await readFile(await pathOf(saved.file), 'utf8'))).toEqual(manifest);
  });
});

describe('the manifest of the public twin', () => {
  it('holds no word of the single cases that the exempt one tells of', async () => {
    await test.call('officer.unlock', { passphrase });
    const exempt = await test.call('pack.build', { ...request, circulation: 'exempt' });
    await test.call('officer.lock', {});
    const inPrivate = await test.call('pack.manifest', { pack: exempt.pack });
    const sheets = new Set(manifest.sheets.map(({ name }) => name));
    const apart = inPrivate.cells.filter(({ sheet }) => !sheets.has(sheet)).map(({ value }) => String(value));
    const refs = new Set(apart.filter((value) => /^C\d{5}$/.test(value)));
    const names = inPrivate.sheets.map(({ name }) => name).filter((name) => !sheets.has(name));
    expect([refs.size > 10, names.length > 2]).toEqual([true, true]);
    const text = JSON.stringify(manifest);
    expect([...refs, ...names].filter((word) => text.includes(word))).toEqual([]);
  });
});

describe('a cell explained', () => {
  it('tells of a number all that it rests on', async () => {
    const told = await test.call('pack.explain', placed(respect()));
    expect(told).toMatchObject({
      kind: 'number',
      shown: '17',
      row: 'Respect',
      column: 'Cases',
      standing: 'draft',
    });
    expect(told.sources).toHaveLength(1);
    expect(told.sources[0]).toMatchObject({
      metric: 'incidents',
      unit: 'cases',
      period: '2024/25',
      group: 'Respect',
      split: 'category',
      shown: '17',
      suppressed: null,
      hiddenFor: null,
      imports: [{ file: 'log.csv', rows: 84 }],
      today: { state: 'same', shown: '17' },
    });
    expect(told.sources[0]?.definition).toContain('Different cases received');
    expect(told.sources[0]?.clause).toContain('Section VII');
    expect(told.sources[0]?.rule).toContain('1 to 4 cases');
  });

  it('tells of a hidden number its reason and whose sake it is hidden for, and no number', async () => {
    const told = await test.call('pack.explain', placed(interests()));
    expect(told).toMatchObject({ kind: 'hidden', shown: '[c]' });
    expect(told.reading).toContain('Confidential');
    expect(told.sources[0]).toMatchObject({ base: null, shown: '[c]', hiddenFor: 'itself', interval: null });
    const other = manifest.cells.find(
      ({ sheet, column, value, row }) =>
        sheet === 'By_allegation' && column === 'Cases' && value === '[c]' && row !== 'Interests',
    );
    if (other === undefined) throw new Error('nothing is hidden with it');
    const beside = await test.call('pack.explain', placed(other));
    expect(beside.sources[0]).toMatchObject({
      shown: '[c]',
      hiddenFor: 'others',
      reason: told.sources[0]?.reason,
    });
  });

  it('tells of words every number that they are made from', async () => {
    const change = found(
      ({ sheet, row, column }) => sheet === 'By_allegation' && row === 'Respect' && column === 'Change',
    );
    const told = await test.call('pack.explain', placed(change));
    expect(told).toMatchObject({ kind: 'words', shown: 'Up from 14' });
    expect(told.sources.map(({ period, shown }) => [period, shown])).toEqual([
      ['2024/25', '17'],
      ['2023/24', '14'],
    ]);
  });

  it('says what stands in cells that show no figure, in whatever capitals they are named', async () => {
    const { headerRow = 0 } = manifest.sheets.find(({ name }) => name === 'By_allegation') ?? {};
    const of = { pack: pack.pack };
    const kind = async (sheet: string, cell: string) =>
      (await test.call('pack.explain', { of, sheet, cell })).kind;
    expect(await kind('by_ALLEGATION', '$a$1')).toBe('line');
    expect(await kind('By_allegation', `B${headerRow}`)).toBe('heading');
    expect(await kind('By_allegation', `a${headerRow + 1}`)).toBe('label');
    expect(await kind('By_allegation', 'ZZ999')).toBe('empty');
    expect(
      await kind('Cover', found(({ row, column }) => row === 'Council' && column === 'Detail').cell),
    ).toBe('entry');
    await expect(kind('No_such_sheet', 'A1')).rejects.toThrow(/^pack-sheet-unknown/);
    await expect(kind('Cover', 'nonsense')).rejects.toThrow(/^input-invalid/);
  });

  it('knows a workbook by its hash, and one that was changed is told apart', async () => {
    const { sheet, cell } = respect();
    const byHash = await test.call('pack.explain', { of: { sha256: pack.sha256 }, sheet, cell });
    expect(byHash.shown).toBe('17');
    const other = 'f'.repeat(64);
    await expect(test.call('pack.explain', { of: { sha256: other }, sheet, cell })).rejects.toThrow(
      /^manifest-missing/,
    );
    await expect(test.call('pack.explain', { of: { sha256: other, manifest }, sheet, cell })).rejects.toThrow(
      /^pack-file-changed/,
    );
  });
});

describe('the rows behind a cell', () => {
  it('are for the unlocked key alone', async () => {
    await expect(test.call('pack.rows', placed(respect()))).rejects.toThrow(/^officer-locked/);
  });

  it('are as many as the number, by file and row, and the reading is logged', async () => {
    await test.call('officer.unlock', { passphrase });
    const { sources } = await test.call('pack.rows', placed(respect()));
    expect(sources).toMatchObject([{ told: true, cases: 17, group: 'Respect' }]);
    const lines = (await readFile(`${test.folder}/log.csv`, 'utf8')).split('\n');
    const rows = sources[0]?.rows ?? [];
    expect(rows).toHaveLength(17);
    for (const { file, row } of rows) {
      expect(file).toBe('log.csv');
      expect(lines[row - 1]).toMatch(/,202[45]-.*,Respect,/);
    }
    const hidden = await test.call('pack.rows', placed(interests()));
    expect(hidden.sources[0]?.rows).toHaveLength(cases.Interests[1]);
    const { entries } = await test.call('audit.list', {});
    const read = entries.filter(({ action }) => action === 'rows-read');
    expect(read).toHaveLength(2);
    expect(read[0]?.detail).toMatchObject({ sheet: 'By_allegation', cell: interests().cell });
    // How many there were would tell of a hidden number whoever reads the log.
    expect(Object.keys(read[0]?.detail ?? {}).sort()).toEqual(['cell', 'reference', 'sha256', 'sheet']);
    await test.call('officer.lock', {});
  });
});

describe('two packs', () => {
  it('that are the same do not differ', async () => {
    const again = await test.call('pack.build', request);
    const diff = await test.call('pack.diff', { from: { pack: pack.pack }, to: { pack: again.pack } });
    expect(diff.counts).toMatchObject({ changed: 0, appeared: 0, gone: 0, hidden: 0, shown: 0 });
    expect(diff.counts.same).toBe(manifest.cells.length);
  });

  it('have none to be set against before one was released', async () => {
    await expect(test.call('pack.diff', { to: { pack: pack.pack } })).rejects.toThrow(/^pack-nothing-before/);
  });

  it('differ by what was imported since, by settings and by what was typed, each told as the cause', async () => {
    await test.call('officer.unlock', { passphrase });
    const released = await test.call('pack.release', { pack: pack.pack });
    await test.call('officer.lock', {});
    await test.call('pack.setFront', { ...request, front: { ...defaultFront, agendaItem: 'Item 9' } });
    await test.log('later.csv', { 'Use of position': [0, 0], Respect: [0, 30] }, { again: true });
    const next = await test.call('pack.build', request);
    const diff = await test.call('pack.diff', { to: { pack: next.pack } });
    expect(diff.from).toMatchObject({ issue: 1, sha256: released.sha256 });
    const lines = (sheet: string) => diff.sheets.find((one) => one.sheet === sheet)?.lines ?? [];
    const line = lines('By_allegation').find(({ row, column }) => row === 'Respect' && column === 'Cases');
    expect(line).toMatchObject({ kind: 'changed', before: '17' });
    expect(line?.why).toContainEqual({ code: 'new-data', text: 'New data: later.csv (30 rows).' });
    expect(lines('Cover').find(({ row }) => row === 'Agenda item')).toMatchObject({
      before: 'To be set',
      after: 'Item 9',
      why: [{ code: 'typed' }],
    });
    expect(lines('Cover').find(({ row }) => row === 'Version')?.why).toMatchObject([{ code: 'issue' }]);
    // The first issue has none before it, though another was built after it.
    await expect(test.call('pack.diff', { to: { pack: released.pack } })).rejects.toThrow(
      /^pack-nothing-before/,
    );
    // A number that one of the packs hides is told in neither.
    for (const { kind, before, after } of diff.sheets.flatMap((sheet) => sheet.lines))
      if (kind === 'hidden' || kind === 'shown') expect([before, after].join()).not.toMatch(/\d/);
  });
});
