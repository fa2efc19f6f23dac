// Welch's test for a difference of two means. Always this one: spreads are never assumed equal.
import { tailProbability } from './confidence-level.ts';
import { tQuantile, twoSidedTP } from './distributions.ts';
import type { Sample } from './moments.ts';
import { requireCount } from './whole-count.ts';

export interface WelchTest {
  /** First minus second mean. */
  readonly difference: number;
  /** All null where a sample has one value or neither has any spread: there is nothing to judge by. */
  readonly t: number | null;
  readonly df: number | null;
  readonly pValue: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/**
 * Two-sided unequal-variance t test with Satterthwaite's degrees of freedom.
 * Source: Welch 1947; as R t.test. Throws RangeError when a sample is empty.
 */
export function welch(first: Sample, second: Sample, level = 0.95): WelchTest {
  requireCount('The first base', first.n, 1);
  requireCount('The second base', second.n, 1);
  const tail = tailProbability(level);
  const difference = first.mean - second.mean;
  const parts = [first, second].map(({ n, sd }) => ({ n, part: sd === null ? null : (sd * sd) / n }));
  const squared = parts.reduce<number | null>(
    (sum, { part }) => (sum === null || part === null ? null : sum + part),
    0,
  );
  // As R: a standard error this small beside the means is their rounding.
  const rounding = 10 * Number.EPSILON * Math.max(Math.abs(first.mean), Math.abs(second.mean));
  if (squared === null || Math.sqrt(squared) <= rounding)
    return { difference, t: null, df: null, pValue: null, lower: null, upper: null };
  const se = Math.sqrt(squared);
  const df = squared ** 2 / parts.reduce((sum, { n, part }) => sum + (part ?? 0) ** 2 / (n - 1), 0);
  const t = difference / se;
  const reach = -tQuantile(tail, df) * se;
  return {
    difference,
    t,
    df,
    pValue: twoSidedTP(t, df),
    lower: difference - reach,
    upper: difference + reach,
  };
}
