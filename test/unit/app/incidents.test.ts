// Targets and the speak-up panel through the real application: what is set is kept, logged and followed.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../config/app.ts';

let test: TestApp;
beforeAll(async () => {
  test = await testApp();
  await test.call('workspace.sample', {});
});
afterAll(() => test.close());

const within = (metric: string) => test.call('figure.read', { metric, grain: 'all' });

it('refuses a share within target until one is set, and again when it is taken away', async () => {
  expect((await within('closed-within-target')).points[0]).toMatchObject({ shown: '[x]', value: null });
  const { settings } = await test.call('workspace.settings', { closeDays: 60 });
  expect(settings).toMatchObject({ closeDays: 60, acknowledgeDays: null });
  const [point] = (await within('closed-within-target')).points;
  expect(point?.value).toBeGreaterThan(0);
  expect(point?.interval?.method).toBe('Kaplan-Meier, log-log');
  expect((await within('acknowledged-within-target')).points[0]?.shown).toBe('[x]');
  await test.call('workspace.settings', { closeDays: null });
  expect((await within('closed-within-target')).points[0]?.shown).toBe('[x]');
});

it('takes no target under a day', async () => {
  await expect(test.call('workspace.settings', { closeDays: 0 })).rejects.toThrow(/^input-invalid/);
});

it('reads the panel of the sample: one reading is not measured there, and says so', async () => {
  const { readings } = await test.call('speakup.read', { from: '2024-04-01', to: '2025-03-31' });
  const missing = readings.filter((reading) => reading.missing !== null).map(({ id }) => id);
  expect(missing).toEqual(['told-outcome']);
  const safe = readings.find(({ id }) => id === 'safe-to-raise');
  expect(safe?.entries.map(({ source }) => source)).toEqual(['Councillor survey', 'Staff survey']);
  const periods = readings.find(({ id }) => id === 'volume')?.entries[0]?.figure.points;
  expect(periods?.map(({ period }) => period)).toEqual(['2024/25']);
});

it('counts every incident of one scheme once in the resolution flow', async () => {
  const filters = { scheme: 'Member-Officer Protocol' };
  const flow = await test.call('figure.read', {
    metric: 'incidents',
    split: 'resolution',
    grain: 'all',
    filters,
  });
  const whole = await test.call('figure.read', { metric: 'incidents', grain: 'all', filters });
  const shown = flow.points.reduce((sum, { value }) => sum + (value ?? 0), 0);
  expect(shown).toBeLessThanOrEqual(whole.points[0]?.value ?? 0);
  expect(flow.points.map(({ group }) => group)).toContain('Self-resolved');
});
