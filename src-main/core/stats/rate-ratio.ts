// The ratio of two event rates, exact by conditioning on the total number of events.
import { tailProbability, zForLevel } from './confidence-level.ts';
import { betaQuantile } from './distributions.ts';
import { exactPValue } from './exact-p-value.ts';
import { logBinomial } from './log-binomial.ts';
import { requireCount, requirePositive } from './whole-count.ts';

export interface RateRatio {
  /** First rate over second; null when the second has no events. */
  readonly ratio: number | null;
  readonly exactLower: number;
  /** Null is "no upper limit": the second rate has no events. */
  readonly exactUpper: number | null;
  /** Exact two-sided p-value of equal rates. */
  readonly pValue: number;
  /** Wald limits on the log scale; null when a count is 0. */
  readonly waldLower: number | null;
  readonly waldUpper: number | null;
}

/**
 * Compares count1 / exposure1 with count2 / exposure2.
 * Source: Clopper and Pearson 1934 on count1 of the total, as R poisson.test.
 * Throws RangeError unless counts are whole and >= 0 and exposures above 0.
 */
export function rateRatio(
  count1: number,
  exposure1: number,
  count2: number,
  exposure2: number,
  level = 0.95,
): RateRatio {
  requireCount('The first count', count1);
  requireCount('The second count', count2);
  requirePositive('The first exposure', exposure1);
  requirePositive('The second exposure', exposure2);
  const ratio = count2 === 0 ? null : count1 / exposure1 / (count2 / exposure2);
  const tail = tailProbability(level);
  const reach = count1 === 0 || count2 === 0 ? null : zForLevel(level) * Math.sqrt(1 / count1 + 1 / count2);
  const others = clopperPearsonLower(count2, count1 + count2, tail);
  const share = clopperPearsonLower(count1, count1 + count2, tail);
  return {
    ratio,
    exactLower: ((share / (1 - share)) * exposure2) / exposure1,
    exactUpper: count2 === 0 ? null : (((1 - others) / others) * exposure2) / exposure1,
    pValue: equalRatesP(count1, count1 + count2, exposure1 / (exposure1 + exposure2)),
    waldLower: ratio === null || reach === null ? null : ratio * Math.exp(-reach),
    waldUpper: ratio === null || reach === null ? null : ratio * Math.exp(reach),
  };
}

/** The probability at which x or more of n has probability `tail`; 0 when x = 0. */
function clopperPearsonLower(x: number, n: number, tail: number): number {
  return x === 0 ? 0 : betaQuantile(tail, x, n - x + 1);
}

function equalRatesP(x: number, n: number, p: number): number {
  return exactPValue(
    Array.from({ length: n + 1 }, (_, k) => logBinomial(k, n, p)),
    x,
  );
}
