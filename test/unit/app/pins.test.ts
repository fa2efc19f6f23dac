// Pins through the real application: kept in order, noted, moved, taken away, and set out in the pack.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../config/app.ts';

let test: TestApp;
beforeAll(async () => {
  test = await testApp();
  await test.call('workspace.create', { id: 'pins', council: 'Exampleshire' });
});
afterAll(() => test.close());

const titles = async () => (await test.call('pin.list', {})).map(({ title }) => title);

it('keeps pins in their order, each question once', async () => {
  expect(await test.call('pin.list', {})).toEqual([]);
  await test.call('pin.add', { request: { metric: 'incidents', split: 'category' }, kind: 'bars' });
  await test.call('pin.add', { request: { metric: 'turnover' } });
  await test.call('pin.add', {
    request: { metric: 'incidents', filters: { tier: 'Principal', stage: 'Open' } },
    note: { text: 'The parish cases come by another road.', role: 'Deputy Monitoring Officer' },
  });
  const again = { metric: 'incidents', filters: { stage: 'Open', tier: 'Principal' } };
  expect(await test.app.call('pin.add', { request: again })).toMatchObject({ error: { code: 'pin-there' } });
  expect(await test.app.call('pin.add', { request: { metric: 'no-such' } })).toMatchObject({
    error: { code: 'metric-unknown' },
  });
  const pins = await test.call('pin.list', {});
  expect(pins.map(({ request }) => request.metric)).toEqual(['incidents', 'turnover', 'incidents']);
  expect(pins[0]).toMatchObject({ kind: 'bars', note: null, pinnedBy: 'tester' });
  expect(pins[0]?.title).toMatch(/ by category$/);
  expect(pins[2]?.note).toMatchObject({ role: 'Deputy Monitoring Officer' });
  expect(pins[2]?.title).toContain('tier Principal');
});

it('moves, notes and removes a pin; the others close up', async () => {
  const before = await titles();
  const [first, second, third] = await test.call('pin.list', {});
  if (!first || !second || !third) throw new Error('three pins were made');
  await test.call('pin.move', { id: third.id, to: 1 });
  expect(await titles()).toEqual([before[2], before[0], before[1]]);
  await test.call('pin.move', { id: third.id, to: 99 });
  expect(await titles()).toEqual(before);
  const noted = await test.call('pin.note', { id: first.id, note: { text: 'Watch this.', role: 'Analyst' } });
  expect(noted[0]?.note?.text).toBe('Watch this.');
  expect((await test.call('pin.note', { id: first.id, note: null }))[0]?.note).toBeNull();
  await test.call('pin.remove', { id: second.id });
  expect(await titles()).toEqual([before[0], before[2]]);
  expect(await test.app.call('pin.remove', { id: second.id })).toMatchObject({
    error: { code: 'pin-unknown' },
  });
});
