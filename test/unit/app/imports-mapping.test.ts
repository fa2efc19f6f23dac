// Saved mappings: recognised by the headings, followed where a column was renamed, what changed shown; values
// that no vocabulary knows mended in place; a folder's files planned and imported in one step.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../config/app.ts';

const log = (head: string, rows: readonly string[]): string => `${head}\n${rows.join('\n')}\n`;

describe('saved mappings', () => {
  const folder = mkdtempSync(join(tmpdir(), 'candour-mapping-'));
  let test: TestApp;
  beforeAll(async () => {
    test = await testApp();
    await test.call('workspace.create', { id: 'mapping', council: 'Testford' });
  });
  afterAll(async () => {
    await test.close();
    rmSync(folder, { recursive: true });
  });
  const offer = (name: string, text: string): Promise<string> => {
    writeFileSync(join(folder, name), text);
    return test.receive(join(folder, name));
  };
  const head = 'Our No,Came in,What sort,How it ended,Remark';
  const mapping = {
    fields: { case_ref: 'Our No', received_date: 'Came in', category: 'What sort', outcome: 'How it ended' },
    dateOrder: 'dmy' as const,
  };

  it('lists values of no vocabulary with what they may be, and takes what the analyst says', async () => {
    const file = await offer(
      'log.csv',
      log(head, [
        'A/1,03/04/2024,Bullying,No breech,met in the lobby',
        'A/2,05/04/2024,Bullying,No breach,',
        'A/3,07/05/2024,Bullying,No breech,',
        'A/4,09/05/2024,Bullying,Withdrawn,',
      ]),
    );
    const preview = await test.call('import.preview', { file, kind: 'incident', mapping });
    expect(preview.unknownValues).toMatchObject([
      { field: 'outcome', header: 'How it ended', value: 'No breech', rows: 2 },
    ]);
    const [unknown] = preview.unknownValues;
    const meant = unknown?.suggestions[0] ?? '';
    expect(meant).toMatch(/no breach/i);
    expect(unknown?.options).toContain(meant);
    const mended = { ...preview.mapping, values: { outcome: { 'No breech': meant } } };
    expect(
      (await test.call('import.preview', { file, kind: 'incident', mapping: mended })).unknownValues,
    ).toEqual([]);
    const receipt = await test.call('import.commit', {
      file,
      kind: 'incident',
      mapping: mended,
      saveMapping: 'Complaints log',
    });
    expect(receipt).toMatchObject({ accepted: 4, savedMapping: 'Complaints log' });
    expect(await test.call('mapping.list', {})).toMatchObject([
      { name: 'Complaints log', kind: 'incident', savedBy: 'tester', mapping: mended },
    ]);
  });

  it('does not quote a value that may be somebody’s name', async () => {
    const rows = ['A/1,03/04/2024,Bullying,Ada Lovelace', 'A/2,05/04/2024,Bullying,Officer'];
    const file = await offer('roles.csv', log('Case Ref,Received,Allegation,Reporter role', rows));
    const preview = await test.call('import.preview', { file });
    expect(preview.unknownValues).toEqual([]);
    expect(JSON.stringify(preview)).not.toContain('Lovelace');
  });

  it('recognises the next file by its headings, follows a renamed column, and shows what changed', async () => {
    const same = await offer(
      'same.csv',
      log(head, ['B/1,03/07/2024,Bullying,No breech,', 'B/2,04/07/2024,,No breech,']),
    );
    expect(await test.call('import.preview', { file: same })).toMatchObject({
      kind: 'incident',
      accepted: 2,
      savedMapping: { name: 'Complaints log', drift: [] },
      unknownValues: [],
    });
    // No kind knows these headings by themselves; an empty mapping asks for no saved one.
    expect(await test.app.call('import.preview', { file: same, mapping: {} })).toMatchObject({
      ok: false,
      error: { code: 'kind-unknown' },
    });
    const drifted = await offer(
      'drifted.csv',
      log('Our No.,Date received,What sort,How it ended,Tier', ['C/1,03/10/2024,Bullying,No breech,Parish']),
    );
    const preview = await test.call('import.preview', { file: drifted });
    expect(preview.savedMapping?.drift).toEqual([
      { header: 'Date received', change: 'renamed', was: 'Came in' },
      { header: 'Tier', change: 'new' },
      { header: 'Remark', change: 'missing' },
    ]);
    expect(preview).toMatchObject({ missing: [], accepted: 1, unknownValues: [] });
    const { importId } = await test.call('import.commit', { file: drifted });
    expect((await test.call('import.list', {}))[0]).toMatchObject({
      importId,
      savedMapping: 'Complaints log',
    });
  });

  it('plans a set, and imports it: a file that fails does not stop the others', async () => {
    const files = [
      await offer('next.csv', log(head, ['D/1,03/11/2024,Bullying,No breech,'])),
      await offer('foreign.csv', 'colour,shape\nred,round\n'),
      await offer(
        'cumulative.csv',
        log(head, ['D/2,03/11/2024,Bullying,No breech,', 'C/1,03/10/2024,Bullying,,']),
      ),
      await offer('events.csv', 'Date,Title,Type\n13/09/2023,Protocol adopted,adoption\n'),
    ];
    const before = await test.call('import.list', {});
    const plan = await test.call('import.plan', { files });
    expect(plan.map(({ name, kind, savedMapping, ready }) => [name, kind, savedMapping, ready])).toEqual([
      ['next.csv', 'incident', 'Complaints log', true],
      ['foreign.csv', null, null, false],
      ['cumulative.csv', 'incident', 'Complaints log', false],
      ['events.csv', 'event', null, true],
    ]);
    expect(plan[1]?.why).toContain('none of the kinds');
    expect(plan[2]?.why).toMatch(/^Rows of import i\w+ \(drifted.csv\) are in it again, 1 of them/);
    expect(await test.call('import.list', {})).toEqual(before);
    const outcomes = await test.call('import.commitSet', { files: files.map((file) => ({ file })) });
    expect(outcomes.map((outcome) => (outcome.ok ? outcome.receipt.kind : outcome.error.code))).toEqual([
      'incident',
      'kind-unknown',
      'rows-already-imported',
      'event',
    ]);
    expect(await test.call('import.list', {})).toHaveLength(before.length + 2);
  });

  it('is saved in place of one of its name, and forgotten', async () => {
    const [saved] = await test.call('mapping.list', {});
    const entry = { name: 'complaints LOG', kind: 'incident', headings: ['Ref', 'When'], mapping: {} };
    const { id } = await test.call('mapping.save', entry);
    expect(await test.call('mapping.list', {})).toMatchObject([
      { id, headings: ['Ref', 'When'], mapping: {} },
    ]);
    expect(id).not.toBe(saved?.id);
    await test.call('mapping.forget', { id });
    expect(await test.call('mapping.list', {})).toEqual([]);
    expect(await test.app.call('mapping.forget', { id })).toMatchObject({
      ok: false,
      error: { code: 'mapping-unknown' },
    });
  });

  it('gives a survey its instrument, wave after wave', async () => {
    const answers = (day: string) =>
      log('When,I am treated with respect,I feel heard,I feel safe', [
        `${day},Agree,Disagree,Agree`,
        `${day},Disagree,Agree,Agree`,
      ]).replace('When', 'Date submitted');
    const first = await offer('wave-1.csv', answers('13/03/2023'));
    await test.call('import.commit', { file: first, instrument: 'Staff pulse', saveMapping: 'Pulse' });
    const second = await offer('wave-2.csv', answers('13/03/2024'));
    const receipt = await test.call('import.commit', { file: second });
    expect(receipt).toMatchObject({ instrument: 'Staff pulse', wave: '2024-03-13', savedMapping: 'Pulse' });
    // Nothing tells these responses apart, so they are added and the receipt says so.
    const late = await offer('late.csv', `${answers('13/03/2024')}13/03/2024,Agree,Agree,Agree\n`);
    expect((await test.call('import.preview', { file: late })).earlier).toMatchObject([
      { importId: receipt.importId, relation: 'same-wave' },
    ]);
    const added = await test.call('import.commit', { file: late });
    expect(added.notes.map(({ code }) => code)).toContain('wave-added-to');
  });

  it('asks what answers off a scale mean, never quotes one that a single person wrote, and scores them as said', async () => {
    const answers = [
      ...Array<string>(40).fill('Agree'),
      ...Array<string>(4).fill('Agreed mostly'),
      ...Array<string>(3).fill('Disagree'),
      ...Array<string>(2).fill('Pass'),
      'Ask Ada Lovelace',
    ];
    const file = await offer(
      'words.csv',
      log(
        'I am heard,I am safe,I am trusted',
        answers.map((answer) => `${answer},Agree,Disagree`),
      ),
    );
    const request = { file, kind: 'survey-response', instrument: 'Words', wave: '2024-06-30' };
    const { unknownValues } = await test.call('import.preview', request);
    expect(
      unknownValues.map(({ field, header, value, rows, suggestions }) => [
        field,
        header,
        value,
        rows,
        suggestions.includes('agree'),
      ]),
    ).toEqual([
      ['answer', 'I am heard', 'agreed mostly', 4, true],
      ['answer', 'I am heard', 'pass', 2, false],
    ]);
    expect(unknownValues[0]?.options).toContain('prefer not to say');
    const mapping = { values: { answer: { 'Agreed mostly': 'Agree', pass: 'prefer not to say' } } };
    expect((await test.call('import.preview', { ...request, mapping })).unknownValues).toEqual([]);
    await test.call('import.commit', { ...request, mapping });
    const [question] = (await test.call('survey.questions', { instrument: 'Words' })).filter(
      ({ wording }) => wording === 'I am heard',
    );
    const figure = await test.call('figure.read', {
      metric: 'survey-favourable',
      filters: { instrument: 'Words', question: question?.line ?? '' },
    });
    // 44 of 47: who passed, and who wrote something else, are out of the base.
    expect(figure.points).toMatchObject([{ base: 47, numerator: 44 }]);
    const found = await test.call('import.findRow', {
      file: await test.receive(join(folder, 'words.csv')),
      row: 51,
    });
    expect(found.cells[0]?.value).toBe('Ask Ada Lovelace');
    expect(JSON.stringify(found.stored)).not.toContain('Lovelace');
  });
});
