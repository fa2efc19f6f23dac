// A rejects file that was mended and imported again gives the rows that would have been, had they been right.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkspace } from '#core/workspace.ts';
import { type TestApp, testApp } from '../../config/app.ts';

const folder = mkdtempSync(join(tmpdir(), 'candour-rejects-'));
afterAll(() => rmSync(folder, { recursive: true }));

const head = 'Staff Number,Department,Absence Plan,Sickness Reason,First Day,Last Day,FTE Days Lost,Notes\n';
const long = 'Long-term sickness under the agreement of 2019 as amended in 2021 and again in 2023';
const right = [
  'E1,Planning,Sickness,Stress,13/02/2025,15/02/2025,3,tired\n',
  `E2,Planning,${long},Back pain,04/02/2025,28/02/2025,19,\n`,
  'E1,Planning,Sickness,Stress,17/03/2025,18/03/2025,2,\n',
];
const wrong = [right[0], right[1]?.replace('28/02', '31/02'), right[2]?.replace('17/03/2025', '')].join('');

/** The workbook with one text of its first sheet replaced, as a person would type over it. */
function mend(path: string, changes: readonly (readonly [was: RegExp, now: string])[]): string {
  const parts = unzipSync(new Uint8Array(readFileSync(path)));
  for (const name of ['xl/worksheets/sheet1.xml', 'xl/sharedStrings.xml']) {
    let xml = strFromU8(parts[name] ?? new Uint8Array());
    for (const [was, now] of changes) xml = xml.replace(was, now);
    parts[name] = strToU8(xml);
  }
  const mended = join(folder, `mended-${Math.random()}.xlsx`);
  writeFileSync(mended, zipSync(parts));
  return mended;
}

const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

async function spells(test: TestApp, id: string) {
  await test.call('workspace.close', {});
  const workspace = await openWorkspace(test.home, id);
  const rows = await workspace.store.all(
    'select * exclude (import_id, row_no) from clean.absence_spell order by person, start_date',
  );
  await workspace.close();
  await test.call('workspace.open', { id });
  return rows;
}

