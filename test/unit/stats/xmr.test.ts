// What the vectors do not cover: gaps, rounding, short baselines, defaults and refusals of the chart.
import { describe, expect, it } from 'vitest';
import { type SpecialCauseOptions, specialCause, xmr } from '#core/stats/index.ts';

const steady = [48, 52, 48, 52, 48, 52, 48, 52, 48, 52, 48, 52];
const up: SpecialCauseOptions = { improvementDirection: 'increase' };

describe('gaps', () => {
  it('takes no moving range across a gap and counts recorded points only', () => {
    const [phase] = xmr([1, 3, null, 100, 102]).phases;
    expect(phase?.limits?.meanMovingRange).toBe(2);
    expect(phase?.limits?.mean).toBe(51.5);
    expect(phase?.n).toBe(4);
  });

  it('counts the frozen baseline in recorded points', () => {
    const [phase] = xmr([10, null, 12, 10, 90, 91], { fixAfterNPoints: 3, screenOutliers: false }).phases;
    expect(phase?.baselineN).toBe(3);
    expect(phase?.limits?.mean).toBeCloseTo(32 / 3, 12);
    expect(phase?.limits?.meanMovingRange).toBe(2);
  });

  it('breaks a shift, a trend and a two-of-three window', () => {
    const whole = [51, 51, 51, 51, 51, 51, 51];
    const read = (tail: (number | null)[]) =>
      specialCause(xmr([...steady, null, ...tail], { fixAfterNPoints: 12 }), up).points.slice(13);
    expect(read(whole).every((point) => point.shift === 1)).toBe(true);
    expect(read([...whole.slice(0, 4), null, ...whole.slice(0, 3)]).some((point) => point.shift)).toBe(false);
    expect(read([44, 45, 46, 47, 48, 49, 51]).every((point) => point.trend === 1)).toBe(true);
    expect(read([44, 45, 46, null, 47, 48, 49, 51]).some((point) => point.trend)).toBe(false);
    expect(read([58, 51, 58]).map((point) => point.twoOfThree)).toEqual([1, 0, 1]);
    expect(read([58, null, 58]).some((point) => point.twoOfThree)).toBe(false);
  });

  it('has no side and no type at a gap, and reads the verdict from the last recorded point', () => {
    const reading = specialCause(xmr([...steady, 70, null], { fixAfterNPoints: 12 }), up);
    expect(reading.points.at(-1)).toMatchObject({ side: null, type: null, causes: [] });
    expect(reading.variation).toBe('improvement_high');
  });
});

describe('too little data', () => {
  it.each([[[]], [[null, null]], [[5]], [[5, null, 7, null, 9]]])('judges nothing in %j', (values) => {
    const chart = xmr(values);
    const reading = specialCause(chart, { ...up, target: 3 });
    expect(chart.phases.every((phase) => phase.limits === null)).toBe(true);
    expect(reading.points.every((point) => point.type === null && point.causes.length === 0)).toBe(true);
    expect(reading).toMatchObject({ variation: null, assurance: null });
    expect(reading.points).toHaveLength(values.length);
  });

  it('marks limits as trial below 13 recorded points', () => {
    expect(xmr(steady).phases[0]?.trialLimits).toBe(true);
    expect(xmr([...steady, null]).phases[0]?.trialLimits).toBe(true);
    expect(xmr([...steady, 50]).phases[0]?.trialLimits).toBe(false);
  });
});

describe('rounding', () => {
  it('finds no signal in a constant series, screened or not, whatever its digits', () => {
    for (const value of [0.1, 1 / 3, 66.66666666666667, 1e9 / 7, 0]) {
      const reading = specialCause(xmr(Array.from({ length: 15 }, () => value)), up);
      expect(reading.points.every((point) => point.side === 0 && point.type === 'common_cause')).toBe(true);
    }
  });

  it('lets a computed value on a limit lie on it', () => {
    const values = Array.from({ length: 14 }, (_, index) => (index % 2 === 0 ? 0.1 : 0.3));
    const chart = xmr(values);
    const upper = chart.phases[0]?.limits?.upper ?? 0;
    const onIt = specialCause(xmr([...values, upper * (1 + 1e-15)], { fixAfterNPoints: 14 }), up);
    const aboveIt = specialCause(xmr([...values, upper * (1 + 1e-9)], { fixAfterNPoints: 14 }), up);
    expect(onIt.points.at(-1)?.beyondLimit).toBe(0);
    expect(aboveIt.points.at(-1)?.beyondLimit).toBe(1);
  });
});

