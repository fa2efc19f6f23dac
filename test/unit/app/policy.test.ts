// The disclosure policy through the real application: floors hold, every change is kept.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../config/app.ts';

let test: TestApp;
beforeAll(async () => {
  test = await testApp();
  await test.call('workspace.sample', {});
});
afterAll(() => test.close());

it.each([
  ['minimumBase', 4],
  ['smallCount', 4],
  ['percentBase', 9],
  ['commentBase', 9],
])('does not take %s of %d: it is below the floor', async (name, value) => {
  await expect(test.call('workspace.settings', { [name]: value })).rejects.toThrow(/^input-invalid/);
});

it('keeps who changed what, and nothing for a value that stays', async () => {
  await test.call('workspace.settings', { smallCount: 8 });
  await test.call('workspace.settings', { smallCount: 8, percentBase: 12 });
  const changes = await test.call('workspace.changes', {});
  expect(changes.slice(0, 2)).toMatchObject([
    { key: 'percentBase', previous: '10', value: '12', by: 'tester' },
    { key: 'smallCount', previous: '5', value: '8', by: 'tester' },
  ]);
  await test.call('workspace.settings', { smallCount: 5, percentBase: 10 });
});

it('hides more where the policy is stricter, and says so', async () => {
  const request = { metric: 'leavers', split: 'directorate', grain: 'financial-year' } as const;
  const hidden = async () => (await test.call('figure.read', request)).provenance.suppression;
  const usual = await hidden();
  await test.call('workspace.settings', { smallCount: 50 });
  const strict = await hidden();
  await test.call('workspace.settings', { smallCount: 5 });
  expect(strict.hidden).toBeGreaterThan(usual.hidden);
  expect(strict.rule).toContain('1 to 49 cases');
});
