import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readFigure } from '#core/figures/index.ts';
import { saveBreak } from '#core/governance/breaks.ts';
import { addMonths } from '#shared/calendar.ts';
import { cases, fill, fillWave, openWorkspace, settings, type Workspace } from './workspace.ts';

let workspace: Workspace;
beforeEach(async () => {
  workspace = await openWorkspace();
});
afterEach(() => workspace.close());

/** One row of sickness a month, from April 2020. */
const months = (values: readonly number[]) =>
  values.map((value, index) => ({
    month: addMonths('2020-04-01', index),
    term: 'Short term',
    fte_days_lost: value,
    spells: 20,
  }));

/** A break of the sickness figures, unless said otherwise. */
const setBreak = (
  store: Workspace['store'],
  of: { readonly kinds?: string[]; readonly metrics?: string[] },
  date: string,
) =>
  store.transaction((session) =>
    saveBreak(
      session,
      {
        date,
        title: 'New HR system',
        reason: 'Absence is coded in another way',
        kinds: ['absence-spell'],
        metrics: [],
        ...of,
      },
      'tester',
    ),
  );

describe('control limits', () => {
  // The published vector "nhsr-test-rnorm20" (NHSRplotthedots test-ptd_spc_standard.R), moved up by 10 so
  // that it can be days: the mean and the limits move with it.
  const series = [
    -0.560476, -0.230177, 1.558708, 0.070508, 0.129288, 1.715065, 0.460916, -1.265061, -0.686853, -0.445662,
    1.224082, 0.359814, 0.400771, 0.110683, -0.555841, 1.786913, 0.49785, -1.966617, 0.701356, -0.472791,
  ].map((value) => value + 10);

  it('are those of the vector', async () => {
    await fill(workspace.store, 'mart.absence_month', months(series));
    const { limits, reading, provenance } = await readFigure(
      workspace.store,
      { metric: 'absence-fte-days' },
      settings,
    );
    expect(limits).toHaveLength(1);
    const [only] = limits;
    expect(only?.mean).toBeCloseTo(10.1416238, 6);
    expect(only?.lower).toBeCloseTo(10 - 3.01137934, 6);
    expect(only?.upper).toBeCloseTo(10 + 3.29462694, 6);
    expect(only?.sigmaLower).toBeCloseTo(10 - 1.96037829, 6);
    expect(only?.sigmaUpper).toBeCloseTo(10 + 2.24362589, 6);
    expect(only).toMatchObject({ points: 20, trial: false, variation: 'common_cause', signals: [] });
    expect(reading).toBe(
      'FTE days lost to sickness: 10 in November 2021. Within its usual range: no clear change.',
    );
    expect(provenance.method).toContain('2.66');
  });

  it('are the same whatever first month is asked for, and know nothing after the last', async () => {
    await fill(workspace.store, 'mart.absence_month', months([...series, 50, 50, 50]));
    const request = { metric: 'absence-fte-days', from: '2021-10-01', to: '2021-11-30' };
    const { limits, points } = await readFigure(workspace.store, request, settings);
    expect(points).toHaveLength(2);
    expect(limits[0]?.mean).toBeCloseTo(10.1416238, 6);
  });

  it('stay those of the months before adoption, which is marked', async () => {
    // 14 months around 10, then 8 around 4: with the baseline frozen the mean stays 10.
    const before = [9, 11, 10, 9, 11, 10, 9, 11, 10, 9, 11, 10, 9, 11];
    await fill(workspace.store, 'mart.absence_month', months([...before, 4, 4, 5, 4, 4, 3, 4, 4]));
    const adopted = { ...settings, adoptionDate: '2021-06-01' };
    const answer = await readFigure(workspace.store, { metric: 'absence-fte-days' }, adopted);
    expect(answer.limits[0]?.mean).toBe(10);
    expect(answer.limits[0]?.variation).toBe('improvement_low');
    expect(answer.limits[0]?.signals.map(({ from }) => from)).toContain('2021-06-01');
    expect(answer.events).toEqual([{ date: '2021-06-01', title: 'Protocol adopted', type: 'adoption' }]);
    expect(answer.warnings.map(({ code }) => code)).toContain('baseline-frozen');
    expect(answer.reading).toContain('Lower than usual: consistent with improvement.');
    expect(answer.reading).not.toMatch(/caus|because|worked/);
  });

  it('start anew where a person has set a break, and are trial limits of a short part', async () => {
    await fill(
      workspace.store,
      'mart.absence_month',
      months([...series, ...Array.from({ length: 4 }, () => 30)]),
    );
    await fill(workspace.store, 'clean.event', [
      { event_date: '2021-12-01', title: 'New HR system', event_type: 'system-change' },
    ]);
    const proposed = await readFigure(workspace.store, { metric: 'absence-fte-days' }, settings);
    expect(new Set(proposed.points.map(({ segment }) => segment))).toEqual(new Set([0]));
    expect(proposed.breaks).toEqual([]);
    await setBreak(workspace.store, {}, '2021-12-01');
    const answer = await readFigure(workspace.store, { metric: 'absence-fte-days' }, settings);
    expect(answer.points.map(({ segment }) => segment)).toEqual([...Array(20).fill(0), 1, 1, 1, 1]);
    expect(
      answer.limits.map(({ segment, points, trial, variation }) => [segment, points, trial, variation]),
    ).toEqual([
      [0, 20, false, 'common_cause'],
      [1, 4, true, 'too_little_data'],
    ]);
    expect(answer.limits[1]).toMatchObject({ mean: 30, signals: [], assurance: null });
    expect(answer.reading).not.toContain('usual range');
    expect(answer.warnings).toContainEqual({
      code: 'series-break',
      text: 'The series breaks on 1 December 2021 (New HR system): what lies before and after it is not compared.',
    });
    expect(answer.warnings.map(({ text }) => text)).toContain(
      'Too little data to judge: 4 months in a line, at least 13 wanted.',
    );
    expect(answer.breaks).toMatchObject([{ date: '2021-12-01', setBy: 'tester' }]);
  });

  it('are drawn for few groups only', async () => {
    const rows = ['A', 'B', 'C', 'D', 'E', 'F', 'G'].flatMap((directorate) =>
      months(series).map((row) => ({ ...row, directorate })),
    );
    await fill(workspace.store, 'mart.absence_month', rows);
    const answer = await readFigure(
      workspace.store,
      { metric: 'absence-fte-days', split: 'directorate' },
      settings,
    );
    expect(answer.limits).toEqual([]);
    expect(answer.warnings.map(({ code }) => code)).toContain('too-many-groups');
  });
});

