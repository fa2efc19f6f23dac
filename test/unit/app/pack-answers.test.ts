// The app answers while it works: a pack is built beside other calls, and what it solves is solved on another thread.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { protectHere } from '#core/disclosure/protect.ts';
import { createThreads } from '#core/threads.ts';
import { type TestApp, testApp } from '../../config/app.ts';
import { randoms } from '../../config/randoms.ts';
import { forms, randomTable } from '../disclosure/random-tables.ts';

const pack = { edition: 'standards', period: '2024/25' } as const;
const known = { metric: 'incidents', split: 'tier' } as const;

let test: TestApp;
beforeAll(async () => {
  test = await testApp();
  await test.call('workspace.sample', { id: 'sample' });
}, 120_000);
afterAll(() => test.close());

describe('while a pack is built', () => {
  it('other calls are answered before it is done, and say the same', async () => {
    const before = await test.call('figure.read', known);
    let built = false;
    const building = test.call('pack.build', pack).finally(() => {
      built = true;
    });
    let answered = 0;
    while (answered < 3) {
      expect(await test.call('figure.read', known)).toEqual(before);
      expect(await test.call('workspace.list', {})).toHaveLength(1);
      expect((await test.call('import.list', {})).length).toBeGreaterThan(3);
      expect(built).toBe(false);
      answered += 1;
    }
    expect((await building).sheets.length).toBeGreaterThan(10);
  }, 120_000);

  it('what was solved is kept with the workspace, and the next process solves none of it', async () => {
    await test.call('pack.build', pack);
    await test.call('workspace.close', {});
    const file = join(test.home, 'sample', 'solved-plans.txt');
    const before = readFileSync(file, 'utf8');
    expect(before.split('\n').length).toBeGreaterThan(10);
    await test.call('workspace.open', { id: 'sample' });
    await test.call('pack.build', pack);
    expect(readFileSync(file, 'utf8')).toBe(before);
  }, 120_000);
});

describe('a thread that solves', () => {
  it('answers as this one does, however many ask at once', async () => {
    const worker = pathToFileURL(resolve(import.meta.dirname, '../../../out/main/worker.js'));
    const threads = createThreads(worker);
    const systems = forms.flatMap((form) => [1, 2, 3].map((seed) => randomTable(form, 5, randoms(seed))));
    const there = await Promise.all(systems.map((system) => threads.run('protect', system)));
    expect(there).toEqual(await Promise.all(systems.map(protectHere)));
  }, 60_000);

  it('is ended where nobody waits for it any more, and another takes its place', async () => {
    const worker = pathToFileURL(resolve(import.meta.dirname, '../../../out/main/worker.js'));
    const threads = createThreads(worker);
    const system = randomTable('line', 5, randoms(3));
    const gone = new AbortController();
    const asked = [1, 2, 3].map(() => threads.run('protect', system, { signal: gone.signal }));
    gone.abort(new Error('closed'));
    for (const answer of await Promise.allSettled(asked)) expect(answer.status).toBe('rejected');
    expect(await threads.run('protect', system)).toEqual(await protectHere(system));
  }, 60_000);
});
