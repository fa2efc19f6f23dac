import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../config/app.ts';
import { writeSpells } from '../../config/spells.ts';

describe('importing through the application', () => {
  const folder = mkdtempSync(join(tmpdir(), 'candour-files-'));
  let test: TestApp;
  beforeAll(async () => {
    test = await testApp();
    await test.call('workspace.create', { id: 'imports', council: 'Testford' });
  });
  afterAll(async () => {
    await test.close();
    rmSync(folder, { recursive: true });
  });
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const events = 'Date,Title,Type\n13/09/2023,Protocol adopted,adoption\n31/02/2024,No such day,other\n';

  it('previews without storing, then imports with a receipt whose counts add up', async () => {
    const id = await test.receive(file('events.csv', events));
    const preview = await test.call('import.preview', { file: id });
    expect(preview).toMatchObject({
      kind: 'event',
      dialect: 'plain',
      headerRows: 1,
      read: 2,
      accepted: 1,
      rejected: 1,
      missing: [],
      alreadyImported: null,
    });
    expect(preview.columns.map(({ header, field }) => [header, field])).toEqual([
      ['Date', 'event_date'],
      ['Title', 'title'],
      ['Type', 'event_type'],
    ]);
    expect(await test.call('import.list', {})).toEqual([]);
    const receipt = await test.call('import.commit', { file: id });
    expect(receipt).toMatchObject({
      file: 'events.csv',
      kind: 'event',
      read: 2,
      accepted: 1,
      rejected: 1,
      importedBy: 'tester',
      sha256: id,
    });
    expect(receipt.problems).toMatchObject([
      { row: 3, column: 'Date', code: 'date-unreadable', value: '31/02/2024', rejects: true },
    ]);
    expect(await test.call('import.rejects', { importId: receipt.importId })).toHaveLength(1);
    // The original held whatever it held; nothing of it is left in the inbox.
    const inboxes = readdirSync(join(test.home, '.inbox')).map((entry) =>
      readdirSync(join(test.home, '.inbox', entry)),
    );
    expect(inboxes).toEqual([[]]);
  });

  it('decodes a text file as a person says, in the preview and in what is stored', async () => {
    const text = Buffer.from('Date,Title,Type\n14/09/2023,Caf\x8e opened,other\n', 'latin1');
    writeFileSync(join(folder, 'mac.csv'), text);
    const id = await test.receive(join(folder, 'mac.csv'));
    const title = async (encoding?: 'macintosh') => {
      const preview = await test.call('import.preview', { file: id, ...(encoding ? { encoding } : {}) });
      return [preview.encoding, preview.sample[0]?.Title];
    };
    expect(await title()).toEqual(['windows-1252', 'CafŽ opened']);
    expect(await title('macintosh')).toEqual(['mac-roman', 'Café opened']);
    expect(await test.app.call('import.preview', { file: id, encoding: 'ebcdic' } as never)).toMatchObject({
      ok: false,
      error: { code: 'input-invalid' },
    });
    const receipt = await test.call('import.commit', { file: id, encoding: 'macintosh' });
    expect(receipt.notes.map(({ code }) => code)).toContain('decoded-as-asked');
    await test.call('import.undo', { importId: receipt.importId });
  });

  it('refuses the same bytes again unless asked, and undoes one import as one step', async () => {
    const path = join(folder, 'events.csv');
    const id = await test.receive(path);
    expect(await test.app.call('import.commit', { file: id })).toMatchObject({
      ok: false,
      error: { code: 'already-imported' },
    });
    const again = await test.call('import.commit', { file: id, again: true });
    expect(await test.call('import.list', {})).toHaveLength(2);
    await test.call('import.undo', { importId: again.importId });
    expect(await test.call('import.list', {})).toHaveLength(1);
    expect(await test.app.call('import.undo', { importId: again.importId })).toMatchObject({
      ok: false,
      error: { code: 'import-unknown' },
    });
  });

  it('refuses what it cannot place, and the workspace stays as it was', async () => {
    const before = await test.call('import.list', {});
    const refusals: [string, string, object][] = [
      ['unknown.csv', 'colour,shape\nred,round\n', {}],
      ['missing.csv', 'Case Ref,Stage\nA/1,Advice\n', { kind: 'incident' }],
      ['ambiguous.csv', 'Date,Title\n01/02/2023,Something\n', {}],
      ['rejected.csv', 'Date,Title\n31/02/2023,Something\n', {}],
      ['empty.csv', 'Date,Title\n', {}],
      [
        'undated.csv',
        'I am treated with respect,I feel heard,I feel safe\nAgree,Disagree,Agree\nDisagree,Agree,Agree\n',
        {},
      ],
    ];
    const codes = [];
    for (const [name, text, options] of refusals) {
      const reply = await test.app.call('import.commit', {
        file: await test.receive(file(name, text)),
        ...options,
      });
      codes.push(reply.ok ? 'ok' : reply.error.code);
    }
    expect(codes).toEqual([
      'kind-unknown',
      'columns-missing',
      'dates-ambiguous',
      'all-rejected',
      'no-rows',
      'survey-needs-wave',
    ]);
    expect(await test.call('import.list', {})).toEqual(before);
    expect(readdirSync(join(test.home, 'imports', 'staging'))).toEqual(['spill']);
  });

  it('tells how far a long import is, cancels it within a second, and keeps nothing of it', async () => {
    const path = join(folder, 'spells.csv');
    writeSpells(path, 400_000);
    const id = await test.receive(path);
    const importing = test.app.call('import.commit', { file: id });
    const steps = new Set<string>();
    let cancelledAt = 0;
    while (cancelledAt === 0) {
      await new Promise((later) => setTimeout(later, 30));
      const [job] = await test.call('job.list', {});
      if (job) steps.add(job.step);
      if (job && steps.size >= 3) {
        await test.call('job.cancel', { id: job.id });
        cancelledAt = performance.now();
      }
    }
    const reply = await importing;
    expect(performance.now() - cancelledAt).toBeLessThan(1000);
    expect(reply).toMatchObject({ ok: false, error: { code: 'job-cancelled' } });
    expect(await test.call('job.list', {})).toEqual([]);
    expect((await test.call('import.list', {})).map(({ kind }) => kind)).toEqual(['event']);
    expect(existsSync(join(test.home, 'imports', 'staging'))).toBe(true);
    const receipt = await test.call('import.commit', { file: id });
    expect([receipt.read, receipt.accepted]).toEqual([400_000, 400_000]);
  });

  it('answers unknown procedures, bad input and no workspace with a coded error, never a throw', async () => {
    expect(await test.app.call('no.such', {})).toMatchObject({
      ok: false,
      error: { code: 'procedure-unknown' },
    });
    expect(await test.app.call('import.undo', { importId: 7 })).toMatchObject({
      ok: false,
      error: { code: 'input-invalid' },
    });
    await test.call('workspace.close', {});
    expect(await test.app.call('import.list', {})).toMatchObject({
      ok: false,
      error: { code: 'workspace-none' },
    });
    await test.call('workspace.open', { id: 'imports' });
    expect(await test.call('import.list', {})).toHaveLength(2);
  });
});
