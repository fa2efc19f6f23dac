// Figures as evidence: what they said is kept beside what they say today; hidden values keep their mark.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFigure } from '#core/figures/index.ts';
import { readJudgement } from '#core/governance/judgement.ts';
import { stateOf } from '#core/governance/judgement-figure.ts';
import { addEvidence } from '#core/governance/judgement-record.ts';
import type { FigureRequest } from '#shared/schemas/figure.ts';
import { evidenceRequest } from '#shared/schemas/judgement.ts';
import { defaultSettings, type WorkspaceSettings } from '#shared/schemas/workspace.ts';
import { type TestWorkspace, testWorkspace } from '../../config/workspace.ts';

const year = '2023/24';
const span = { from: '2023-04-01', to: '2024-03-31', grain: 'financial-year' } as const;
const whole: FigureRequest = { metric: 'incidents', ...span };
const byTier: FigureRequest = { metric: 'incidents', ...span, split: 'channel' };

let workspace: TestWorkspace;
let settings: WorkspaceSettings = defaultSettings('Kirkham');
let serial = 0;

/** So many cases received through a channel. */
function cases(count: number, channel: string, month: string): string[] {
  return Array.from({ length: count }, () => {
    serial += 1;
    return `C${serial},${month}-05,${channel}`;
  });
}
async function importLog(name: string, rows: readonly string[]) {
  const path = join(workspace.folder, name);
  writeFileSync(path, `${['Case ref,Date received,Channel', ...rows].join('\n')}\n`);
  return workspace.import(path, { kind: 'incident' });
}
const ask = (request: FigureRequest) => readFigure(workspace.store, request, settings);

async function link(figure: FigureRequest, words: string) {
  const request = evidenceRequest.parse({
    year,
    question: 'use',
    side: 'for',
    words,
    strength: 'indirect',
    date: '2024-03-31',
    figure,
    role: 'Standards analyst',
  });
  const said = await stateOf(workspace.store, await ask(figure), '2024-05-01T09:00:00.000Z');
  await workspace.store.transaction((session) => addEvidence(session, request, said, 'tester'));
}
async function linked(words: string) {
  const { answers } = await readJudgement(workspace.store, year, ask, settings.smallCount);
  return answers[0]?.evidence.find((one) => one.words === words)?.figure;
}

beforeAll(async () => {
  workspace = await testWorkspace();
  await importLog('first.csv', [
    ...cases(30, 'Meeting', '2023-06'),
    ...cases(22, 'E-mail or letter', '2023-07'),
    ...cases(14, 'Telephone', '2023-08'),
    ...cases(3, 'Other', '2023-09'),
    ...cases(2, 'In person', '2023-09'),
  ]);
  await link(whole, 'The whole of the log.');
  await link(byTier, 'The log by channel.');
});
afterAll(() => workspace.close());

describe('a linked figure', () => {
  it('says what it said, of what data, and that nothing differs', async () => {
    const figure = await linked('The whole of the log.');
    expect(figure).toMatchObject({ request: whole, changed: [] });
    expect(figure?.said.values).toMatchObject([{ period: year, group: null, shown: '71', mark: null }]);
    expect(figure?.said.dataOf).toBe(new Date().toISOString().slice(0, 10));
    expect(figure?.now?.values).toEqual(figure?.said.values);
  });

  it('with a hidden value is linked with its mark and without a number', async () => {
    const values = (await linked('The log by channel.'))?.said.values ?? [];
    const other = values.find(({ group }) => group === 'Other');
    expect(other).toMatchObject({ shown: '[c]', mark: 'c', base: null });
    expect(values.find(({ group }) => group === 'Meeting')).toMatchObject({ shown: '30', mark: null });
  });

  it('tells what has changed since', async () => {
    const { importId } = await importLog('later.csv', cases(9, 'Meeting', '2023-11'));
    expect(importId).not.toBe('');
    const figure = await linked('The whole of the log.');
    expect(figure?.changed).toEqual(['2023/24: 71 then, 80 today.']);
    expect(figure?.said.values[0]?.shown).toBe('71');
    expect(figure?.now?.values[0]?.shown).toBe('80');
    expect((await linked('The log by channel.'))?.changed).toContain('2023/24, Meeting: 30 then, 39 today.');
  });

  it('hides again what the rules of today hide', async () => {
    settings = { ...settings, smallCount: 20 };
    const figure = await linked('The log by channel.');
    const phone = figure?.said.values.find(({ group }) => group === 'Telephone');
    expect(phone).toMatchObject({ shown: '[c]', mark: 'c', base: null });
    expect(figure?.changed).toContain('2023/24, Telephone: shown then, hidden today ([c]).');
    expect(JSON.stringify(figure)).not.toMatch(/"14"|Telephone[^"]*14/);
    expect(figure?.said.reading).toBe('Withheld: the rules of today hide a value that it told.');
    settings = defaultSettings('Kirkham');
    expect((await linked('The log by channel.'))?.said.values).toContainEqual(
      expect.objectContaining({ group: 'Telephone', shown: '14' }),
    );
  });

  it('that says nothing is no evidence', async () => {
    const empty = await ask({ metric: 'turnover', ...span });
    await expect(stateOf(workspace.store, empty, '2024-05-01T09:00:00.000Z')).rejects.toThrow(/says nothing/);
  });

  it('that cannot be read any more says why, and keeps what it said', async () => {
    await link({ ...whole, filters: { channel: 'Telephone' } }, 'Calls, before the log was undone.');
    await workspace.store.transaction((session) => session.run('delete from clean.incident'));
    const figure = await linked('Calls, before the log was undone.');
    expect(figure?.now).toBeNull();
    expect(figure?.changed[0]).toMatch(/^It cannot be read today: /);
    expect(figure?.said.values[0]?.shown).toBe('14');
  });
});
