// The life of a pack through the real application: a draft that says so, the second person's release, frozen files,
// the next issue, withdrawal; the same bytes for the same workspace and request.
import { chmod, readFile, stat, writeFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Output } from '#shared/contract.ts';
import { defaultFront } from '#shared/schemas/pack.ts';
import { cases, type PackCouncil, packCouncil, passphrase } from '../../config/pack-council.ts';

const request = { edition: 'standards', period: '2024/25' } as const;
let test: PackCouncil;
beforeAll(async () => {
  test = await packCouncil();
});
afterAll(() => test.close());

const build = () => test.call('pack.build', request);
const unlock = () => test.call('officer.unlock', { passphrase });
const lock = () => test.call('officer.lock', {});
const fileOf = async (pack: string) => {
  const reply = await test.app.release(pack);
  if (!reply.ok) throw new Error(reply.error.code);
  return reply.value;
};
const textsIn = async (pack: string): Promise<string> => {
  const { path } = await fileOf(pack);
  const parts = unzipSync(await readFile(path));
  return Object.values(parts)
    .map((part) => new TextDecoder().decode(part))
    .join('\n');
};
const actions = async () => (await test.call('audit.list', {})).entries.map(({ action }) => action);
const coverOf = async (pack: string): Promise<Record<string, unknown>> => {
  const { cells } = await test.call('pack.manifest', { pack });
  const details = cells.filter(({ sheet, column }) => sheet === 'Cover' && column === 'Detail');
  return Object.fromEntries(details.map(({ row, value }) => [row, value]));
};

describe('a draft', () => {
  it('is the same to the byte when nothing has changed, whatever was done with the key meanwhile', async () => {
    const first = await build();
    await unlock();
    await lock();
    const second = await build();
    expect(second.pack).not.toBe(first.pack);
    expect([second.sha256, second.manifest.sha256, second.state]).toEqual([
      first.sha256,
      first.manifest.sha256,
      first.state,
    ]);
    expect(await readFile((await fileOf(second.pack)).path)).toEqual(
      await readFile((await fileOf(first.pack)).path),
    );
  });

  it('says on every sheet that it is a draft', async () => {
    const { pack, sheets, standing, issue, preparedBy, fileName } = await build();
    expect({ standing, issue, preparedBy }).toEqual({ standing: 'draft', issue: 1, preparedBy: 'tester' });
    expect(fileName).toContain('draft-of-issue-1');
    const manifest = await test.call('pack.manifest', { pack });
    expect(manifest.sheets.map(({ name }) => name)).toEqual(sheets.map(({ name }) => name));
    for (const { name, lines } of manifest.sheets)
      expect(lines, name).toContain('DRAFT: this workbook has not been released.');
    expect(await coverOf(pack)).toMatchObject({
      Version: 'Draft of issue 1',
      Released: 'Not released: this is a draft',
    });
  });

  it('is stale once anything that changes a sheet has changed, and not before', async () => {
    const { pack } = await build();
    const stale = async () => (await test.call('pack.list', {})).find((one) => one.pack === pack)?.stale;
    expect(await stale()).toBe(false);
    await test.call('workspace.settings', { smallCount: 5 });
    expect(await stale()).toBe(false);
    const done = await test.call('break.set', {
      date: '2024-10-01',
      title: 'New log',
      reason: 'Another system',
      kinds: ['incident'],
      metrics: [],
    });
    expect(await stale()).toBe(true);
    await test.call('break.remove', { id: done.breaks[0]?.id ?? '' });
  });
});

describe('the cover', () => {
  const front = {
    ...defaultFront,
    meetingDate: '2025-06-17',
    agendaItem: 'Item 7',
    contact: 'standards@kirkham.gov.uk',
    owner: 'Monitoring Officer',
  };

  it('says what people typed, and the same next time', async () => {
    const before = await test.call('pack.front', request);
    expect(before).toMatchObject({ front: defaultFront, set: null, warnings: [] });
    const typed = await test.call('pack.setFront', { ...request, front });
    expect(typed).toMatchObject({ front, set: { by: 'tester' }, warnings: [] });
    const { pack } = await build();
    expect(await coverOf(pack)).toMatchObject({
      'Meeting date': '17 June 2025',
      'Agenda item': 'Item 7',
      Contact: 'standards@kirkham.gov.uk',
    });
    expect(await actions()).toContain('pack-front');
    // The same period, written otherwise; another period has its own.
    expect((await test.call('pack.front', { ...request, period: '2024-25' })).front).toEqual(front);
    expect((await test.call('pack.front', { ...request, period: '2023/24' })).front).toEqual(defaultFront);
  });

  it('warns of names and of addresses of persons, and not of a mailbox', async () => {
    const named = { ...front, owner: 'Sarah Thompson', contact: 'j.smith@kirkham.gov.uk' };
    const { warnings } = await test.call('pack.setFront', { ...request, front: named });
    expect(warnings.map(({ text }) => text)).toEqual([
      expect.stringContaining('“Sarah Thompson”'),
      expect.stringContaining('“j.smith@kirkham.gov.uk”'),
    ]);
    await test.call('pack.setFront', { ...request, front });
  });
});

