// Margins of error when a large part of a known workforce answered.
// Rule: for "how sure are we of this workforce's answer today"; never for a change over time or a cause.
import { zForLevel } from './confidence-level.ts';
import { twoSidedNormalP } from './distributions.ts';
import { requireCount } from './whole-count.ts';

/**
 * The finite population correction sqrt((N - n) / (N - 1)): 1 with no headcount, 0 when everyone answered.
 * Throws RangeError when more answered than there are.
 */
export function finitePopulationCorrection(n: number, headcount: number | null): number {
  requireCount('The base', n, 1);
  if (headcount === null) return 1;
  requireCount('The headcount', headcount, n);
  return headcount === 1 ? 0 : Math.sqrt((headcount - n) / (headcount - 1));
}

/**
 * Half the width of the normal interval of a proportion `p` from `n` answers out of `headcount` people.
 * Non-response bias is in no margin, not even in the 0 of a complete response.
 * Source: Civil Service People Survey 2019 technical guide, p. 23.
 */
export function marginOfError(p: number, n: number, headcount: number | null, level = 0.95): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`A proportion lies between 0 and 1, not ${p}.`);
  return zForLevel(level) * Math.sqrt((p * (1 - p)) / n) * finitePopulationCorrection(n, headcount);
}

export interface Wave {
  readonly x: number;
  readonly n: number;
  readonly headcount: number | null;
}

export interface CorrectedDifference {
  readonly difference: number;
  readonly se: number;
  /** Null when the standard error is 0. */
  readonly z: number | null;
  /** 0 when a difference has no standard error (both waves complete); null when there is no difference either. */
  readonly pValue: number | null;
  readonly lower: number;
  readonly upper: number;
}

/** First minus second wave, unpooled standard error with the correction on each wave, normal interval. */
export function correctedDifference(first: Wave, second: Wave, level = 0.95): CorrectedDifference {
  const [p1, variance1] = correctedVariance(first);
  const [p2, variance2] = correctedVariance(second);
  const difference = p1 - p2;
  const se = Math.sqrt(variance1 + variance2);
  const z = se === 0 ? null : difference / se;
  const reach = zForLevel(level) * se;
  return {
    difference,
    se,
    z,
    pValue: se === 0 && difference !== 0 ? 0 : z === null ? null : twoSidedNormalP(z),
    lower: difference - reach,
    upper: difference + reach,
  };
}

function correctedVariance({ x, n, headcount }: Wave): readonly [p: number, variance: number] {
  const correction = finitePopulationCorrection(n, headcount);
  requireCount('The number counted', x, 0, n);
  const p = x / n;
  return [p, ((p * (1 - p)) / n) * correction ** 2];
}
