// A chart in words and as copied data: hidden points are their mark and reason, and how it is judged stands under it.
import { describe, expect, it } from 'vitest';
import { figureText } from '../../../src-renderer/charts/figure-table.tsx';
import { fromNothing, plotOf } from '../../../src-renderer/charts/plot.ts';
import {
  altTextOf,
  judgedText,
  limitsAt,
  signalOf,
  verdictText,
} from '../../../src-renderer/charts/words.ts';
import type { Figure, FigurePoint } from '../../../src-shared/schemas/figure.ts';

type Limits = Figure['limits'][number];

const reason = 'Confidential: the group is small, or would give away one that is';
const point = (month: number, value: number | null): FigurePoint => {
  const name = String(month).padStart(2, '0');
  return {
    from: `2024-${name}-01`,
    to: `2024-${name}-28`,
    period: `Month ${name}`,
    group: null,
    across: null,
    label: null,
    value,
    numerator: value,
    denominator: value === null ? null : 50,
    base: value === null ? null : 50,
    interval: null,
    change: null,
    suppressed: value === null ? 'c' : null,
    reason: value === null ? reason : null,
    shown: value === null ? '[c]' : `${value}%`,
    segment: 0,
  };
};

const limits = (more: Partial<Limits> = {}): Limits => ({
  group: null,
  segment: 0,
  phase: 0,
  from: '2024-01-01',
  to: '2024-03-28',
  chart: 'xmr',
  method: 'XmR limits; no screening of moving ranges (as the Excel tool).',
  mean: 60,
  lower: 50,
  upper: 70,
  sigmaLower: 53,
  sigmaUpper: 67,
  points: 13,
  trial: false,
  autocorrelation: null,
  variation: 'common_cause',
  signals: [],
  target: null,
  assurance: null,
  ...more,
});

const figure = (points: FigurePoint[], own: Limits[] = []): Figure => ({
  metric: {
    id: 'appraisal-signed',
    title: 'Signed appraisals',
    definition: '',
    unit: 'per cent',
    direction: 'increase',
    chart: 'xmr',
    clause: '',
    caveat: '',
    version: 1,
    kinds: ['appraisal'],
    grains: ['month'],
    dimensions: [],
  },
  request: { metric: 'appraisal-signed' },
  points,
  limits: own,
  events: [],
  breaks: [],
  warnings: [],
  reading: 'Signed appraisals: 60% in Month 01.',
  provenance: {
    method: '',
    metricVersion: 1,
    filters: {},
    imports: [],
    suppression: { rule: '', hidden: 1 },
  },
});

describe('a hidden point', () => {
  const shown = figure([point(1, 60), point(2, null), point(3, null)], [limits()]);

  it('is [c] with its reason in copied data, and nothing else', () => {
    const [, , hidden] = figureText(shown).split('\n');
    expect(hidden?.split('\t').filter(Boolean)).toEqual(['Month 02', '[c]', reason]);
  });

  it('is counted, marked and explained in the alt text, also where it is the latest', () => {
    expect(altTextOf(shown)).toContain(`2 points are [c]: ${reason}.`);
    expect(altTextOf(shown)).toContain(`Latest: Month 03: [c]. ${reason}.`);
    expect(altTextOf(figure([point(1, 60)]))).not.toContain('[c]');
  });

  it('has no limits where limits differ from point to point', () => {
    const lines = { mean: 60, lower: 40, upper: 80, sigmaLower: null, sigmaUpper: null };
    const own = limits({ chart: 'p', byPoint: [{ from: '2024-01-01', ...lines }] });
    const { rows } = plotOf(figure([point(1, 60), point(2, null)], [own]), [null]);
    expect(rows.map(({ mean, lower, upper }) => [mean, lower, upper])).toEqual([
      [60, 40, 80],
      [null, null, null],
    ]);
  });

  it('leaves an axis from nothing where no point is shown', () => {
    expect(fromNothing(figure([point(1, null)]))).toBe(true);
  });
});

describe('phases', () => {
  const phases = [
    limits({ to: '2024-02-28' }),
    limits({
      phase: 1,
      from: '2024-03-01',
      to: '2024-04-28',
      mean: 80,
      trial: true,
      variation: 'too_little_data',
    }),
  ];
  const shown = figure([point(1, 60), point(2, 61), point(3, 80), point(4, 82)], phases);

  it('give each point the limits of its own phase, one unbroken line', () => {
    const plot = plotOf(shown, [null]);
    expect(plot.rows.map(({ mean, phase }) => [mean, phase])).toEqual([
      [60, 0],
      [60, 0],
      [80, 1],
      [80, 1],
    ]);
    expect(plot.lines).toHaveLength(1);
    expect(plot.rebases).toHaveLength(1);
    const [, , third] = shown.points;
    expect(third && limitsAt(shown, third)?.phase).toBe(1);
  });

  it('take signals from their own phase only', () => {
    const signal = { from: '2024-03-01', rules: ['shift_above'], type: 'improvement_high' };
    const [first, second] = phases;
    const wrong = figure(shown.points, [{ ...(first ?? limits()), signals: [signal] }, second ?? limits()]);
    const [, , third] = wrong.points;
    expect(third && signalOf(wrong, third)).toBeNull();
  });
});

describe('what a chart says', () => {
  it('is no verdict where limits are trial limits', () => {
    expect(verdictText(limits({ trial: true, variation: 'improvement_high' }))).toBe(
      'Too little data to judge',
    );
    expect(verdictText(limits({ mean: null }))).toBe('Too little data to judge');
  });

  it('holds the target, and the runs of a run chart, in words', () => {
    expect(verdictText(limits({ target: 90, assurance: 'consistent_fail' }))).toBe(
      'Common cause: no sign of change. Misses its target every time',
    );
    expect(verdictText(limits({ chart: 'run', variation: 'runs_signal' }))).toContain(
      'as chance would have them',
    );
  });

  it('names how it is judged once, under copied data too', () => {
    const shown = figure([point(1, 60)], [limits(), limits({ phase: 1 })]);
    expect(judgedText(shown)).toEqual(['XmR limits; no screening of moving ranges (as the Excel tool).']);
    expect(figureText(shown).split('\n').at(-1)).toBe(
      'How it is judged: XmR limits; no screening of moving ranges (as the Excel tool).',
    );
    expect(figureText(figure([point(1, 60)]))).not.toContain('judged');
  });
});
