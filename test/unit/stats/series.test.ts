// Rolling values, correlation at a lag and STL beyond the vectors.
import { describe, expect, it } from 'vitest';
import {
  crossCorrelation,
  effectivePairs,
  firstDifferences,
  rollingAverage,
  rollingRatio,
  rollingSum,
  stl,
} from '#core/stats/index.ts';

describe('rolling values', () => {
  it('are null until the window is complete and wherever a month is missing', () => {
    expect(rollingSum([1, 2, 3, null, 5, 6, 7], 3)).toEqual([null, null, 6, null, null, null, 18]);
  });

  it('are ratios of sums', () => {
    expect(rollingRatio([1, 9], rollingSum([10, 30], 2), 100, 2)).toEqual([null, 25]);
    expect(rollingRatio([1, 9], [0, 0], 100, 1)).toEqual([null, null]);
  });

  it('have three averages, two of which need the month before the window', () => {
    const headcount = [10, 20, 30, 60];
    expect(rollingAverage(headcount, 'mean-12', 2)).toEqual([null, 15, 25, 45]);
    expect(rollingAverage(headcount, 'mean-13', 2).map((value) => value && Math.round(value * 3))).toEqual([
      null,
      null,
      60,
      110,
    ]);
    expect(rollingAverage(headcount, 'open-close', 2)).toEqual([null, null, 20, 40]);
  });

  it('refuse a window without months', () => {
    expect(() => rollingSum([1], 0)).toThrow(RangeError);
  });
});

describe('correlation at a lag', () => {
  it('peaks at a negative lag where x leads y', () => {
    const x = [0, 0, 1, 0, 0, 0, -1, 0, 0, 0, 0, 0];
    const y = [0, 0, 0, 0, 1, 0, 0, 0, -1, 0, 0, 0];
    const { lags, correlations } = crossCorrelation(x, y, 4);
    expect(lags[correlations.indexOf(Math.max(...correlations.map((value) => value ?? 0)))]).toBe(-2);
  });

  it('is null for a series that does not vary, and refused for two lengths', () => {
    expect(crossCorrelation([1, 1, 1], [1, 2, 3], 1).correlations).toEqual([null, null, null]);
    expect(() => crossCorrelation([1, 2], [1, 2, 3], 1)).toThrow(RangeError);
  });

  it('counts fewer pairs where both series have a memory, never more than there are', () => {
    expect(effectivePairs(20, 0.5, 0.5)).toBeCloseTo(12, 12);
    expect(effectivePairs(20, 0.5, -0.5)).toBe(20);
    expect(firstDifferences([3, 5, 4])).toEqual([2, -1]);
  });
});

describe('STL', () => {
  const values = Array.from({ length: 48 }, (_, t) => 10 + 0.1 * t + 3 * Math.sin((2 * Math.PI * t) / 12));

  it('adds up, and takes a pure season and line apart with its default windows', () => {
    const { seasonal, trend, remainder } = stl(values, { period: 12 });
    values.forEach((value, t) => {
      expect((seasonal[t] ?? 0) + (trend[t] ?? 0) + (remainder[t] ?? 0)).toBeCloseTo(value, 10);
    });
    expect(seasonal[27]).toBeCloseTo(3 * Math.sin((2 * Math.PI * 27) / 12), 1);
    expect(trend[24]).toBeCloseTo(12.4, 1);
  });

  it('gives an outlier little say when it is robust', () => {
    const spoilt = values.map((value, t) => (t === 20 ? value + 40 : value));
    const options = { period: 12, seasonalWindow: 13 };
    const plain = stl(spoilt, options);
    const robust = stl(spoilt, { ...options, inner: 1, outer: 10 });
    expect(Math.abs(robust.remainder[20] ?? 0)).toBeGreaterThan(38);
    expect(Math.abs(plain.remainder[20] ?? 0)).toBeLessThan(36);
  });

  it('refuses a series of two seasons or less', () => {
    expect(() => stl(values.slice(0, 24), { period: 12 })).toThrow(RangeError);
  });
});
