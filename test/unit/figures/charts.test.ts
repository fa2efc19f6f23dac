// The charts of a figure beyond XmR, and what people choose of how they are judged, on a real database.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readFigure } from '#core/figures/index.ts';
import {
  readChartSettings,
  removeRebase,
  setJudging,
  setRebase,
  setTarget,
} from '#core/governance/chart-settings.ts';
import { addDays, addMonths } from '#shared/calendar.ts';
import type { FigureRequest } from '#shared/schemas/figure.ts';
import { cases, fill, fillWave, openWorkspace, settings, type Workspace } from './workspace.ts';

let workspace: Workspace;
beforeEach(async () => {
  workspace = await openWorkspace();
});
afterEach(() => workspace.close());

const adopted = { ...settings, adoptionDate: '2021-06-01' };
const read = (request: FigureRequest, using = settings) => readFigure(workspace.store, request, using);
const change = (work: Parameters<Workspace['store']['transaction']>[0]) => workspace.store.transaction(work);
const codes = ({ warnings }: Awaited<ReturnType<typeof read>>) => warnings.map(({ code }) => code);

/** One row of sickness a month, from April 2020. */
const absence = (values: readonly number[]) =>
  fill(
    workspace.store,
    'mart.absence_month',
    values.map((value, index) => ({
      month: addMonths('2020-04-01', index),
      term: 'Short term',
      fte_days_lost: value,
      spells: 20,
    })),
  );
const steady = (count: number, around: number) =>
  Array.from({ length: count }, (_, index) => around + ([-1, 1, 0][index % 3] ?? 0));

/** A wave a year: so many favourable answers of so many. */
async function waves(told: readonly (readonly [favourable: number, base: number])[]) {
  for (const [index, [favourable, base]] of told.entries()) {
    const answers = [
      { count: favourable, favourable: true, score: 4 },
      { count: base - favourable, favourable: false, score: 2 },
    ];
    await fillWave(workspace.store, { wave: `${2008 + index}-05-01`, answers });
  }
}

describe('a p chart', () => {
  it('gives each wave limits from its own base', async () => {
    await waves([[50, 100], [100, 200], [20, 50], ...Array.from({ length: 11 }, () => [60, 120] as const)]);
    const { limits, points } = await read({ metric: 'survey-favourable', chart: 'p' });
    const [only] = limits;
    expect(only).toMatchObject({ chart: 'p', points: 14, trial: false });
    // 830 of 1,670 are favourable: 49.70 per cent.
    const centre = (100 * 830) / 1670;
    expect(only?.mean).toBeCloseTo(centre, 9);
    const reach = (base: number) => 3 * Math.sqrt((centre * (100 - centre)) / base);
    expect(only?.byPoint?.map(({ from }) => from)).toEqual(points.map(({ from }) => from));
    expect(only?.byPoint?.[0]?.upper).toBeCloseTo(centre + reach(100), 9);
    expect(only?.byPoint?.[2]?.lower).toBeCloseTo(centre - reach(50), 9);
    expect(only?.upper).toBe(only?.byPoint?.at(-1)?.upper);
    expect(only?.method).toContain('p chart');
  });

  it('has no limits at a hidden wave, and none of its numbers in them', async () => {
    await waves([
      ...Array.from({ length: 7 }, () => [60, 120] as const),
      [1, 6],
      ...Array.from({ length: 7 }, () => [60, 120] as const),
    ]);
    const figure = await read({ metric: 'survey-favourable', chart: 'p' });
    const hidden = figure.points.find(({ suppressed }) => suppressed === 'c');
    expect(hidden?.from).toBe('2015-05-01');
    expect(figure.limits[0]).toMatchObject({ mean: 50, points: 14 });
    expect(figure.limits[0]?.byPoint?.map(({ from }) => from)).not.toContain('2015-05-01');
  });

  it('that varies more than counting would, asks for Laney’s correction, which widens it', async () => {
    const swinging = Array.from({ length: 14 }, (_, index) => [index % 2 === 0 ? 600 : 400, 1000] as const);
    await waves(swinging);
    const plain = await read({ metric: 'survey-favourable', chart: 'p' });
    const laney = await read({ metric: 'survey-favourable', chart: 'laney' });
    expect(codes(plain)).toContain('overdispersed');
    expect(laney.limits[0]?.chart).toBe('p-prime');
    expect(laney.limits[0]?.upper ?? 0).toBeGreaterThan(plain.limits[0]?.upper ?? 100);
    expect(codes(laney)).not.toContain('overdispersed');
  });
});

