// The incomplete gamma function and what follows from it: gamma, chi-square and Poisson probabilities.
// Rule: both tails are computed as tails. @stdlib's gamma family is not used: it is wrong once x passes 1,000
// (27 % at 1,455), and event counts and person-days go far beyond that.
import { bisect } from './bisect.ts';

/** From this argument on Stirling's series is exact to the last digit. */
const STIRLING_FROM = 15;

/** ln of the gamma function for z > 0; ln(n!) is `logGamma(n + 1)`. Abramowitz and Stegun 6.1.41. */
export function logGamma(z: number): number {
  if (z < STIRLING_FROM) return logGamma(z + 1) - Math.log(z);
  return (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI) + stirlingRest(z);
}

export interface Tails {
  readonly lower: number;
  readonly upper: number;
}

/**
 * P(X <= x) and P(X > x) of a gamma variable with this shape and rate 1. The smaller of the two is accurate in
 * relative terms. Source: Abramowitz and Stegun 6.5.29 (series, below the mean) and 6.5.31 (continued fraction).
 * Throws RangeError unless the shape is above 0 and x a number.
 */
export function gammaTails(x: number, shape: number): Tails {
  if (!(shape > 0 && Number.isFinite(shape)) || Number.isNaN(x))
    throw new RangeError(`A gamma distribution has a shape above 0 and a number x, not ${shape} and ${x}.`);
  if (x <= 0) return { lower: 0, upper: 1 };
  if (x === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0 };
  const point = pointMass(x, shape);
  if (x < shape + 1) {
    const lower = point * lowerSeries(x, shape);
    return { lower, upper: 1 - lower };
  }
  const upper = point * shape * upperFraction(x, shape);
  return { lower: 1 - upper, upper };
}

/** The x with P(X <= x) = p for a gamma variable of this shape and rate 1. Throws RangeError unless 0 < p < 1. */
export function gammaQuantile(p: number, shape: number): number {
  requireProbability(p);
  return bisect(0, farAbove(shape, 1 - p), (x) => gammaTails(x, shape).lower < p);
}

/** The x with P(X > x) = p: for small p, where 1 - p would lose its digits. */
export function gammaUpperQuantile(p: number, shape: number): number {
  requireProbability(p);
  return bisect(0, farAbove(shape, p), (x) => gammaTails(x, shape).upper > p);
}

/** Beyond every quantile with `p` above it (Chernoff's bound holds with room to spare). */
function farAbove(shape: number, p: number): number {
  return shape + 40 * Math.sqrt(shape + 1) - 4 * Math.log(Math.max(p, Number.MIN_VALUE));
}

function requireProbability(p: number): void {
  if (!(p > 0 && p < 1)) throw new RangeError(`A probability lies between 0 and 1, not ${p}.`);
}

/** x^a e^-x / gamma(a + 1), in Loader's saddle-point form where logarithms of large numbers would cancel. */
function pointMass(x: number, a: number): number {
  if (a < STIRLING_FROM) return Math.exp(a * Math.log(x) - x - logGamma(a + 1));
  const excess = (x - a) / a;
  const distance = excess === -1 ? Number.POSITIVE_INFINITY : a * (excess - Math.log1p(excess));
  return Math.exp(-distance - stirlingRest(a)) / Math.sqrt(2 * Math.PI * a);
}

/** What Stirling's formula leaves over: ln gamma(z) minus its leading terms. */
function stirlingRest(z: number): number {
  const square = z * z;
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / (1188 * square)) / square) / square) / square) / z;
}

function lowerSeries(x: number, a: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; term > sum * 1e-17; k++) {
    term *= x / (a + k);
    sum += term;
  }
  return sum;
}

/** Lentz's evaluation of the continued fraction, first without its numerators' zero. */
function upperFraction(x: number, a: number): number {
  let b = x + 1 - a;
  let c = Number.POSITIVE_INFINITY;
  let d = 1 / b;
  let fraction = d;
  for (let k = 1; ; k++) {
    const numerator = -k * (k - a);
    b += 2;
    d = 1 / (numerator * d + b);
    c = b + numerator / c;
    const step = c * d;
    fraction *= step;
    if (Math.abs(step - 1) < 1e-15 || numerator === 0) return fraction;
  }
}
