import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../config/app.ts';

let test: TestApp;
let plans: string;
beforeEach(async () => {
  test = await testApp();
  const { workspace } = await test.call('workspace.sample', {});
  plans = join(test.home, workspace.id, 'solved-plans.txt');
});
afterEach(() => test.close());

const solved = (): number => (existsSync(plans) ? readFileSync(plans, 'utf8').split('\n').length - 1 : 0);

/** Waits until so many plans are solved and no more have come for a while. */
async function settled(least: number): Promise<number> {
  for (let before = -1; ; before = solved()) {
    await sleep(4000);
    if (solved() === before && before >= least) return before;
  }
}

describe('quiet moments', () => {
  it('are used to decide all that the public packs need, and leave no trace of a pack', async () => {
    const log = await test.call('audit.list', {});
    test.app.workAhead();
    const known = await settled(45);
    for (const edition of ['standards', 'audit'])
      await test.call('pack.preview', { edition, period: '2024/25', profile: 'published' });
    await sleep(200);
    expect(solved()).toBe(known);
    expect(await test.call('pack.list', {})).toEqual([]);
    expect(await test.call('audit.list', {})).toEqual(log);
  }, 180_000);

  it('are not used unless that is asked for, and end with the app', async () => {
    await sleep(3000);
    expect(solved()).toBe(0);
    test.app.workAhead();
    await sleep(2500);
    // The app closes in the middle of it; the next test would fail where something went on.
    await test.app.close();
    const left = solved();
    await sleep(1000);
    expect(solved()).toBe(left);
  }, 60_000);
});
