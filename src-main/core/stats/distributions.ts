// The probability distributions behind every test and interval here, one door to the numeric libraries.
// Rule: a small tail is computed as a tail, never as one minus a probability near one.

import betaCdfOf from '@stdlib/stats-base-dists-beta-cdf';
import betaQuantileOf from '@stdlib/stats-base-dists-beta-quantile';
import binomialCdfOf from '@stdlib/stats-base-dists-binomial-cdf';
import binomialQuantileOf from '@stdlib/stats-base-dists-binomial-quantile';
import fCdfOf from '@stdlib/stats-base-dists-f-cdf';
import fQuantileOf from '@stdlib/stats-base-dists-f-quantile';
import normalCdfOf from '@stdlib/stats-base-dists-normal-cdf';
import normalQuantileOf from '@stdlib/stats-base-dists-normal-quantile';
import tCdfOf from '@stdlib/stats-base-dists-t-cdf';
import tQuantileOf from '@stdlib/stats-base-dists-t-quantile';
import { bisect } from './bisect.ts';
import { gammaQuantile, gammaTails } from './gamma-tails.ts';

/** Below this the library's normal quantile loses digits, then turns infinite. */
const NORMAL_QUANTILE_FROM = 1e-7;

/** P(Z <= z) of the standard normal. Throws RangeError, as all here do, where the answer is not a number. */
export function normalCdf(z: number): number {
  return answer('normal', normalCdfOf(z, 0, 1));
}

/** The z with P(Z <= z) = p, 0 < p < 1. */
export function normalQuantile(p: number): number {
  requireProbability(p);
  if (p < NORMAL_QUANTILE_FROM) return bisect(-40, 0, (z) => normalCdf(z) < p);
  return normalQuantileOf(p, 0, 1);
}

/** Two-sided p-value of a standard normal statistic: P(|Z| >= |z|). */
export function twoSidedNormalP(z: number): number {
  return 2 * normalCdf(-Math.abs(z));
}

/** P(T <= t) of Student's t with `df` > 0 degrees of freedom, whole or not. */
export function tCdf(t: number, df: number): number {
  return answer('t', tCdfOf(t, df));
}

/** The t with P(T <= t) = p, 0 < p < 1. */
export function tQuantile(p: number, df: number): number {
  requireProbability(p);
  return answer('t', tQuantileOf(p, df));
}

/** Two-sided p-value of a t statistic: P(|T| >= |t|). */
export function twoSidedTP(t: number, df: number): number {
  return 2 * tCdf(-Math.abs(t), df);
}

/** P(X <= x) of Fisher's F. */
export function fCdf(x: number, df1: number, df2: number): number {
  return answer('F', fCdfOf(x, df1, df2));
}

/** The x with P(X <= x) = p, 0 < p < 1. */
export function fQuantile(p: number, df1: number, df2: number): number {
  requireProbability(p);
  return answer('F', fQuantileOf(p, df1, df2));
}

/** P(X <= x) of the beta distribution. */
export function betaCdf(x: number, a: number, b: number): number {
  return answer('beta', betaCdfOf(x, a, b));
}

/** The x with P(X <= x) = p, 0 < p < 1. */
export function betaQuantile(p: number, a: number, b: number): number {
  requireProbability(p);
  return answer('beta', betaQuantileOf(p, a, b));
}

/** P(X <= k) of `n` trials with probability `p` each. */
export function binomialCdf(k: number, n: number, p: number): number {
  return answer('binomial', binomialCdfOf(k, n, p));
}

/** The smallest k with P(X <= k) >= q. */
export function binomialQuantile(q: number, n: number, p: number): number {
  requireProbability(q);
  return answer('binomial', binomialQuantileOf(q, n, p));
}

/** P(X <= x) of the gamma distribution with this shape and rate 1. */
export function gammaCdf(x: number, shape: number): number {
  return gammaTails(x, shape).lower;
}

/** P(X <= x) of chi-square with `df` degrees of freedom. */
export function chiSquareCdf(x: number, df: number): number {
  return gammaTails(x / 2, df / 2).lower;
}

/** P(X > x) of chi-square: the p-value of a chi-square statistic. */
export function chiSquareUpper(x: number, df: number): number {
  return gammaTails(x / 2, df / 2).upper;
}

/** The x with P(X <= x) = p, 0 < p < 1. */
export function chiSquareQuantile(p: number, df: number): number {
  return 2 * gammaQuantile(p, df / 2);
}

/** P(X <= k) of a Poisson count with mean `lambda` >= 0. */
export function poissonCdf(k: number, lambda: number): number {
  return k < 0 ? 0 : gammaTails(lambda, Math.floor(k) + 1).upper;
}

function requireProbability(p: number): void {
  if (!(p > 0 && p < 1)) throw new RangeError(`A probability lies between 0 and 1, not ${p}.`);
}

function answer(distribution: string, value: number): number {
  if (Number.isFinite(value)) return value;
  throw new RangeError(`The ${distribution} distribution has no answer for these parameters.`);
}