describe('a run chart', () => {
  it('is the usual one of a survey from 8 waves, and no chart before', async () => {
    const add = (index: number) =>
      fillWave(workspace.store, {
        wave: `${2008 + index}-05-01`,
        answers: [
          { count: 50 + index, favourable: true, score: 4 },
          { count: 50 - index, favourable: false, score: 2 },
        ],
      });
    for (let index = 0; index < 7; index++) await add(index);
    expect((await read({ metric: 'survey-favourable' })).limits).toEqual([]);
    await add(7);
    const eight = await read({ metric: 'survey-favourable' });
    expect(eight.limits).toMatchObject([
      { chart: 'run', mean: 53.5, lower: null, upper: null, points: 8, trial: false },
    ]);
    // Rising from 50: one crossing of the median is as few as chance gives of 8, and too few of 10.
    expect(eight.reading).toContain('run as chance would have them: no clear change');
    await add(8);
    await add(9);
    const ten = await read({ metric: 'survey-favourable' });
    expect(ten.limits[0]?.variation).toBe('runs_signal');
    expect(ten.reading).toContain('do not run as chance would have them: something changed');
    expect(ten.reading).not.toContain('improvement');
  });
});

describe('days between cases', () => {
  it('are a t chart of the gaps between days with a case, of the whole council only', async () => {
    const gaps = [3, 10, 1, 20, 7, 15, 2, 30, 5, 12, 9, 4, 16, 6];
    let day = '2023-01-02';
    await fill(workspace.store, 'clean.incident', cases(2, day));
    for (const gap of gaps) {
      day = addDays(day, gap);
      await fill(workspace.store, 'clean.incident', cases(1, day));
    }
    const figure = await read({ metric: 'days-between-cases' });
    expect(figure.points.map(({ value }) => value)).toEqual(gaps);
    expect(figure.points[0]).toMatchObject({ from: '2023-01-05', shown: '3 days', base: null });
    expect(figure.limits).toMatchObject([
      { chart: 't', points: 14, trial: false, variation: 'common_cause' },
    ]);
    expect(figure.metric.direction).toBe('neutral');
    expect(figure.warnings).toContainEqual({
      code: 'same-day',
      text: '1 case was received on the same day as another: cases of one day count once here.',
    });
    // The cube-root-like scale: the centre lies below the mean of the gaps, and above nothing.
    expect(figure.limits[0]?.mean).toBeCloseTo(
      (gaps.reduce((sum, gap) => sum + gap ** (1 / 3.6), 0) / 14) ** 3.6,
      9,
    );
    const g = await read({ metric: 'days-between-cases', chart: 'g' });
    expect(g.limits).toMatchObject([{ chart: 'g', mean: 8 }]);
    await expect(read({ metric: 'days-between-cases', split: 'directorate' })).rejects.toMatchObject({
      code: 'split-unknown',
    });
    await expect(read({ metric: 'incidents', chart: 't' })).rejects.toMatchObject({ code: 'chart-unfit' });
  });
});

