// Single cases in exempt packs, through the real application: only while the key is unlocked, and logged each time.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type PackCouncil, packCouncil, passphrase } from '../../config/pack-council.ts';

const request = { edition: 'standards', period: '2024/25' } as const;
const readings = async () =>
  (await test.call('audit.list', {})).entries.filter(({ action }) => action === 'pack-cases-read');

let test: PackCouncil;
beforeAll(async () => {
  test = await packCouncil();
});
afterAll(() => test.close());

const caseLog = async (circulation: 'public' | 'exempt') => {
  const { sheets } = await test.call('pack.build', { ...request, circulation });
  return sheets.find(({ name }) => name === 'Case_log');
};

it('stand in no pack while the key is locked, and the sheet says why', async () => {
  const sheet = await caseLog('exempt');
  expect(sheet?.rows).toBe(0);
  expect(sheet?.missing).toContain('key was locked');
  expect(await readings()).toEqual([]);
});

it('stand in the exempt pack while it is unlocked, and the reading is in the audit log, once', async () => {
  await test.call('officer.unlock', { passphrase });
  const sheet = await caseLog('exempt');
  expect(sheet?.rows).toBeGreaterThan(0);
  const [entry, ...more] = await readings();
  expect(more).toEqual([]);
  expect(entry?.detail).toEqual({ edition: 'standards', period: '2024/25', cases: sheet?.rows });
});

it('are never asked for by a public pack', async () => {
  expect(await caseLog('public')).toBeUndefined();
  expect(await readings()).toHaveLength(1);
});
