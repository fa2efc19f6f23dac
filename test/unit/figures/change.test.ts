// What a survey's value says against the wave before: tests by shape, gates, one family a table, broken lines.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readFigure } from '#core/figures/index.ts';
import { type Asked, fillSurvey, type Person } from './survey-rows.ts';
import { openWorkspace, settings, type Workspace } from './workspace.ts';

let workspace: Workspace;
beforeEach(async () => {
  workspace = await openWorkspace();
});
afterEach(() => workspace.close());

const before = { wave: '2023-03-31' };
const now = { wave: '2024-03-31' };
const read = (metric: string, more: object = {}) =>
  readFigure(workspace.store, { metric, ...more }, settings);
const latest = async (metric: string, more: object = {}) =>
  (await read(metric, more)).points.filter(({ from }) => from === now.wave);

/** One question: so many favourable of so many, in each of the two waves. */
async function one(first: readonly [number, number], second: readonly [number, number]): Promise<void> {
  for (const [wave, [hits, base]] of [
    [before, first],
    [now, second],
  ] as const) {
    const people = [
      { count: hits, scores: [4] },
      { count: base - hits, scores: [2] },
    ].filter(({ count }) => count > 0);
    await fillSurvey(workspace.store, wave, [{ line: 'heard' }], people);
  }
}

describe('the change of one question', () => {
  it('has Newcombe’s interval and the two-proportion p value', async () => {
    await one([50, 100], [65, 100]);
    const [point] = await latest('survey-favourable', { split: 'question' });
    // z = 0.15 / sqrt(0.575·0.425·0.02) = 2.1456; two-sided p = 0.0319.
    expect(point?.change).toMatchObject({ verdict: 'higher', compared: 1, since: '31 March 2023' });
    expect(point?.change?.value).toBeCloseTo(15, 10);
    expect(point?.change?.p).toBeCloseTo(0.0319, 4);
    expect(point?.change?.adjustedP).toBe(point?.change?.p);
    expect(point?.change?.interval.method).toBe('Newcombe');
  });

  it('is tested by Fisher where fewer than 5 are expected', async () => {
    await one([30, 30], [26, 30]);
    const [point] = await latest('survey-favourable');
    // All 4 in one wave: 2·C(30,4)/C(60,4) = 0.112400; the z test would say 0.0384.
    expect(point?.change?.p).toBeCloseTo((2 * 27_405) / 487_635, 6);
    expect(point?.change?.verdict).toBe('no-clear-change');
  });

  it('is not tested below 30 answers, and the reading says so', async () => {
    await one([29, 29], [5, 29]);
    const figure = await read('survey-favourable');
    expect(figure.points.map(({ change }) => change)).toEqual([null, null]);
    expect(figure.reading).toContain('Too few answers to compare with 31 March 2023.');
  });
});

describe('the family', () => {
  const asked: readonly Asked[] = Array.from({ length: 10 }, (_, index) => ({ line: `q${index}` }));
  const wave = (hits: number): Person[] => [
    // The first question moves by `hits` of 100; the nine others stay at 50 of 100.
    { count: hits, scores: asked.map(() => 4) },
    { count: 50 - hits, scores: asked.map((_, index) => (index === 0 ? 2 : 4)) },
    { count: 50, scores: asked.map(() => 2) },
  ];
  it('takes a change back that one of ten questions shows by chance', async () => {
    await fillSurvey(
      workspace.store,
      before,
      asked,
      wave(50).filter(({ count }) => count > 0),
    );
    await fillSurvey(workspace.store, now, asked, wave(35));
    const [alone] = await latest('survey-favourable', { filters: { question: 'q0' } });
    // 50 against 35 of 100: z = 2.1456 again.
    expect(alone?.change).toMatchObject({ verdict: 'lower', compared: 1 });
    const all = await latest('survey-favourable', { split: 'question' });
    const first = all.find(({ group }) => group === 'q0')?.change;
    expect(first).toMatchObject({ verdict: 'no-clear-change', compared: 10, p: alone?.change?.p });
    expect(first?.adjustedP).toBeCloseTo(10 * (alone?.change?.p ?? 0), 10);
    expect(all.find(({ group }) => group === 'q1')?.change).toMatchObject({ value: 0, p: 1, adjustedP: 1 });
  });

  it('is of one wave: another wave’s changes do not count in it', async () => {
    await one([50, 100], [65, 100]);
    await fillSurvey(
      workspace.store,
      { wave: '2025-03-31' },
      [{ line: 'heard' }],
      [{ count: 100, scores: [4] }],
    );
    const { points } = await read('survey-favourable', { split: 'question' });
    expect(points.map(({ change }) => change?.compared)).toEqual([undefined, 1, 1]);
  });
});