describe('choices', () => {
  it('screens by default and says how many ranges it left out', () => {
    const spiked = [...steady, 50, 500, 50];
    expect(xmr(spiked).phases[0]?.screenedRanges).toBe(2);
    expect(xmr(spiked, { screenOutliers: false }).phases[0]?.screenedRanges).toBe(0);
  });

  it('does not clip a lower limit below zero', () => {
    expect(xmr([0, 5, 0, 5, 0, 5]).phases[0]?.limits?.lower).toBeCloseTo(2.5 - 2.66 * 5, 12);
  });

  it('defaults to the 2023 two-of-three and offers the older one', () => {
    const chart = xmr([...steady, 51, 62, 59], { fixAfterNPoints: 12 });
    const flags = (options: SpecialCauseOptions) =>
      specialCause(chart, options).points.map((p) => p.twoOfThree);
    expect(flags(up).slice(-3)).toEqual([0, 1, 1]);
    expect(flags({ ...up, twoOfThree: 'nhsr' }).slice(-3)).toEqual([0, 0, 0]);
  });

  it('offers runs of six', () => {
    const chart = xmr([...steady, 50, 51, 51, 51, 51, 51, 51], { fixAfterNPoints: 12 });
    expect(specialCause(chart, up).variation).toBe('common_cause');
    expect(specialCause(chart, { ...up, runLength: 6 }).variation).toBe('improvement_high');
  });

  it('gives every cause of a point, strongest first, and the opposite meaning when lower is better', () => {
    const chart = xmr([...steady, 51, 52, 53, 54, 55, 59, 62], { fixAfterNPoints: 12 });
    const last = specialCause(chart, { improvementDirection: 'decrease' }).points.at(-1);
    expect(last?.causes).toEqual([
      'above_upper_limit',
      'trend_increasing',
      'two_of_three_above',
      'shift_above',
    ]);
    expect(last?.type).toBe('concern_high');
  });

  it('takes the assurance from the last phase', () => {
    const chart = xmr([...steady, ...steady.map((value) => value + 100)], { rebaseAt: [12] });
    expect(specialCause(chart, { ...up, target: 100 }).assurance).toBe('consistent_pass');
  });
});

describe('lag-1 autocorrelation of the baseline', () => {
  it('equals the textbook estimator', () => {
    // R: acf(c(1, 2, 3, 4, 5), plot = FALSE)$acf[2] is 0.4
    expect(xmr([1, 2, 3, 4, 5]).phases[0]?.lag1Autocorrelation).toBeCloseTo(0.4, 12);
    expect(xmr(steady).phases[0]?.lag1Autocorrelation).toBeCloseTo(-11 / 12, 12);
  });

  it('leaves later points out, and is null without variation or with too few points', () => {
    const frozen = xmr([1, 2, 3, 4, 5, 0, 9, 0], { fixAfterNPoints: 5 });
    expect(frozen.phases[0]?.lag1Autocorrelation).toBeCloseTo(0.4, 12);
    expect(xmr([7, 7, 7, 7]).phases[0]?.lag1Autocorrelation).toBeNull();
    expect(xmr([7, 8]).phases[0]?.lag1Autocorrelation).toBeNull();
  });
});

it('refuses values and options that mean nothing', () => {
  expect(() => xmr([1, Number.NaN])).toThrow(RangeError);
  expect(() => xmr([1, 2], { rebaseAt: [2] })).toThrow(RangeError);
  expect(() => xmr([1, 2], { rebaseAt: [0.5] })).toThrow(RangeError);
  expect(() => xmr([1, 2], { fixAfterNPoints: 0 })).toThrow(RangeError);
});
