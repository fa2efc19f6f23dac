// Comments through the application: held back at import, sealed on disk, released by a person, undone.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../config/app.ts';

const incidents = [
  'Case ref,Date received,Subject name,Description,Category',
  'C1,23/04/2024,"Quibell, Wynne","Told Quibell and Priya that the quince report was late.",Respect',
  'C2,31/02/2024,Cllr Tom Green,"A rejected narrative about damsons.",Respect',
  'C3,05/06/2024,Cllr Tom Green,"Green shouted. Ring 01632 960983.",Respect',
  'C4,06/06/2024,Cllr Tom Green,n/a,Respect',
].join('\n');

const survey = (people: number): string =>
  [
    'Timestamp,I am heard,What would help most?',
    ...Array.from(
      { length: people },
      (_, index) =>
        `30/03/2024 09:${10 + index}:00,Agree,"Medlar remark ${index}, said ${index % 2 ? 'Priya' : 'somebody'}, and more words so that it is long."`,
    ),
  ].join('\n');

const spells =
  'Employee number,Start date,End date,Days lost,Comments\nE1,23/04/2024,24/04/2024,2,Sloe gin and a bad back\n';

describe('comments through the application', () => {
  const folder = mkdtempSync(join(tmpdir(), 'candour-files-'));
  let test: TestApp;
  let incidentImport = '';
  const add = async (name: string, text: string, more: Record<string, string> = {}) => {
    writeFileSync(join(folder, name), text);
    const file = await test.receive(join(folder, name));
    return test.call('import.commit', { file, ...more });
  };
  /** Every byte that the workspace has on the disk, the key apart. */
  const bytes = (): Buffer => {
    const place = join(test.home, 'texts');
    const files = readdirSync(place, { recursive: true, encoding: 'utf8', withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== 'candour.key')
      .map((entry) => readFileSync(join(entry.parentPath, entry.name)));
    return Buffer.concat(files);
  };
  beforeAll(async () => {
    test = await testApp();
    await test.call('workspace.create', { id: 'texts', council: 'Testford' });
    incidentImport = (await add('incidents.csv', incidents, { kind: 'incident' })).importId;
    await add('survey.csv', survey(12), { kind: 'survey-response', instrument: 'Pulse', wave: '2024-03-31' });
    await add('small.csv', survey(6), { kind: 'survey-response', instrument: 'Small', wave: '2024-03-31' });
    await add('spells.csv', spells, { kind: 'absence-spell' });
  });
  afterAll(async () => {
    await test.close();
    rmSync(folder, { recursive: true });
  });

  it('are screened with progress at the end of the reading, and a cancel then keeps nothing', async () => {
    const people = 100_000;
    const rows = Array.from(
      { length: people },
      (_, at) => `30/03/2024 09:10:00,Agree,Remark ${at} that Priya and others of the team would make.`,
    );
    writeFileSync(
      join(folder, 'many.csv'),
      ['Timestamp,I am heard,What would help most?', ...rows].join('\n'),
    );
    const file = await test.receive(join(folder, 'many.csv'));
    let over = false;
    const importing = test.app
      .call('import.commit', { file, kind: 'survey-response', instrument: 'Many', wave: '2024-03-31' })
      .finally(() => {
        over = true;
      });
    const steps = new Set<string>();
    let cancelledAt = 0;
    while (!over && cancelledAt === 0) {
      await new Promise((later) => setTimeout(later, 20));
      const [job] = await test.call('job.list', {});
      if (!job?.step.startsWith('Screening')) continue;
      steps.add(job.step);
      if (steps.size < 2) continue;
      await test.call('job.cancel', { id: job.id });
      cancelledAt = performance.now();
    }
    expect(await importing).toMatchObject({ ok: false, error: { code: 'job-cancelled' } });
    expect(performance.now() - cancelledAt).toBeLessThan(1000);
    for (const step of steps) expect(step).toMatch(/^Screening many\.csv: [\d,]+ of 100,000 comments$/);
    expect(await test.call('import.list', {})).toHaveLength(4);
  });

  it('are held back with counts: of accepted rows only, never of sickness', async () => {
    const { sources, waiting } = await test.call('text.list', {});
    expect(
      sources.map(({ kind, instrument, texts, base, enough }) => [kind, instrument, texts, base, enough]),
    ).toEqual([
      ['survey-response', 'Small', 6, 6, false],
      ['survey-response', 'Pulse', 12, 12, true],
      ['incident', null, 2, null, true],
    ]);
    expect(waiting).toBe(20);
    expect(sources[1]).toMatchObject({ label: 'What would help most?', found: { name: 6 } });
    expect(sources[2]).toMatchObject({ field: 'narrative', found: { name: 3, phone: 1 } });
  });

  it('are not to be read from any byte of the workspace', () => {
    const all = bytes();
    expect(all.includes('What would help most')).toBe(true);
    for (const word of ['quince', 'damson', 'edlar remark', 'loe gin', 'Quibell', '960983'])
      expect(all.includes(word), word).toBe(false);
  });

  it('are opened for review with the people whom the file names marked', async () => {
    const { texts } = await test.call('text.review', { importId: incidentImport, field: 'narrative' });
    expect(texts.map(({ row }) => row)).toEqual([2, 4]);
    const marked = texts.map(({ text, found }) => found.map(({ start, end }) => text.slice(start, end)));
    expect(marked).toEqual([
      ['Quibell', 'Priya'],
      ['Green', '01632 960983'],
    ]);
  });

  it('are released by a person, and withdrawn', async () => {
    const at = { importId: incidentImport, field: 'narrative', row: 2 };
    const reason = 'for the annual report';
    const named = await test.app.call('text.release', {
      ...at,
      text: 'Told Quibell.',
      status: 'public',
      reason,
    });
    expect(named).toMatchObject({ ok: false, error: { code: 'text-names-somebody' } });
    const unsaid = await test.app.call('text.release', { ...at, text: 'A remark.', status: 'public' });
    expect(unsaid).toMatchObject({ ok: false, error: { code: 'input-invalid' } });
    await test.call('text.release', {
      ...at,
      text: 'Told [name] that a report was late.',
      status: 'public',
      reason,
    });
    expect((await test.call('text.list', { status: 'public' })).sources).toMatchObject([
      { importId: incidentImport, public: 1, waiting: 1 },
    ]);
    await test.call('text.withdraw', at);
    expect((await test.call('text.list', { status: 'public' })).total).toBe(0);
  });

  it('of a small wave are not released', async () => {
    await test.call('workspace.settings', { minimumBase: 5 });
    const [small] = (await test.call('text.list', { instrument: 'Small' })).sources;
    const { importId = '', field = '' } = small ?? {};
    const reply = await test.app.call('text.release', {
      importId,
      field,
      row: 2,
      text: 'A remark.',
      status: 'exempt',
      reason: 'why not',
      confirm: true,
    });
    expect(reply).toMatchObject({ ok: false, error: { code: 'text-group-small' } });
  });

  it('go with their import', async () => {
    await test.call('import.undo', { importId: incidentImport });
    expect((await test.call('text.list', { kind: 'incident' })).total).toBe(0);
    const gone = await test.app.call('text.review', { importId: incidentImport, field: 'narrative' });
    expect(gone).toMatchObject({ ok: false, error: { code: 'text-unknown' } });
  });

  it('of a preview are not kept', async () => {
    writeFileSync(join(folder, 'preview.csv'), incidents.replaceAll('C', 'D'));
    const file = await test.receive(join(folder, 'preview.csv'));
    const preview = await test.call('import.preview', { file, kind: 'incident' });
    expect(preview.columns.find(({ header }) => header === 'Description')).toMatchObject({
      treatment: 'held-back',
    });
    expect(JSON.stringify(preview)).not.toMatch(/quince|damson/);
    await test.call('file.discard', { file });
    expect((await test.call('text.list', { kind: 'incident' })).total).toBe(0);
  });
});
