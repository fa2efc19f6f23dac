// A figure as the command line prints it, from a real workspace.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readFigure } from '#core/figures/index.ts';
import { figureText } from '#hosts/cli/print-figure.ts';
import { cases, fill, fillWave, openWorkspace, settings, type Workspace } from './workspace.ts';

let workspace: Workspace;
beforeEach(async () => {
  workspace = await openWorkspace();
});
afterEach(() => workspace.close());

const answers = (favourable: number, unfavourable: number) => [
  { count: favourable, favourable: true, score: 4 },
  { count: unfavourable, favourable: false, score: 2 },
];

it('prints the change of a survey with its interval and its verdict', async () => {
  const { store } = workspace;
  await fillWave(store, { wave: '2021-03-01', answers: answers(40, 60) });
  await fillWave(store, { wave: '2022-03-01', answers: answers(44, 56) });
  const text = figureText(await readFigure(store, { metric: 'survey-favourable' }, settings));
  expect(text).toMatch(/Interval +Change/);
  expect(text).toMatch(
    /\+4 points, no clear change since 1 March 2021 \(-9\.\d to \+17\.\d; p 0\.567, adjusted 0\.567 over 1\)/,
  );
  expect(text).toContain('would find them. Hidden here: 0.');
});

it('prints no such column where nothing is compared', async () => {
  const { store } = workspace;
  await fill(store, 'clean.incident', cases(6, '2024-05-10'));
  const text = figureText(await readFigure(store, { metric: 'incidents' }, settings));
  expect(text).toContain('Interval');
  expect(text).not.toContain('Change');
});
