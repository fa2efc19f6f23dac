// Fisher's exact test of two proportions, for counts too small for the z test.
import { exactPValue } from './exact-p-value.ts';
import { logChoose } from './log-binomial.ts';
import { requireCount } from './whole-count.ts';

/**
 * Two-sided p-value of x1 of n1 against x2 of n2: the sum over all tables with the same margins that are no more
 * probable than the observed one. Use it where an expected count is below 5.
 * Source: Fisher 1922; as R fisher.test. Throws RangeError when a base is below 1 or a count outside its base.
 */
export function fisherExact(x1: number, n1: number, x2: number, n2: number): number {
  requireCount('The first base', n1, 1);
  requireCount('The second base', n2, 1);
  requireCount('The first count', x1, 0, n1);
  requireCount('The second count', x2, 0, n2);
  const hits = x1 + x2;
  const least = Math.max(0, hits - n2);
  const most = Math.min(n1, hits);
  const all = logChoose(n1 + n2, hits);
  const logProbabilities: number[] = [];
  for (let k = least; k <= most; k++) logProbabilities.push(logChoose(n1, k) + logChoose(n2, hits - k) - all);
  return exactPValue(logProbabilities, x1 - least);
}