describe('counts and rates', () => {
  it('of under two a month say that another chart suits better', async () => {
    for (let month = 0; month < 14; month++)
      await fill(workspace.store, 'clean.incident', cases(month % 3, addMonths('2023-01-10', month)));
    const figure = await read({ metric: 'incidents' });
    const note = figure.warnings.find(({ code }) => code === 'chart-suits');
    expect(note?.text).toContain('Days between cases');
    expect((await read({ metric: 'incidents', chart: 'c' })).limits).toMatchObject([{ chart: 'c' }]);
  });

  it('over a headcount that varies say that a u chart suits better, and have one', async () => {
    await fill(workspace.store, 'clean.workforce_snapshot', [
      { snapshot_date: '2023-01-31', headcount: 200, fte: 200 },
      { snapshot_date: '2023-06-30', headcount: 100, fte: 100 },
    ]);
    for (let month = 0; month < 14; month++)
      await fill(workspace.store, 'clean.incident', cases(4, addMonths('2023-01-10', month)));
    const usual = await read({ metric: 'incident-rate', grain: 'month' });
    expect(usual.warnings.find(({ code }) => code === 'chart-suits')?.text).toContain('a u chart (u)');
    const { limits, warnings } = await read({ metric: 'incident-rate', grain: 'month', chart: 'u' });
    expect(warnings.map(({ code }) => code)).not.toContain('chart-suits');
    const exposure = 5 * 200 + 9 * 100;
    const centre = 56 / exposure;
    expect(limits[0]?.mean).toBeCloseTo(100 * centre, 9);
    expect(limits[0]?.byPoint?.[0]?.upper).toBeCloseTo(100 * (centre + 3 * Math.sqrt(centre / 200)), 9);
    expect(limits[0]?.byPoint?.at(-1)?.upper).toBeCloseTo(100 * (centre + 3 * Math.sqrt(centre / 100)), 9);
  });
});

describe('since adoption', () => {
  it('is told from a run against the frozen mean, with how often it is wrong', async () => {
    await absence([...steady(14, 10), 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5]);
    const figure = await read({ metric: 'absence-fte-days' }, adopted);
    expect(figure.sinceAdoption).toEqual([
      {
        group: null,
        segment: 0,
        runLength: 7,
        verdict: 'consistent_with_improvement',
        before: 14,
        after: 8,
        run: { from: '2021-06-01', to: '2022-01-31' },
      },
    ]);
    expect(figure.reading).toContain(
      'Seven or more in a row up to January 2022 are on the better side of the mean before adoption: consistent with improvement.',
    );
    expect(figure.provenance.method).toContain('in about 5 of 100 series');
  });

  it('is not told from one signal, nor without enough before', async () => {
    await absence([...steady(14, 10), ...steady(7, 10), 2]);
    const one = await read({ metric: 'absence-fte-days' }, adopted);
    expect(one.reading).toContain('Lower than usual: consistent with improvement.');
    expect(one.reading).toContain('Since adoption no seven in a row are on one side of the mean before it');
    const early = await read({ metric: 'absence-fte-days' }, { ...settings, adoptionDate: '2020-09-01' });
    expect(early.sinceAdoption?.[0]?.verdict).toBe('too_little_data');
    expect(early.reading).not.toContain('adoption');
  });

  it('is told beside trial limits, which judge nothing', async () => {
    await absence([...steady(14, 10), ...steady(8, 5)]);
    const rebase = { metric: 'absence-fte-days', date: '2021-06-01', reason: 'Wanted' };
    await change((session) => setRebase(session, rebase, 'tester'));
    const { limits, reading } = await read({ metric: 'absence-fte-days' }, adopted);
    expect(limits[1]).toMatchObject({ trial: true, signals: [] });
    expect(reading).toMatch(/It was .* before adoption: consistent with improvement\.$/);
  });

  it('is not hidden by limits that are set anew at it', async () => {
    await absence([...steady(14, 10), ...steady(14, 5)]);
    await change((session) =>
      setRebase(session, { metric: 'absence-fte-days', date: '2021-06-01', reason: 'Wanted.' }, 'tester'),
    );
    const figure = await read({ metric: 'absence-fte-days' }, adopted);
    expect(figure.limits.map(({ phase, mean }) => [phase, Math.round(mean ?? 0)])).toEqual([
      [0, 10],
      [1, 5],
    ]);
    expect(figure.reading).toContain('Within its usual range');
    expect(figure.reading).toContain('before adoption: consistent with improvement');
    expect(figure.warnings.find(({ code }) => code === 'rebased')?.text).toContain('hide a change');
  });
});