describe('a break', () => {
  const flat = (count: number, value: number) => Array.from({ length: count }, () => value);

  it('is of the kinds and figures it names, and of no other', async () => {
    await fill(workspace.store, 'mart.absence_month', months([...flat(20, 10), ...flat(20, 30)]));
    await fill(workspace.store, 'clean.incident', cases(30, '2021-03-01'));
    await fill(workspace.store, 'clean.incident', cases(30, '2022-03-01'));
    await setBreak(workspace.store, {}, '2021-12-01');
    const [absence, incidents] = [
      await readFigure(workspace.store, { metric: 'absence-fte-days' }, settings),
      await readFigure(workspace.store, { metric: 'incidents' }, settings),
    ];
    expect(absence.limits.map(({ points, mean }) => [points, mean])).toEqual([
      [20, 10],
      [20, 30],
    ]);
    expect(absence.limits.flatMap(({ signals }) => signals)).toEqual([]);
    expect(incidents.breaks).toEqual([]);
    await setBreak(workspace.store, { kinds: [], metrics: ['incidents'] }, '2021-06-01');
    const named = await readFigure(workspace.store, { metric: 'incidents' }, settings);
    expect(named.breaks.map(({ date }) => date)).toEqual(['2021-06-01']);
  });

  it('is never compared over: the first point after it says so, and a period that holds it mixes both', async () => {
    await fill(workspace.store, 'mart.absence_month', months(flat(14, 10)));
    await setBreak(workspace.store, {}, '2021-05-01');
    const months14 = await readFigure(workspace.store, { metric: 'absence-fte-days' }, settings);
    expect(months14.reading).toBe(
      'FTE days lost to sickness: 10 in May 2021. Not compared with what came before: the series breaks on 1 May 2021.',
    );
    const years = await readFigure(
      workspace.store,
      { metric: 'absence-fte-days', grain: 'financial-year' },
      settings,
    );
    expect(years.warnings.find(({ code }) => code === 'series-break')?.text).toContain(
      '2021/22 holds the day itself and mixes both.',
    );
    expect(years.reading).toContain('Not compared with what came before');
    const whole = await readFigure(workspace.store, { metric: 'absence-fte-days', grain: 'all' }, settings);
    expect(whole.warnings.map(({ code }) => code)).toContain('series-break');
  });

  it('stands between two waves of a survey: no change is told over it', async () => {
    const { store } = workspace;
    const answers = (yes: number) => [
      { count: yes, favourable: true, score: 4 },
      { count: 100 - yes, favourable: false, score: 2 },
    ];
    await fillWave(store, { wave: '2021-03-01', answers: answers(40) });
    await fillWave(store, { wave: '2022-03-01', answers: answers(70) });
    await setBreak(store, { kinds: ['survey-response'] }, '2021-09-01');
    const answer = await readFigure(store, { metric: 'survey-favourable' }, settings);
    expect(answer.points.map(({ segment, change }) => [segment, change])).toEqual([
      [0, null],
      [1, null],
    ]);
    expect(answer.reading).toContain(
      'Not compared with what came before: the series breaks on 1 September 2021.',
    );
  });
});