describe('several questions together, indices and means', () => {
  const asked: readonly Asked[] = [{ line: 'a' }, { line: 'b' }];
  it('are a theme from 20 answers, by a z test', async () => {
    await fillSurvey(workspace.store, before, asked, [
      { count: 5, scores: [4, 4] },
      { count: 15, scores: [2, 2] },
    ]);
    await fillSurvey(workspace.store, now, asked, [
      { count: 15, scores: [4, 4] },
      { count: 5, scores: [2, 2] },
    ]);
    const [point] = await latest('survey-favourable', { split: 'theme' });
    // 75 against 25 per cent of 20: z = 0.5 / sqrt(2·0.1875/20) = 3.6515.
    expect(point?.change).toMatchObject({ value: 50, verdict: 'higher' });
    expect(point?.change?.p).toBeCloseTo(0.000261, 5);
    // Each question by itself has too few.
    const each = await latest('survey-favourable', { split: 'question' });
    expect(each.map(({ change }) => change)).toEqual([null, null]);
  });

  it('are an index from 10 people, by Welch’s test', async () => {
    await fillSurvey(workspace.store, before, asked, [
      { count: 5, scores: [1, 1] },
      { count: 5, scores: [3, 3] },
    ]);
    await fillSurvey(workspace.store, now, asked, [
      { count: 5, scores: [3, 3] },
      { count: 5, scores: [5, 5] },
    ]);
    const [point] = await latest('survey-index');
    // Means 25 and 75, both sd = 25·sqrt(10/9); t = 50 / sqrt(2·(6250/9)/10) = 4.2426 on 18: p = 0.000489.
    expect(point?.change).toMatchObject({ value: 50, verdict: 'higher' });
    expect(point?.change?.p).toBeCloseTo(0.000489, 5);
    expect(point?.change?.interval.method).toBe('Welch t');
    const [mean] = await latest('survey-mean', { filters: { question: 'a' } });
    expect(mean?.change?.value).toBe(2);
    expect(mean?.change?.p).toBeCloseTo(point?.change?.p ?? 0, 10);
  });

  it('are a net by the standard errors of both', async () => {
    await one([50, 100], [65, 100]);
    const [point] = await latest('survey-net');
    // 0 to 30 points; se² = (1 - 0)/100 + (1 - 0.09)/100 = 0.0191; z = 0.3/0.138203 = 2.17072.
    expect(point?.change?.value).toBeCloseTo(30, 10);
    expect(point?.change?.p).toBeCloseTo(0.02995, 4);
    expect(point?.change?.interval.lower).toBeCloseTo(30 - 27.0873, 3);
  });
});

describe('a broken line', () => {
  it('is not compared across another answer scale', async () => {
    await fillSurvey(workspace.store, before, [{ line: 'heard' }], [{ count: 60, scores: [2] }]);
    await fillSurvey(
      workspace.store,
      now,
      [{ line: 'heard', scale: 'number-1-10' }],
      [{ count: 60, scores: [9] }],
    );
    for (const metric of ['survey-favourable', 'survey-net', 'survey-index']) {
      const figure = await read(metric, { filters: { question: 'heard' } });
      expect(figure.points.map(({ change, segment }) => [change, segment])).toEqual([
        [null, 0],
        [null, 1],
      ]);
      expect(figure.warnings.map(({ code }) => code)).toContain('scale-break');
      expect(figure.reading).not.toMatch(/improvement|worsening|31 March 2023/);
    }
  });

  it('is not compared across another wording', async () => {
    await fillSurvey(workspace.store, before, [{ line: 'heard' }], [{ count: 60, scores: [2] }]);
    await fillSurvey(workspace.store, now, [{ line: 'listened-to' }], [{ count: 60, scores: [4] }]);
    const { points } = await read('survey-favourable', { split: 'question' });
    expect(points.flatMap(({ change }) => change ?? [])).toEqual([]);
  });
});
