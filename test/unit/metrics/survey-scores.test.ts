// Net and index of a survey, and all survey figures by behaviour, on hand-worked numbers.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFigure } from '#core/figures/index.ts';
import { tagLine } from '#core/governance/survey-lens.ts';
import { fillSurvey } from '../figures/survey-rows.ts';
import { openWorkspace, settings, type Workspace } from '../figures/workspace.ts';

let workspace: Workspace;
const read = (metric: string, more: object = {}) =>
  readFigure(workspace.store, { metric, ...more }, settings);
const tag = (line: string, behaviours: readonly string[] | null) =>
  workspace.store.transaction((session) => tagLine(session, { line, behaviours }, 'tester'));

beforeAll(async () => {
  workspace = await openWorkspace();
  // 45 agree (25 strongly), 25 neither, 30 disagree (10 strongly); half of them also answer the second question.
  await fillSurvey(
    workspace.store,
    { wave: '2024-03-31' },
    [
      { line: 'dignity', wording: 'I am treated with dignity' },
      { line: 'challenge', wording: 'It is safe to challenge' },
      { line: 'few', wording: 'Only for clerks', theme: 'Clerks' },
    ],
    [
      { count: 25, scores: [5, 3, null], directorate: 'Place' },
      { count: 20, scores: [4, null, null], directorate: 'Place' },
      { count: 25, scores: [3, 1, null], directorate: 'People' },
      { count: 20, scores: [2, null, null], directorate: 'People' },
      { count: 4, scores: [1, null, null], directorate: 'People' },
      { count: 6, scores: [1, null, 5], directorate: 'People' },
    ],
  );
});
afterAll(() => workspace.close());

describe('survey-net', () => {
  it('is favourable minus unfavourable with the interval of its standard error', async () => {
    const { points, metric } = await read('survey-net', { filters: { question: 'dignity' } });
    expect(points).toHaveLength(1);
    expect(points[0]).toMatchObject({ value: 15, base: 100, numerator: null, shown: '15' });
    // se = sqrt((0.45 + 0.30 - 0.15²) / 100) = 0.0852936; 15 ± 1.959964 × 8.52936.
    expect(points[0]?.interval?.lower).toBeCloseTo(15 - 16.71724, 4);
    expect(points[0]?.interval?.upper).toBeCloseTo(15 + 16.71724, 4);
    expect(metric).toMatchObject({ direction: 'increase', version: 1 });
  });

  it('of a theme is the plain mean of its questions, without an interval', async () => {
    const { points } = await read('survey-net', { filters: { theme: 'Respect' } });
    // The second question: 25 neither, 25 strongly disagree of 50: -50.
    expect(points[0]).toMatchObject({ value: (15 - 50) / 2, base: 100, interval: null });
  });

  it('is hidden where the favourable share is', async () => {
    const hidden = async (metric: string) =>
      (await read(metric, { split: 'question' })).points.map(({ group, suppressed }) => [group, suppressed]);
    expect(await hidden('survey-net')).toEqual(await hidden('survey-favourable'));
    expect(await hidden('survey-index')).toEqual(await hidden('survey-favourable'));
    expect(await hidden('survey-net')).toContainEqual(['few', 'c']);
  });
});

describe('survey-index', () => {
  it('of a question puts its answers on 0 to 100', async () => {
    const { points } = await read('survey-index', { filters: { question: 'dignity' } });
    // (25·100 + 20·75 + 25·50 + 20·25 + 10·0) / 100.
    expect(points[0]).toMatchObject({ value: 57.5, base: 100 });
    // Sum of squares 10 000·25 + 5 625·20 + 2 500·25 + 625·20 = 437 500; sd = sqrt((437 500 - 100·57.5²) / 99).
    const sd = Math.sqrt((437_500 - 100 * 57.5 ** 2) / 99);
    expect(points[0]?.interval?.lower).toBeCloseTo(57.5 - (1.984217 * sd) / 10, 4);
  });

  it('of a theme is the mean of people’s own means, not of the questions', async () => {
    const { points } = await read('survey-index', { filters: { theme: 'Respect' } });
    // 25 people at (100 + 50) / 2, 20 at 75, 25 at (50 + 0) / 2, 20 at 25, 10 at 0; the questions' mean is 41.25.
    expect(points[0]?.value).toBeCloseTo((25 * 75 + 20 * 75 + 25 * 25 + 20 * 25) / 100, 10);
    expect(points[0]?.base).toBe(100);
    expect(points[0]?.interval).not.toBeNull();
  });

  it('falls back to the mean of the questions where one was answered by too few, without an interval', async () => {
    const { points } = await read('survey-index');
    expect(points[0]).toMatchObject({ value: (57.5 + 25) / 2, base: 100, interval: null });
  });

  it('puts another scale on the same 0 to 100', async () => {
    const own = await openWorkspace();
    await fillSurvey(
      own.store,
      { wave: '2024-03-31' },
      [{ line: 'ten', scale: 'number-1-10' }],
      [
        { count: 10, scores: [10] },
        { count: 10, scores: [1] },
        { count: 10, scores: [4] },
      ],
    );
    const { points } = await readFigure(own.store, { metric: 'survey-index' }, settings);
    // (100 + 0 + 100·3/9) / 3.
    expect(points[0]?.value).toBeCloseTo(400 / 9, 10);
    await own.close();
  });
});

describe('by behaviour', () => {
  const behaviour = 'Dignity and courtesy';
  it('counts nothing that nobody has confirmed, and says so', async () => {
    const { points, warnings } = await read('survey-favourable', { split: 'behaviour' });
    expect(points).toEqual([]);
    expect(warnings.find(({ code }) => code === 'behaviour-unconfirmed')?.text).toContain(
      'Nobody has confirmed',
    );
  });

  it('counts a question under each behaviour that a person confirmed', async () => {
    await tag('dignity', [behaviour, 'Open communication']);
    await tag('challenge', ['Constructive challenge', behaviour]);
    const { points, warnings } = await read('survey-favourable', { split: 'behaviour' });
    // 45 of 100, and 0 of 50.
    expect(points.map(({ group, value }) => [group, value])).toEqual([
      ['Constructive challenge', 0],
      [behaviour, 22.5],
      ['Open communication', 45],
    ]);
    expect(warnings.find(({ code }) => code === 'behaviour-unconfirmed')?.text).toContain(
      '1 of 3 are not confirmed',
    );
    const index = await read('survey-index', { filters: { behaviour } });
    expect(index.points.map(({ value }) => value)).toEqual([45]);
    const net = await read('survey-net', { split: 'behaviour' });
    expect(net.points.map(({ value }) => value)).toEqual([-50, -17.5, 15]);
  });

  it('is never cut by groups of people: two sets of questions could tell what one hides', async () => {
    const { points, warnings } = await read('survey-favourable', {
      split: 'directorate',
      filters: { behaviour },
    });
    expect(points).toEqual([]);
    expect(warnings.map(({ code }) => code)).toContain('behaviour-groups');
  });

  it('forgets what is taken back, and takes “none of the seven” for an answer', async () => {
    await tag('dignity', null);
    await tag('challenge', []);
    await tag('few', []);
    const { points, warnings } = await read('survey-favourable', { split: 'behaviour' });
    expect(points).toEqual([]);
    expect(warnings.find(({ code }) => code === 'behaviour-unconfirmed')?.text).toContain('1 of 3');
    await expect(tag('nothing', [])).rejects.toMatchObject({ code: 'question-unknown' });
  });
});