describe('what people choose', () => {
  const metric = 'absence-fte-days';

  it('sets limits anew from the first period that begins on or after the day; the old ones stay', async () => {
    await absence([...steady(14, 10), ...steady(6, 20)]);
    await change((session) =>
      setRebase(session, { metric, date: '2021-05-12', reason: 'Lasting.' }, 'tester'),
    );
    const figure = await read({ metric });
    expect(figure.limits).toMatchObject([
      { phase: 0, from: '2020-04-01', to: '2021-05-31', trial: false },
      {
        phase: 1,
        from: '2021-06-01',
        to: '2021-11-30',
        trial: true,
        variation: 'too_little_data',
        signals: [],
      },
    ]);
    expect(figure.limits[1]?.mean).toBeCloseTo(20, 9);
    expect(figure.rebases).toMatchObject([{ date: '2021-05-12', reason: 'Lasting.', setBy: 'tester' }]);
    expect(codes(figure)).toEqual(expect.arrayContaining(['short-series', 'rebased']));
    await change((session) =>
      removeRebase(session, { metric, date: '2021-05-12', reason: 'Too early.' }, 'tester'),
    );
    expect((await read({ metric })).limits).toHaveLength(1);
    const { decisions } = await readChartSettings(workspace.store, metric);
    expect(decisions.map(({ action, by }) => [action, by])).toEqual([
      ['removed', 'tester'],
      ['set', 'tester'],
    ]);
    await expect(
      change((session) => removeRebase(session, { metric, date: '2021-05-12', reason: 'Twice.' }, 'tester')),
    ).rejects.toMatchObject({ code: 'rebase-unknown' });
  });

  it('judges a target by the limits, in words, and refuses one where no side is good', async () => {
    await absence(steady(14, 10));
    const against = async (target: number) => {
      await change((session) => setTarget(session, { metric, target, reason: 'Plan.' }, 'tester'));
      const { limits, reading } = await read({ metric });
      return [limits[0]?.assurance, /As it runs now, (.*)\.$/.exec(reading)?.[1]];
    };
    // Days lost ought to fall: a target above the upper limit is met every time.
    expect(await against(100)).toEqual(['consistent_pass', 'it meets its target every time']);
    expect(await against(1)).toEqual(['consistent_fail', 'it misses its target every time']);
    expect((await against(10))[0]).toBe('inconsistent');
    await change((session) => setTarget(session, { metric, target: null, reason: 'Gone.' }, 'tester'));
    expect((await read({ metric })).limits[0]).toMatchObject({ target: null, assurance: null });
    await expect(
      change((session) => setTarget(session, { metric: 'incidents', target: 3, reason: 'x' }, 'tester')),
    ).rejects.toMatchObject({ code: 'target-neutral' });
  });

  it('screens outliers or not, and counts runs of six or seven', async () => {
    await absence([...steady(14, 10), 60, ...steady(14, 10)]);
    const width = async () => {
      const [only] = (await read({ metric })).limits;
      return (only?.upper ?? 0) - (only?.mean ?? 0);
    };
    const screened = await width();
    await change((session) =>
      setJudging(session, { metric, screening: false, reason: 'As Excel.' }, 'tester'),
    );
    expect(await width()).toBeGreaterThan(screened * 1.5);
    const { limits, provenance } = await read({ metric });
    expect(limits[0]?.method).toContain('no screening');
    expect(provenance.method).toContain('no screening');
    await change((session) => setJudging(session, { metric, runLength: 6, reason: 'As Excel.' }, 'tester'));
    expect((await readChartSettings(workspace.store, metric)).judging).toEqual({
      screening: false,
      twoOfThree: '2023',
      runLength: 6,
    });
  });

  it('six in a row are a signal only where six are chosen', async () => {
    await absence([...Array.from({ length: 8 }, (_, index) => (index % 2 === 0 ? 8 : 12)), 9, 9, 9, 9, 9, 9]);
    const shifted = async () =>
      (await read({ metric })).limits[0]?.signals.some(({ rules }) => rules.includes('shift_below'));
    expect(await shifted()).toBe(false);
    await change((session) => setJudging(session, { metric, runLength: 6, reason: 'As Excel.' }, 'tester'));
    expect(await shifted()).toBe(true);
  });

  it('belongs to one figure, and rolling values have no chart at all', async () => {
    await change((session) => setJudging(session, { metric, screening: false, reason: 'x' }, 'tester'));
    expect((await readChartSettings(workspace.store, 'turnover')).judging.screening).toBe(true);
    expect((await readChartSettings(workspace.store, 'turnover-12-month')).charts).toEqual([]);
    await expect(read({ metric: 'turnover-12-month', chart: 'xmr' })).rejects.toMatchObject({
      code: 'chart-unfit',
    });
  });
});
