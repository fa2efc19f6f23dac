// Tests for a difference of two independent proportions: pooled z, Wald limits, Fisher's exact test.
import { zForLevel } from './confidence-level.ts';
import { twoSidedNormalP } from './distributions.ts';
import { fisherExact } from './fisher-exact.ts';
import { requireCount } from './whole-count.ts';

export interface TwoProportionTest {
  /** First minus second proportion. */
  readonly difference: number;
  /** Null when both proportions are 0 or both are 1: the statistic is undefined. */
  readonly z: number | null;
  readonly pValue: number | null;
  /** Unpooled Wald limits, kept within -1..1; for showing an interval prefer `newcombe`. */
  readonly waldLower: number;
  readonly waldUpper: number;
  /** Fisher's exact two-sided p-value; use it when `smallestExpected` is below 5. */
  readonly fisherP: number;
  /** The smallest expected count of the 2 x 2 table. */
  readonly smallestExpected: number;
}

/**
 * Tests x1 of n1 against x2 of n2. The z test is pooled and uncorrected (z squared is Pearson's chi-square).
 * Source: Pearson 1900; Fisher 1922; as R prop.test(correct = FALSE) and fisher.test.
 * Throws RangeError when a base is below 1 or a count outside its base.
 */
export function twoProportion(
  x1: number,
  n1: number,
  x2: number,
  n2: number,
  level = 0.95,
): TwoProportionTest {
  requireCount('The first base', n1, 1);
  requireCount('The second base', n2, 1);
  requireCount('The first count', x1, 0, n1);
  requireCount('The second count', x2, 0, n2);
  const p1 = x1 / n1;
  const p2 = x2 / n2;
  const difference = p1 - p2;
  const hits = x1 + x2;
  const misses = n1 + n2 - hits;
  const pooled = hits / (n1 + n2);
  const undefinedTest = hits === 0 || misses === 0;
  const z = undefinedTest ? null : difference / Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2));
  const reach = zForLevel(level) * Math.sqrt((p1 * (1 - p1)) / n1 + (p2 * (1 - p2)) / n2);
  return {
    difference,
    z,
    pValue: z === null ? null : twoSidedNormalP(z),
    waldLower: Math.max(-1, difference - reach),
    waldUpper: Math.min(1, difference + reach),
    // Worked out when it is asked for: it adds up as many tables as there are people.
    get fisherP() {
      return fisherExact(x1, n1, x2, n2);
    },
    smallestExpected: (Math.min(hits, misses) * Math.min(n1, n2)) / (n1 + n2),
  };
}
