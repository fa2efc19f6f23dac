import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFigure } from '#core/figures/index.ts';
import { figure } from '#shared/schemas/figure.ts';
import { fillWave, openWorkspace, settings, type Workspace } from '../figures/workspace.ts';

let workspace: Workspace;
const read = (metric: string, more: object = {}) =>
  readFigure(workspace.store, { metric, ...more }, settings);

beforeAll(async () => {
  workspace = await openWorkspace();
  const { store } = workspace;
  // March 2023: 25 of 50 favourable; October 2024: 62 of 100, and 5 "not applicable", 3 test responses.
  await fillWave(store, {
    wave: '2023-03-01',
    answers: [
      { count: 25, favourable: true, score: 4 },
      { count: 25, favourable: false, score: 2 },
    ],
  });
  await fillWave(store, {
    wave: '2024-10-14',
    answers: [
      { count: 40, favourable: true, score: 5, directorate: 'Place', role: 'Officer' },
      { count: 22, favourable: true, score: 4, directorate: 'People', role: 'Officer' },
      { count: 38, favourable: false, score: 2, directorate: 'People', role: 'Officer' },
      { count: 5, favourable: null, answered: false },
      { count: 3, favourable: true, score: 5, test: true },
    ],
  });
  // A second question of the theme, 20 of 80, and one that only 6 answered.
  await fillWave(store, {
    wave: '2024-10-14',
    line: 'dignity',
    wording: 'I am treated with dignity',
    answers: [
      { count: 20, favourable: true, score: 4 },
      { count: 60, favourable: false, score: 1 },
    ],
  });
  await fillWave(store, {
    wave: '2024-10-14',
    line: 'few',
    wording: 'Only for clerks',
    answers: [{ count: 6, favourable: true, score: 5 }],
  });
  await fillWave(store, {
    wave: '2022-05-01',
    instrument: 'Councillors',
    answers: [{ count: 12, favourable: true, score: 5, role: 'Councillor' }],
  });
});
afterAll(() => workspace.close());

describe('survey-favourable', () => {
  it('answers a question per wave with base and Wilson interval, and keeps to the schema', async () => {
    const answer = await read('survey-favourable', { filters: { question: 'respect' } });
    expect(figure.parse(answer)).toEqual(answer);
    expect(
      answer.points.map(({ from, shown, base, numerator }) => ({ from, shown, base, numerator })),
    ).toEqual([
      { from: '2023-03-01', shown: '50%', base: 50, numerator: 25 },
      { from: '2024-10-14', shown: '62%', base: 100, numerator: 62 },
    ]);
    // Wilson 62 of 100: (0.62 + z²/200 ± z·sqrt(0.62·0.38/100 + z²/40000)) / (1 + z²/100), z = 1.959964.
    expect(answer.points[1]?.interval?.lower).toBeCloseTo(52.2, 1);
    expect(answer.points[1]?.interval?.upper).toBeCloseTo(70.9, 1);
    expect(answer.reading).toBe(
      'Per cent favourable: 62% favourable on 14 October 2024 (base 100), 52% to 71%. No clear change since 1 March 2023.',
    );
  });

  it('never pools instruments: it takes the latest, says so, and another can be chosen', async () => {
    const answer = await read('survey-favourable', { filters: { question: 'respect' } });
    expect(answer.warnings.map(({ code }) => code)).toContain('instrument-chosen');
    expect(answer.provenance.filters).toEqual({ question: 'respect', instrument: 'Officers' });
    const other = await read('survey-favourable', { filters: { instrument: 'Councillors' } });
    expect(other.points.map(({ from, base }) => [from, base])).toEqual([['2022-05-01', 12]]);
    const both = await read('survey-favourable', {
      split: 'question-instrument',
      from: '2022-01-01',
      to: '2022-12-31',
    });
    expect(
      both.points.find(({ group, across }) => group === 'respect' && across === 'Councillors')?.shown,
    ).toBe('100%');
  });

  it('makes a theme the plain mean of its questions, without those that too few answered', async () => {
    const answer = await read('survey-favourable', { split: 'theme', from: '2024-01-01' });
    // (62 + 25) / 2; with the question of 6 answers it would be (62 + 25 + 100) / 3.
    expect(answer.points.map(({ group, value }) => [group, value])).toEqual([['Respect', 43.5]]);
    expect(answer.points[0]?.interval).toBeNull();
    // In March 2023 the theme was one question: a mean of two is not compared with it.
    const waves = await read('survey-favourable', { split: 'theme' });
    expect(waves.points.map(({ shown, base }) => [shown, base])).toEqual([
      ['50%', 50],
      ['44%', 100],
    ]);
    expect(waves.points.map(({ segment }) => segment)).toEqual([0, 1]);
    expect(waves.warnings.map(({ code }) => code)).toContain('questions-changed');
    expect(waves.reading).not.toMatch(/improvement|worsening|March 2023/);
  });

  it('names questions by their wording', async () => {
    const answer = await read('survey-favourable', { split: 'question', from: '2024-01-01' });
    expect(answer.points.map(({ group, label, shown }) => [group, label, shown])).toEqual([
      ['respect', 'I am respected', '62%'],
      ['dignity', 'I am treated with dignity', '25%'],
      ['few', 'Only for clerks', '[c]'],
    ]);
  });

  it('refuses an unknown question, split and grain', async () => {
    await expect(read('survey-favourable', { filters: { question: 'nope' } })).rejects.toMatchObject({
      code: 'question-unknown',
    });
    await expect(read('survey-favourable', { split: 'ward' })).rejects.toMatchObject({
      code: 'split-unknown',
    });
    await expect(read('survey-favourable', { grain: 'month' })).rejects.toMatchObject({
      code: 'grain-unknown',
    });
    await expect(read('nothing')).rejects.toMatchObject({ code: 'metric-unknown' });
  });
});

