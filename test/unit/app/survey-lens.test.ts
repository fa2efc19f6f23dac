// What people say of survey questions, through the whole application: tags, steps, whom a survey asks, the log.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../config/app.ts';

const folder = mkdtempSync(join(tmpdir(), 'candour-lens-'));
let test: TestApp;

const header =
  'We treat each other with dignity,I know how to raise a concern about behaviour,It is safe to challenge';
const file = (agree: number, disagree: number): string =>
  [
    header,
    ...Array<string>(agree).fill('Agree,Agree,Agree'),
    ...Array<string>(disagree).fill('Disagree,Strongly disagree,Disagree'),
  ].join('\n');

async function importWave(instrument: string, wave: string, text: string): Promise<void> {
  const path = join(folder, `${instrument} ${wave}.csv`);
  writeFileSync(path, `${text}\n`);
  await test.call('import.commit', { file: await test.receive(path), instrument, wave });
}

beforeAll(async () => {
  test = await testApp();
  await test.call('workspace.create', { id: 'lens' });
  await importWave('Officer survey', '2024-03-31', file(30, 70));
  await importWave('Pulse', '2024-04-30', file(28, 12));
});
afterAll(async () => {
  await test.close();
  rmSync(folder, { recursive: true });
});

const lineOf = async (words: string) => {
  const { lines } = await test.call('survey.lens', {});
  const found = lines.find(({ title }) => title.includes(words));
  if (!found) throw new Error(`No line with ${words}`);
  return found;
};

describe('the lens', () => {
  it('suggests behaviours and steps by words, and counts nothing as confirmed', async () => {
    expect(await lineOf('dignity')).toMatchObject({
      behaviours: null,
      suggested: ['Dignity and courtesy'],
      step: null,
      instruments: ['Officer survey', 'Pulse'],
    });
    expect(await lineOf('raise a concern')).toMatchObject({ step: 'route', stepBy: 'wording' });
    const { warnings } = await test.call('figure.read', { metric: 'survey-index', split: 'behaviour' });
    expect(warnings.map(({ code }) => code)).toContain('behaviour-unconfirmed');
  });

  it('keeps what a person confirms for every wave of the line, logged with who said so', async () => {
    const { line } = await lineOf('dignity');
    const said = await test.call('survey.tag', { line, behaviours: ['Dignity and courtesy'] });
    expect(said.decisions[0]).toMatchObject({ by: 'tester', action: 'set' });
    expect(said.decisions[0]?.what).toContain('Dignity and courtesy');
    const { points } = await test.call('figure.read', {
      metric: 'survey-favourable',
      split: 'behaviour-instrument',
    });
    expect(
      points.filter(({ value }) => value !== null).map(({ group, across, value }) => [group, across, value]),
    ).toEqual([
      ['Dignity and courtesy', 'Officer survey', 30],
      ['Dignity and courtesy', 'Pulse', 70],
    ]);
    expect(await test.app.call('survey.tag', { line, behaviours: ['Kindness'] })).toMatchObject({
      ok: false,
      error: { code: 'input-invalid' },
    });
  });

  it('sets whom a survey asks, and the mirror and the response follow', async () => {
    expect((await test.call('mirror.read', {})).rows).toEqual([]);
    await test.call('survey.asks', { instrument: 'Pulse', side: 'councillors' });
    const mirror = await test.call('mirror.read', {});
    expect(mirror.rows.map(({ verdict }) => verdict)).toEqual(Array(3).fill('councillors-higher'));
    const rate = await test.call('figure.read', {
      metric: 'survey-response-rate',
      filters: { instrument: 'Pulse' },
    });
    expect(rate.warnings.map(({ code }) => code)).not.toContain('side-unknown');
    const { sources } = await test.call('health.read', {});
    expect(sources.find(({ instrument }) => instrument === 'Pulse')?.side).toBe('councillors');
    await test.call('survey.asks', { instrument: 'Pulse', side: null });
    expect((await test.call('mirror.read', {})).rows).toEqual([]);
  });

  it('sets a step of awareness', async () => {
    const { line } = await lineOf('challenge');
    await test.call('survey.step', { line, step: 'used' });
    const { steps } = await test.call('survey.funnel', { instrument: 'Officer survey' });
    expect(steps.map(({ step, shown }) => [step, shown]).slice(3)).toEqual([
      ['route', '30%'],
      ['used', '30%'],
    ]);
  });
});
