// Known values and refusals of the methods that no vector file covers, or not at their edges.
import { describe, expect, it } from 'vitest';
import { twoSidedNormalP } from '#core/stats/distributions.ts';
import {
  garwood,
  kaplanMeier,
  kaplanMeierMedian,
  logRank,
  marginOfError,
  meanInterval,
  newcombe,
  poissonRate,
  rateRatio,
  survivalAt,
  twoProportion,
  wilson,
} from '#core/stats/index.ts';

describe('meanInterval', () => {
  it("equals R's t.test on the first group of its sleep data", () => {
    const sleep = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
    const mean = sleep.reduce((sum, value) => sum + value, 0) / 10;
    const sd = Math.sqrt(sleep.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 9);
    const { lower, upper } = meanInterval(10, mean, sd);
    expect(lower).toBeCloseTo(-0.5297804, 7);
    expect(upper).toBeCloseTo(2.0297804, 7);
  });

  it('uses the t quantile of its level: 12.7062 at 2 values, 95 %; 1.833113 at 10 values, 90 %', () => {
    expect(meanInterval(2, 0, Math.SQRT2).upper).toBeCloseTo(12.7062047361747, 9);
    expect(meanInterval(10, 0, Math.sqrt(10), 0.9).upper).toBeCloseTo(1.8331129326536, 9);
  });

  it('has no interval at one value and none wider than a point without spread', () => {
    expect(meanInterval(1, 4, null)).toEqual({ mean: 4, lower: null, upper: null });
    expect(meanInterval(5, 4, 0)).toEqual({ mean: 4, lower: 4, upper: 4 });
  });
});

describe('poissonRate', () => {
  it('names the method it used and changes it at ten events', () => {
    expect(poissonRate(9, 480, 100).method).toBe('garwood');
    expect(poissonRate(10, 480, 100).method).toBe('byar');
  });

  it('has exact limits at large counts, where the gamma library goes wrong', () => {
    // R: qgamma(0.975, 1500); SciPy: gamma.ppf(0.025, 1e6) and gamma.ppf(0.975, 1e6 + 1)
    expect(garwood(1499).upper).toBeCloseTo(1576.85174679949, 8);
    const { lower, upper } = garwood(1_000_000);
    expect(lower).toBeCloseTo(998040.9833402939, 3);
    expect(upper).toBeCloseTo(1001961.9119454322, 3);
  });

  it('keeps its limits at a level far in the tail', () => {
    expect(garwood(0, 1 - 2e-9).upper).toBeCloseTo(-Math.log(1e-9), 5);
  });
});

describe('kaplanMeierMedian', () => {
  it('has no median when half or more are still open, and no cases give no median', () => {
    const open = { durations: [1, 2, 3, 4, 5], events: [true, false, false, false, false] };
    expect(kaplanMeierMedian(open)).toMatchObject({ n: 5, events: 1, median: null });
    expect(kaplanMeierMedian({ durations: [], events: [] })).toMatchObject({ n: 0, median: null });
  });

  it('does not depend on the order of the cases', () => {
    const cases = { durations: [9, 13, 13, 18, 23, 28], events: [true, true, false, true, true, false] };
    const turned = { durations: cases.durations.toReversed(), events: cases.events.toReversed() };
    expect(kaplanMeier(turned)).toEqual(kaplanMeier(cases));
  });

  it('counts an open case as longer than a closed one of the same time', () => {
    const both = kaplanMeier({ durations: [5, 5], events: [false, true] });
    expect(both.steps).toMatchObject([{ atRisk: 2, events: 1, survival: 0.5 }]);
  });
});

describe('survivalAt', () => {
  it('is 1 before the first event, null past the follow-up of open cases, 0 once all are closed', () => {
    const open = kaplanMeier({ durations: [5, 20], events: [true, false] });
    expect(survivalAt(open, 4)).toEqual({ survival: 1, lower: 1, upper: 1 });
    expect(survivalAt(open, 20)?.survival).toBe(0.5);
    expect(survivalAt(open, 28)).toBeNull();
    const closed = kaplanMeier({ durations: [5, 20], events: [true, true] });
    expect(survivalAt(closed, 28)?.survival).toBe(0);
    expect(survivalAt(kaplanMeier({ durations: [], events: [] }), 1)).toBeNull();
  });
});

describe('tests without an answer', () => {
  it('leave z, the p-value and chi-square null, not zero', () => {
    expect(twoProportion(0, 10, 0, 12)).toMatchObject({ z: null, pValue: null, fisherP: 1 });
    expect(twoProportion(10, 10, 12, 12)).toMatchObject({ z: null, pValue: null });
    const open = { durations: [3], events: [false] };
    expect(logRank([open, open])).toMatchObject({ chiSquare: null, pValue: null });
    expect(rateRatio(0, 1, 0, 1)).toMatchObject({ ratio: null, exactLower: 0, exactUpper: null, pValue: 1 });
  });
});

describe('twoSidedNormalP', () => {
  // Python's math.erfc(z / sqrt(2))
  it.each([
    [0, 1],
    [0.5, 0.6170750774519738],
    [-1, 0.31731050786291415],
    [2.9999, 0.0027006825659098496],
    [3, 0.0026997960632601913],
    [-8, 1.2441921148543639e-15],
    [20, 5.507248237212663e-89],
  ])('keeps the tail of %d as a tail', (z, p) => {
    expect(twoSidedNormalP(z) / p).toBeCloseTo(1, 11);
  });
});

it('refuses what is not a count, a base, an exposure or a level', () => {
  expect(() => wilson(0, 0)).toThrow(/base is a whole number at least 1/);
  expect(() => wilson(5, 4)).toThrow(RangeError);
  expect(() => wilson(1.5, 4)).toThrow(RangeError);
  expect(() => wilson(1, 4, 95)).toThrow(/between 0 and 1/);
  expect(() => newcombe(1, 2, 3, 2)).toThrow(RangeError);
  expect(() => meanInterval(0, 4, 1)).toThrow(RangeError);
  expect(() => meanInterval(3, 4, null)).toThrow(RangeError);
  expect(() => meanInterval(3, Number.NaN, 1)).toThrow(RangeError);
  expect(() => poissonRate(-1, 1, 1)).toThrow(RangeError);
  expect(() => poissonRate(1, 0, 1)).toThrow(RangeError);
  expect(() => kaplanMeier({ durations: [1], events: [] })).toThrow(RangeError);
  expect(() => kaplanMeier({ durations: [-1], events: [true] })).toThrow(RangeError);
  expect(() => marginOfError(0.5, 20, 10)).toThrow(/from 20|at least 20/);
});
