// Again and again: the same bytes, a corrected file, the next quarter, a set of files with saved mappings.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Figure } from '#shared/schemas/figure.ts';
import { type TestApp, testApp } from '../../config/app.ts';

const spellsHead =
  'Employee Number,Directorate,Absence Reason,Absence Start Date,Absence End Date,Working Days Lost\n';
const spells = (rows: readonly string[]): string => `${spellsHead}${rows.join('\n')}\n`;
const first = [
  'E1001,Housing,Stress,13/04/2024,17/04/2024,3',
  'E1002,Housing,Back problems,20/05/2024,24/05/2024,5',
  'E1003,Finance,Infection,25/06/2024,,4',
];

describe('importing again', () => {
  const folder = mkdtempSync(join(tmpdir(), 'candour-again-'));
  let test: TestApp;
  beforeAll(async () => {
    test = await testApp();
    await test.call('workspace.create', { id: 'again', council: 'Testford' });
  });
  afterAll(async () => {
    await test.close();
    rmSync(folder, { recursive: true });
  });
  const offer = (name: string, text: string): Promise<string> => {
    writeFileSync(join(folder, name), text);
    return test.receive(join(folder, name));
  };
  const daysLost = async (): Promise<(number | null)[]> => {
    const figure: Figure = await test.call('figure.read', { metric: 'absence-fte-days', grain: 'month' });
    return figure.points.map(({ value }) => value);
  };
  let q1 = '';

  it('tells the days that a file covers, and imports the first quarter', async () => {
    const file = await offer('q1.csv', spells(first));
    const preview = await test.call('import.preview', { file });
    expect(preview).toMatchObject({
      covers: { from: '2024-04-13', to: '2024-06-25' },
      earlier: [],
      savedMapping: null,
      unknownValues: [],
    });
    const receipt = await test.call('import.commit', { file });
    expect(receipt).toMatchObject({ accepted: 3, replaced: null, covers: { from: '2024-04-13' } });
    q1 = receipt.importId;
  });

  it('takes the next quarter beside it, and refuses one that holds rows already there', async () => {
    const next = await offer('q2.csv', spells(['E1001,Housing,Stress,13/07/2024,17/07/2024,3']));
    expect((await test.call('import.preview', { file: next })).earlier).toEqual([]);
    const { importId } = await test.call('import.commit', { file: next });
    // E1003 was still away: the same spell, now with its end.
    const crossing = await offer(
      'q2-crossing.csv',
      spells([
        'E1003,Finance,Infection,25/06/2024,18/07/2024,18',
        'E1004,Housing,Stress,22/07/2024,23/07/2024,2',
      ]),
    );
    const before = await test.call('import.list', {});
    const preview = await test.call('import.preview', { file: crossing });
    expect(preview.earlier).toMatchObject([
      { importId, relation: 'overlapping', sharedRows: 0 },
      { importId: q1, relation: 'same-keys', sharedRows: 1 },
    ]);
    expect(await test.app.call('import.commit', { file: crossing })).toMatchObject({
      ok: false,
      error: {
        code: 'rows-already-imported',
        message: expect.stringContaining(
          `Rows of import ${q1} (q1.csv) are in q2-crossing.csv again: 1 of them`,
        ),
      },
    });
    expect(await test.call('import.list', {})).toEqual(before);
    await test.call('file.discard', { file: crossing });
    await test.call('import.undo', { importId });
  });

  it('shows what a corrected file would change before it does, and then replaces in one step', async () => {
    const corrected = await offer(
      'q1-corrected.csv',
      spells([
        'E1001,Housing,Stress,13/04/2024,17/04/2024,3',
        'E1002,Finance,Back problems,20/05/2024,28/05/2024,7',
        'E1005,Housing,Stress,01/06/2024,02/06/2024,1',
      ]),
    );
    const before = await daysLost();
    const difference = await test.call('import.compare', { file: corrected, importId: q1 });
    expect(difference).toMatchObject({ importId: q1, added: 1, removed: 1, changed: 1, unchanged: 1 });
    expect(difference.changes.map(({ column, was, now }) => [column, was, now])).toEqual([
      ['directorate', 'Housing', 'Finance'],
      ['end_date', '2024-05-24', '2024-05-28'],
      ['working_days_lost', '5', '7'],
    ]);
    // The person is a pseudonym and nothing else.
    expect(difference.changes[0]?.key).toMatch(/^p-[0-9a-f]{20} · 2024-05-20$/);
    expect(JSON.stringify(difference)).not.toContain('E1002');
    expect(await daysLost()).toEqual(before);
    expect(await test.call('import.list', {})).toHaveLength(1);

    const receipt = await test.call('import.commit', { file: corrected, replace: q1 });
    expect(receipt.replaced).toEqual({ importId: q1, file: 'q1.csv', rows: 3 });
    expect(await test.call('import.list', {})).toMatchObject([
      { importId: receipt.importId, replaced: { importId: q1, file: 'q1.csv', rows: 3 } },
    ]);
    expect(await test.call('import.undone', {})).toMatchObject([
      { importId: q1, file: 'q1.csv', undoneBy: 'tester', accepted: 3, replacedBy: receipt.importId },
      { file: 'q2.csv', undoneBy: 'tester', replacedBy: null },
    ]);
    expect(await daysLost()).not.toEqual(before);
    q1 = receipt.importId;
  });

  it('keeps the replaced import when the new file fails, and names an import that is not there', async () => {
    const bad = await offer('bad.csv', `${spellsHead}E1001,Housing,Stress,31/02/2024,,3\n`);
    const before = await test.call('import.list', {});
    expect(await test.app.call('import.commit', { file: bad, replace: q1 })).toMatchObject({
      ok: false,
      error: { code: 'all-rejected' },
    });
    expect(await test.app.call('import.commit', { file: bad, replace: 'i0' })).toMatchObject({
      ok: false,
      error: { code: 'import-unknown' },
    });
    expect(await test.call('import.list', {})).toEqual(before);
  });

  it('appends rows knowingly', async () => {
    const twice = await offer('twice.csv', spells(['E1001,Housing,Stress,13/04/2024,17/04/2024,3']));
    const { importId } = await test.call('import.commit', { file: twice, again: true });
    expect(await test.call('import.list', {})).toHaveLength(2);
    await test.call('import.undo', { importId });
  });

  it('lets the mended row of a case beside those that were accepted, and refuses the case told twice', async () => {
    const head = 'Case Ref,Received,Allegation,Subject';
    const cases = await offer(
      'cases.csv',
      `${head}\nA/1,13/04/2024,Disrespect,Cllr One\nA/1,31/02/2024,Bullying,Cllr One\n`,
    );
    const { importId } = await test.call('import.commit', { file: cases });
    const mended = await offer('mended.csv', `${head}\nA/1,13/04/2024,Bullying,Cllr One\n`);
    const second = await test.call('import.commit', { file: mended });
    const recoded = await offer('recoded.csv', `${head}\nA/1,13/04/2024,Confidentiality,Cllr One\n`);
    expect(await test.call('import.compare', { file: recoded, importId })).toMatchObject({
      added: 0,
      removed: 0,
      changed: 1,
    });
    const again = await offer('again.csv', `${head}\nA/1,14/04/2024,Bullying,Cllr One\n`);
    expect(await test.app.call('import.commit', { file: again })).toMatchObject({
      ok: false,
      error: { code: 'rows-already-imported' },
    });
    for (const id of [importId, second.importId]) await test.call('import.undo', { importId: id });
  });

  it('finds a row again in the analyst’s own file, beside what was stored of it', async () => {
    const text = spells([
      'E1001,Housing,Stress,13/04/2024,17/04/2024,3',
      'E1002,Finance,Back problems,20/05/2024,28/05/2024,7',
      'E1005,Housing,Stress,01/06/2024,02/06/2024,1',
    ]);
    const file = await offer('q1-corrected.csv', text);
    const found = await test.call('import.findRow', { file, row: 3 });
    expect(found).toMatchObject({ importId: q1, outcome: 'accepted', problems: [] });
    expect(found.cells[0]).toEqual({ header: 'Employee Number', value: 'E1002' });
    const person = found.stored.find(({ column }) => column === 'person');
    expect(person?.value).toMatch(/^p-[0-9a-f]{20}$/);
    expect(found.stored).toContainEqual({ column: 'start_date', value: '2024-05-20' });
    expect(await test.call('import.findRow', { file, importId: q1, row: 1 })).toMatchObject({
      outcome: 'not-a-record',
      stored: [],
    });
    const codes = [];
    const other = await offer('other.csv', `${text}E9,Housing,Stress,01/06/2024,02/06/2024,1\n`);
    for (const asked of [
      { file, row: 99 },
      { file: other, row: 2 },
      { file: other, importId: q1, row: 2 },
      { file, importId: 'i0', row: 2 },
    ]) {
      const reply = await test.app.call('import.findRow', asked);
      codes.push(reply.ok ? 'ok' : reply.error.code);
    }
    expect(codes).toEqual(['row-unknown', 'file-not-imported', 'file-not-imported', 'import-unknown']);
  });
});