describe('survey-neutral and survey-unfavourable', () => {
  it('share the answers with the favourable ones, on each scale by its own middle', async () => {
    const own = await openWorkspace();
    const answers = (scores: readonly (readonly [score: number, count: number])[], from: number) =>
      scores.map(([score, count]) => ({ count, score, favourable: score >= from }));
    await fillWave(own.store, {
      wave: '2024-10-14',
      answers: answers(
        [
          [1, 4],
          [2, 6],
          [3, 10],
          [4, 20],
        ],
        4,
      ),
    });
    await fillWave(own.store, {
      wave: '2024-10-14',
      line: 'ten',
      scale: 'number-1-10',
      wording: 'From 1 to 10',
      answers: answers(
        [
          [3, 5],
          [4, 7],
          [7, 3],
          [8, 5],
        ],
        8,
      ),
    });
    await fillWave(own.store, {
      wave: '2024-10-14',
      line: 'four',
      scale: 'number-1-4',
      wording: 'From 1 to 4',
      answers: answers(
        [
          [2, 6],
          [3, 6],
        ],
        3,
      ),
    });
    const sides = async (side: string) => {
      const { points } = await readFigure(
        own.store,
        { metric: `survey-${side}`, split: 'question' },
        settings,
      );
      return Object.fromEntries(points.map(({ group, numerator, base }) => [group, [numerator, base]]));
    };
    expect(await sides('favourable')).toEqual({ respect: [20, 40], ten: [5, 20], four: [6, 12] });
    expect(await sides('neutral')).toEqual({ respect: [10, 40], ten: [10, 20], four: [0, 12] });
    expect(await sides('unfavourable')).toEqual({ respect: [10, 40], ten: [5, 20], four: [6, 12] });
    await own.close();
  });

  it('are hidden where the favourable share is, and read as their own direction', async () => {
    const hidden = async (side: string) =>
      (await read(`survey-${side}`, { split: 'question-directorate' })).points.map(
        ({ from, group, across, suppressed }) => [from, group, across, suppressed],
      );
    expect(await hidden('neutral')).toEqual(await hidden('favourable'));
    expect(await hidden('unfavourable')).toEqual(await hidden('favourable'));
    const { reading } = await read('survey-unfavourable', { filters: { question: 'respect' } });
    expect(reading).toBe(
      'Per cent unfavourable: 38% on 14 October 2024 (base 100), 29% to 48%. No clear change since 1 March 2023.',
    );
  });
});

describe('survey-mean', () => {
  it('answers the mean score with its t interval', async () => {
    const answer = await read('survey-mean', { filters: { question: 'respect' } });
    // March 2023: 25 fours and 25 twos: mean 3, sd sqrt(50/49), t(49) = 2.00958: 3 ± 0.28708.
    expect(answer.points[0]?.value).toBe(3);
    expect(answer.points[0]?.interval?.lower).toBeCloseTo(3 - 2.009575 * Math.sqrt(50 / 49 / 50), 5);
    // October 2024: (40·5 + 22·4 + 38·2) / 100.
    expect(answer.points[1]?.value).toBeCloseTo(3.64, 10);
  });
});

describe('survey-responses', () => {
  it('counts responses without the test ones', async () => {
    const answer = await read('survey-responses', { filters: { instrument: 'Officers' } });
    // 2024: 105 of the first file (100 answers and 5 not applicable), 80 and 6 of the others.
    expect(answer.points.map(({ value }) => value)).toEqual([50, 191]);
  });
});