describe('a rejects file', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await testApp();
    await test.call('workspace.create', { id: 'mend', council: 'Testford' });
  });
  afterAll(() => test.close());

  const made = async (importId: string) => {
    const result = await test.call('import.rejectsFile', { importId });
    const reply = await test.app.release(result.file);
    if (!reply.ok) throw new Error(reply.error.code);
    return { result, path: reply.value.path };
  };
  const commit = async (path: string) => test.call('import.commit', { file: await test.receive(path) });

  it('mended gives the rows and the figure as if they had been right at first', async () => {
    const good = await commit(file('good.csv', head + right.join('')));
    expect(good).toMatchObject({ kind: 'absence-spell', accepted: 3, rejected: 0 });
    const meant = await spells(test, 'mend');
    const ask = { metric: 'absence-fte-days', grain: 'month' } as const;
    const figure = await test.call('figure.read', ask);
    await test.call('import.undo', { importId: good.importId });

    const bad = await commit(file('bad.csv', head + wrong));
    expect(bad).toMatchObject({ accepted: 1, rejected: 2 });
    expect(await spells(test, 'mend')).not.toEqual(meant);
    const { result, path } = await made(bad.importId);
    expect(result).toMatchObject({ rows: 2, rejected: 2, kind: 'absence-spell' });

    const sheet = strFromU8(
      unzipSync(new Uint8Array(readFileSync(path)))['xl/worksheets/sheet1.xml'] ?? new Uint8Array(),
    );
    expect(sheet).not.toContain('tired');
    // The empty first day is E2's and E1's own cells: a serial is typed over the one, a text over the other.
    const first = /<c r="E3"[^>]*\/>/.exec(sheet)?.[0] ?? 'none';
    const mended = mend(path, [
      [/31\/02\/2025/, '28/02/2025'],
      [new RegExp(first), first.replace('/>', '><v>45733</v></c>')],
    ]);
    const again = await commit(mended);
    expect(again).toMatchObject({ kind: 'absence-spell', read: 2, accepted: 2, rejected: 0 });
    expect(await spells(test, 'mend')).toEqual(meant);
    const { provenance: _, ...now } = await test.call('figure.read', ask);
    const { provenance: __, ...then } = figure;
    expect(now).toEqual(then);
  });

  it('names its row and what is wrong, and holds pseudonyms in place of people', async () => {
    const [record] = await test.call('import.list', {});
    const bad = (await test.call('import.list', {})).find(({ rejected }) => rejected > 0) ?? record;
    const { path } = await made(bad?.importId ?? '');
    const preview = await test.call('import.preview', { file: await test.receive(path) });
    const headers = preview.columns.map(({ header }) => header);
    expect(headers.slice(0, 3)).toEqual(['Staff Number', 'Department', 'Absence Plan']);
    expect(headers.slice(-2)).toEqual(['What is wrong', 'Row in file']);
    const parts = unzipSync(new Uint8Array(readFileSync(path)));
    const text = strFromU8(parts['xl/sharedStrings.xml'] ?? new Uint8Array());
    expect(text.match(/p-[0-9a-f]{20}/g)).toHaveLength(2);
    expect(text).not.toMatch(/>E[12]</);
    expect(text).toContain('not a date that exists. Write the day as day/month/year');
  });

  it('of dates that were read month first holds days, so that their order needs no telling', async () => {
    const american = 'Date,Title,Type\n01/20/2024,Adopted,adoption\n04/05/2024,,training\n';
    const bad = await commit(file('us.csv', american));
    expect(bad).toMatchObject({ kind: 'event', accepted: 1, rejected: 1 });
    const { path } = await made(bad.importId);
    const preview = await test.call('import.preview', { file: await test.receive(path) });
    expect(preview.notes.map(({ code }) => code)).not.toContain('dates-ambiguous');
    expect(preview.sample[0]?.Date).toBe('2024-04-05');
  });

  it('has what a mapping settled written out, and columns of periods again, so that no mapping is needed', async () => {
    const log = 'Ref X,Arrived,Heading\nC/1,2024-05-13,rude\nC/2,2024-13-05,rude\n';
    const file1 = await test.receive(file('mapped.csv', log));
    const bad = await test.call('import.commit', {
      file: file1,
      kind: 'incident',
      mapping: {
        fields: { case_ref: 'Ref X', received_date: 'Arrived', category: 'Heading' },
        values: { category: { rude: 'Respect' } },
      },
    });
    expect(bad).toMatchObject({ accepted: 1, rejected: 1 });
    const { path } = await made(bad.importId);
    const again = await commit(mend(path, [[/2024-13-05/, '2024-05-14']]));
    expect(again).toMatchObject({ kind: 'incident', read: 1, accepted: 1, problems: [] });

    const wide = 'Question,Group,2021/22,2022/23\nI am heard,All,61,[c]\nI am safe,All,n,58\n';
    const poll = await commit(file('wide.csv', wide));
    expect(poll).toMatchObject({ kind: 'survey-aggregate', accepted: 1, rejected: 1 });
    const rejected = await made(poll.importId);
    const mended = await commit(mend(rejected.path, [[/not a number/, '57']]));
    expect(mended).toMatchObject({ kind: 'survey-aggregate', read: 1, accepted: 1, rejected: 0 });
  });

  it('is refused where there is nothing to mend, and for an import there is none of', async () => {
    const good = await commit(file('fine.csv', 'Date,Title\n13/09/2023,Fine\n'));
    expect(await test.app.call('import.rejectsFile', { importId: good.importId })).toMatchObject({
      ok: false,
      error: { code: 'nothing-to-mend' },
    });
    for (const procedure of ['import.rejectsFile', 'import.rejects']) {
      expect(await test.app.call(procedure, { importId: 'none' })).toMatchObject({
        ok: false,
        error: { code: 'import-unknown' },
      });
    }
  });
});
