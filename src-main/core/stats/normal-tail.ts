// The upper tail of the standard normal, accurate in relative terms far out, for p-values.
// Rule: a tail is computed as a tail, never as one minus a probability near one.

const DENSITY_AT_ZERO = 1 / Math.sqrt(2 * Math.PI);

/**
 * P(Z > z) for z >= 0. Source: Abramowitz and Stegun 26.2.11 (series, below 3) and 26.2.14
 * (continued fraction, from 3).
 */
function upperTail(z: number): number {
  const density = DENSITY_AT_ZERO * Math.exp((-z * z) / 2);
  if (z >= 3) {
    let fraction = z;
    for (let k = 120; k >= 1; k--) fraction = z + k / fraction;
    return density / fraction;
  }
  let term = z;
  let sum = z;
  for (let k = 3; term > sum * 1e-18; k += 2) {
    term *= (z * z) / k;
    sum += term;
  }
  return 0.5 - density * sum;
}

/** Two-sided p-value of a standard normal statistic: P(|Z| >= |z|). */
export function twoSidedNormalP(z: number): number {
  return 2 * upperTail(Math.abs(z));
}