describe('survey waves', () => {
  const answers = (favourable: number, unfavourable: number) => [
    { count: favourable, favourable: true, score: 4 },
    { count: unfavourable, favourable: false, score: 2 },
  ];

  it('break where the answer scale changes, and are not compared across it', async () => {
    const { store } = workspace;
    await fillWave(store, { wave: '2021-03-01', answers: answers(40, 60) });
    await fillWave(store, { wave: '2022-03-01', answers: answers(45, 55) });
    await fillWave(store, { wave: '2023-03-01', scale: 'number-1-10', answers: answers(80, 20) });
    const answer = await readFigure(store, { metric: 'survey-favourable' }, settings);
    expect(answer.points.map(({ segment }) => segment)).toEqual([0, 0, 1]);
    expect(answer.warnings.map(({ code }) => code)).toContain('scale-break');
    expect(answer.warnings.find(({ code }) => code === 'scale-break')?.text).toContain('From 1 March 2023');
    expect(answer.reading).toBe(
      'Per cent favourable: 80% favourable on 1 March 2023 (base 100), 71% to 87%.',
    );
  });

  it('are compared by the interval of the difference', async () => {
    const { store } = workspace;
    await fillWave(store, { wave: '2021-03-01', answers: answers(40, 60) });
    await fillWave(store, { wave: '2022-03-01', answers: answers(70, 30) });
    const up = await readFigure(store, { metric: 'survey-favourable' }, settings);
    expect(up.reading).toContain('Higher than on 1 March 2021: consistent with improvement.');
    // Newcombe 1998, method 10, for 70 of 100 less 40 of 100, worked by hand from the Wilson limits
    // 0.6042 to 0.7811 and 0.3094 to 0.4980.
    const change = up.points[1]?.change;
    expect(up.points[0]?.change).toBeNull();
    expect(change).toMatchObject({ verdict: 'higher', since: '1 March 2021' });
    expect(change?.value).toBeCloseTo(30, 9);
    expect(change?.interval.lower).toBeCloseTo(16.3, 1);
    expect(change?.interval.upper).toBeCloseTo(42.2, 1);
    await fillWave(store, { wave: '2023-03-01', answers: answers(15, 5) });
    const few = await readFigure(store, { metric: 'survey-favourable' }, settings);
    expect(few.reading).toContain('Too few answers to compare with 1 March 2022.');
    expect(few.points[2]?.change).toBeNull();
  });

  it('have no change to tell beside a hidden wave, before or after it, nor over a break', async () => {
    const { store } = workspace;
    await fillWave(store, { wave: '2021-03-01', answers: answers(40, 60) });
    await fillWave(store, { wave: '2022-03-01', answers: answers(4, 3) });
    await fillWave(store, { wave: '2023-03-01', answers: answers(41, 59) });
    await fillWave(store, { wave: '2024-03-01', answers: answers(44, 56) });
    await fillWave(store, { wave: '2025-03-01', scale: 'number-1-10', answers: answers(80, 20) });
    const { points } = await readFigure(store, { metric: 'survey-favourable' }, settings);
    expect(points.map(({ suppressed, change }) => [suppressed, change?.verdict ?? null])).toEqual([
      [null, null],
      ['c', null],
      [null, null],
      [null, 'no-clear-change'],
      [null, null],
    ]);
  });

  it('tell the same change whatever first wave is asked for', async () => {
    const { store } = workspace;
    await fillWave(store, { wave: '2021-03-01', answers: answers(40, 60) });
    await fillWave(store, { wave: '2022-03-01', answers: answers(20, 80) });
    const all = await readFigure(store, { metric: 'survey-favourable' }, settings);
    const one = await readFigure(store, { metric: 'survey-favourable', from: '2022-01-01' }, settings);
    expect(one.points[0]?.change).toEqual(all.points[1]?.change);
    expect(one.points[0]?.change?.verdict).toBe('lower');
  });
});

describe('a figure without data', () => {
  it('has no points and says what it is made from', async () => {
    const answer = await readFigure(workspace.store, { metric: 'turnover' }, settings);
    expect(answer).toMatchObject({ points: [], limits: [], reading: 'There is no data for this yet.' });
    expect(answer.warnings.map(({ code }) => code)).toEqual(['no-data']);
  });
});