describe('a release', () => {
  let draft: Output<'pack.build'>;
  let done: Output<'pack.release'>;

  it('is refused without the second person’s key, for what has changed, and for what is not there', async () => {
    draft = await build();
    await expect(test.call('pack.release', { pack: draft.pack })).rejects.toThrow(/^officer-locked/);
    await unlock();
    await test.call('pack.setFront', { ...request, front: { ...defaultFront, agendaItem: 'Item 8' } });
    await expect(test.call('pack.release', { pack: draft.pack })).rejects.toThrow(
      /^pack-stale: .*cover entries/,
    );
    const nobody = '00000000-0000-4000-8000-000000000000';
    await expect(test.call('pack.release', { pack: nobody })).rejects.toThrow(/^pack-unknown/);
    expect(await test.call('pack.issued', {})).toEqual([]);
    expect(await actions()).not.toContain('pack-released');
  });

  it('freezes what was checked: no draft word, an issue, hashes, a line in the log', async () => {
    draft = await build();
    done = await test.call('pack.release', { pack: draft.pack });
    expect(done).toMatchObject({
      pack: draft.pack,
      standing: 'released',
      issue: 1,
      preparedBy: 'tester',
      releasedBy: 'tester',
      reference: draft.reference.replace('draft of issue 1', 'issue 1'),
      replaces: null,
    });
    expect(done.fileName).toMatch(/-issue-1\.xlsx$/);
    expect(done.fileName).not.toContain('draft');
    expect(await textsIn(done.pack)).not.toMatch(/draft/i);
    expect(await coverOf(done.pack)).toMatchObject({ Version: 'Issue 1', 'Agenda item': 'Item 8' });
    const { path } = await fileOf(done.pack);
    expect((await stat(path)).mode & 0o777).toBe(0o444);
    const { entries } = await test.call('audit.list', {});
    const entry = entries.find(({ action }) => action === 'pack-released');
    expect(entry?.detail).toMatchObject({ sha256: done.sha256, manifest: done.manifest.sha256 });
    expect(await test.call('pack.issued', {})).toMatchObject([
      { pack: done.pack, issue: 1, circulation: 'public', period: '2024/25', standing: 'released' },
    ]);
    await expect(test.call('pack.release', { pack: done.pack })).rejects.toThrow(/^pack-not-draft/);
  });

  it('tells the same as its draft, cell for cell and at the same addresses', async () => {
    const drafted = JSON.parse(
      await readFile((await fileOf(done.pack)).path.replace('.released.xlsx', '.manifest'), 'utf8'),
    );
    const { cells } = await test.call('pack.manifest', { pack: done.pack });
    const figures = (all: { sheet: string; cell: string; column: string; row: string; value: unknown }[]) =>
      all
        .filter(({ sheet }) => sheet !== 'Cover')
        .map((cell) => [cell.sheet, cell.cell, cell.column, cell.row, cell.value]);
    expect(figures(cells)).toEqual(figures(drafted.cells));
    expect(cells.length).toBeGreaterThan(100);
  });

  it('is told apart from a file that somebody changed', async () => {
    expect(await test.call('pack.verify', { pack: done.pack })).toMatchObject({ holds: true });
    const { path } = await fileOf(done.pack);
    const kept = await readFile(path);
    await chmod(path, 0o644);
    await writeFile(path, Buffer.concat([kept, Buffer.from('\n')]));
    const verdict = await test.call('pack.verify', { pack: done.pack });
    expect(verdict).toMatchObject({
      holds: false,
      files: [{ file: 'workbook', holds: false }, { holds: true }],
    });
    expect(verdict.reading).toContain('changed since it was released');
    await writeFile(path, kept);
    expect(await test.call('pack.verify', { pack: done.pack })).toMatchObject({ holds: true });
  });

  it('lets the next issue name what it takes the place of', async () => {
    const second = await build();
    expect(second).toMatchObject({ issue: 2, replaces: { pack: done.pack, issue: 1 } });
    const again = await test.call('pack.release', { pack: second.pack });
    expect(again).toMatchObject({ issue: 2, standing: 'released' });
    expect((await coverOf(again.pack))['Takes the place of']).toMatch(/^Issue 1, released /);
    expect(await textsIn(again.pack)).toContain('It takes the place of issue 1.');
    // Another period begins with its own first issue.
    const other = await test.call('pack.build', { ...request, period: '2023/24' });
    expect(other).toMatchObject({ issue: 1, replaces: null });
  });

  it('is withdrawn by the officer with a reason, and is kept', async () => {
    const withdrawing = { pack: done.pack, reason: 'The number of cases was of the wrong year.' };
    await lock();
    await expect(test.call('pack.withdraw', withdrawing)).rejects.toThrow(/^officer-locked/);
    await unlock();
    const naming = { ...withdrawing, reason: 'It was found by Sarah Thompson to be wrong.' };
    await expect(test.call('pack.withdraw', naming)).rejects.toThrow(/^pack-names-somebody/);
    const gone = await test.call('pack.withdraw', withdrawing);
    expect(gone).toMatchObject({
      standing: 'withdrawn',
      withdrawn: { by: 'tester', reason: withdrawing.reason },
    });
    await expect(test.call('pack.withdraw', withdrawing)).rejects.toThrow(/^pack-not-released/);
    expect((await test.call('pack.list', {})).find(({ pack }) => pack === done.pack)?.standing).toBe(
      'withdrawn',
    );
    expect(await test.call('pack.verify', { pack: done.pack })).toMatchObject({ holds: true });
    expect(await build()).toMatchObject({ issue: 3, replaces: { issue: 2 } });
  });

  it('is held against every number after it', async () => {
    const shown = async () => {
      const { points } = await test.call('figure.read', {
        metric: 'incidents',
        split: 'category',
        grain: 'financial-year',
        from: '2024-04-01',
      });
      return Object.fromEntries(points.map((point) => [point.group, point.shown]));
    };
    expect(await shown()).toMatchObject({ Respect: '17' });
    // Two cases more of Respect: 19 less the 17 that was told would tell of two.
    await test.log('more.csv', { Respect: [0, cases.Respect[1] + 2] }, { again: true });
    expect((await shown()).Respect).toBe('[c]');
  });
});
