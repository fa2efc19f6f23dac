// Charts with limits of their own at every point: gaps, primes, edges, and the rules kept on them.
import { describe, expect, it } from 'vitest';
import { attributeChart, runChart, specialCauseByPoint } from '#core/stats/index.ts';

const hundreds = (n: number) => Array.from({ length: n }, () => 100);
const steady = [10, 12, 9, 11, 8, 10, 13, 9, 10, 8, 11, 9];

describe('attributeChart', () => {
  it('leaves a gap, and a base of nobody, without value, limits or weight', () => {
    const chart = attributeChart('p', [10, null, 30, 5], [100, 100, 100, 0]);
    expect(chart.values).toEqual([0.1, null, 0.3, null]);
    expect(chart.centre).toBe(0.2);
    expect(chart.limits.map((limits) => limits === null)).toEqual([false, true, false, true]);
  });

  it('freezes the centre at the first recorded points', () => {
    const chart = attributeChart('u', [null, ...steady, 40, 40], [100, ...hundreds(14)], {
      fixAfterNPoints: 12,
    });
    expect(chart.centre).toBeCloseTo(0.1, 12);
    const { points } = specialCauseByPoint(chart, { improvementDirection: 'decrease' });
    expect(points.slice(-2).map(({ type }) => type)).toEqual(['concern_high', 'concern_high']);
  });

  it('widens limits where the base is small', () => {
    const [small, large] = attributeChart('p', [5, 500], [10, 1000]).limits;
    expect((small?.upper ?? 0) - (small?.mean ?? 0)).toBeCloseTo(
      10 * ((large?.upper ?? 0) - (large?.mean ?? 0)),
      12,
    );
  });

  it('offers sigma z on the plain chart and multiplies by it on the prime chart only', () => {
    const plain = attributeChart('u', steady, hundreds(12));
    const prime = attributeChart('uPrime', steady, hundreds(12));
    expect(prime.sigmaZ).toBe(plain.sigmaZ);
    const reach = ({ limits }: typeof plain) => (limits[0]?.upper ?? 0) - (limits[0]?.mean ?? 0);
    expect(reach(prime) / reach(plain)).toBeCloseTo(plain.sigmaZ ?? Number.NaN, 12);
  });

  it('has no limits where one point is all there is to judge by, and none without any', () => {
    expect(attributeChart('pPrime', [3], [10]).limits).toEqual([null]);
    expect(attributeChart('t', [3], null).limits).toEqual([null]);
    expect(attributeChart('c', [null], null)).toMatchObject({ centre: null, limits: [null] });
    expect(attributeChart('u', [], []).values).toEqual([]);
  });

  it('lies on its centre where nothing happens', () => {
    const chart = attributeChart('uPrime', [0, 0, 0], hundreds(3));
    expect(chart.limits[0]).toMatchObject({ mean: 0, lower: 0, upper: 0 });
    expect(chart.sigmaZ).toBeNull();
  });

  it('refuses what no such chart can show', () => {
    expect(() => attributeChart('t', [4, 0, 2], null)).toThrow(/no point of 0/);
    expect(attributeChart('g', [4, 0, 2], null).values).toEqual([4, 0, 2]);
    expect(() => attributeChart('p', [5], [4])).toThrow(/no share/);
    expect(() => attributeChart('u', [5], null)).toThrow(/base for every count/);
    expect(() => attributeChart('c', [-1], null)).toThrow(RangeError);
    expect(() => attributeChart('c', [1], null, { fixAfterNPoints: 0 })).toThrow(RangeError);
  });
});

describe('specialCauseByPoint', () => {
  const rising = [7, 8, 9, 10, 11, 12, 13];

  it('keeps no trend rule unless asked', () => {
    const chart = attributeChart('c', rising, null);
    const flags = (trend?: boolean) =>
      specialCauseByPoint(chart, { improvementDirection: 'decrease', trend }).points.map((p) => p.trend);
    expect(flags()).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(flags(true)).toEqual([1, 1, 1, 1, 1, 1, 1]);
  });

  it('reads the shift from the centre and two of three from each point’s own lines', () => {
    const counts = [...steady, 11, 11, 12, 11, 12, 11, 12];
    const chart = attributeChart('u', counts, hundreds(19), { fixAfterNPoints: 12 });
    const reading = specialCauseByPoint(chart, { improvementDirection: 'decrease' });
    expect(reading.points.slice(-7).every((point) => point.shift === 1)).toBe(true);
    expect(reading.variation).toBe('concern_high');
    // 17 of 100 is beyond two sigma (0.163); 17 of 400 is not even above the centre.
    const bases = [...hundreds(13), 400, 100];
    const near = attributeChart('u', [...steady, 17, 17, 17], bases, { fixAfterNPoints: 12 });
    const { points } = specialCauseByPoint(near, { improvementDirection: 'decrease' });
    expect(points.slice(-3).map((point) => point.beyondTwoSigma)).toEqual([1, -1, 1]);
    expect(points.slice(-3).map((point) => point.twoOfThree)).toEqual([0, 0, 0]);
  });

  it('gives the last recorded point and, with a target, the last limits', () => {
    const chart = attributeChart('p', [50, 52, null], [100, 100, 100]);
    const reading = specialCauseByPoint(chart, { improvementDirection: 'increase', target: 0.9 });
    expect(reading).toMatchObject({ variation: 'common_cause', assurance: 'consistent_fail' });
  });
});

describe('runChart', () => {
  it('skips gaps and points on the median', () => {
    expect(runChart([1, null, 2, 3, 1, 3])).toMatchObject({ median: 2, useful: 4, crossings: 3 });
  });

  it('has no median without points and no signal without useful ones', () => {
    expect(runChart([])).toMatchObject({ median: null, useful: 0, longestRun: null, signal: false });
    expect(runChart([5, 5, 5])).toMatchObject({ median: 5, useful: 0, crossings: null, signal: false });
  });
});
