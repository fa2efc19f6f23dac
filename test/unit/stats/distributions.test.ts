// The distributions where the vectors do not go: far tails, large counts, refusals.
// Expected numbers: SciPy 1.17.
import { describe, expect, it } from 'vitest';
import {
  chiSquareCdf,
  chiSquareQuantile,
  chiSquareUpper,
  gammaCdf,
  normalQuantile,
  poissonCdf,
  tQuantile,
  twoSidedNormalP,
  twoSidedTP,
} from '#core/stats/distributions.ts';
import { gammaTails, gammaUpperQuantile, logGamma } from '#core/stats/gamma-tails.ts';

const near = (actual: number, expected: number) => expect(actual / expected).toBeCloseTo(1, 10);

describe('the gamma family', () => {
  it('stays right above x = 1,000, where the library does not', () => {
    near(gammaCdf(1455, 1500), 0.12199064685531082);
    near(chiSquareCdf(2910, 3000), 0.12199064685531082);
    near(poissonCdf(2000, 2050), 0.13697299703649526);
    near(gammaTails(1_001_000, 1_000_000).upper, 0.15865521363165971);
  });

  it('keeps small tails as tails', () => {
    near(chiSquareUpper(100, 1), 1.5239706048321e-23);
    near(gammaTails(0.001, 5).lower, 8.326391864211505e-18);
    near(gammaUpperQuantile(1e-12, 10), 50.27988449492869);
  });

  it('has its edges: nothing below 0, everything below infinity, whatever the shape', () => {
    expect(gammaTails(0, 3)).toEqual({ lower: 0, upper: 1 });
    expect(gammaTails(Number.POSITIVE_INFINITY, 3)).toEqual({ lower: 1, upper: 0 });
    expect(poissonCdf(0, 0)).toBe(1);
    expect(poissonCdf(-1, 2)).toBe(0);
  });

  it('inverts itself at any shape', () => {
    for (const df of [0.4, 1, 7, 250, 9000, 300_000])
      for (const p of [1e-9, 0.025, 0.5, 0.999]) near(chiSquareCdf(chiSquareQuantile(p, df), df), p);
  });

  it('has the factorials', () => {
    near(logGamma(6), Math.log(120));
    near(logGamma(0.5), Math.log(Math.sqrt(Math.PI)));
    near(logGamma(1001), 5912.128178488164);
  });
});

describe('normal and t', () => {
  it('have far quantiles that are numbers', () => {
    near(normalQuantile(1e-12), -7.034483825301131);
    near(normalQuantile(1e-20), -9.262340089798409);
    near(normalQuantile(1 - 1e-4), 3.71901648545568);
  });

  it('give two-sided p-values of either sign alike', () => {
    expect(twoSidedNormalP(-2)).toBe(twoSidedNormalP(2));
    near(twoSidedTP(-10, 30), 2 * 2.2876257041148e-11);
    expect(twoSidedTP(0, 3)).toBe(1);
  });
});

it('refuses what has no answer', () => {
  expect(() => tQuantile(0.975, -1)).toThrow(RangeError);
  expect(() => tQuantile(1, 5)).toThrow(/between 0 and 1/);
  expect(() => normalQuantile(0)).toThrow(RangeError);
  expect(() => gammaCdf(1, 0)).toThrow(RangeError);
  expect(() => gammaCdf(Number.NaN, 1)).toThrow(RangeError);
});
