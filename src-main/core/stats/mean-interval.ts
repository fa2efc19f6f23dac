// The t interval of one mean.
import { tailProbability } from './confidence-level.ts';
import { tQuantile } from './distributions.ts';
import { requireCount } from './whole-count.ts';

export interface MeanInterval {
  readonly mean: number;
  /** Null with fewer than two values: one value has a mean but no spread to judge it by. */
  readonly lower: number | null;
  readonly upper: number | null;
}

/**
 * Student's t interval of a mean: mean -/+ t(n - 1) x sd / sqrt(n), in the unit of the values.
 * `sd` is the sample standard deviation (divisor n - 1), null where n < 2. Not clipped to the answer scale.
 * Source: Student 1908; as R t.test on one sample.
 * Throws RangeError when n < 1, a number is not finite, sd is negative, or sd is null although n > 1.
 */
export function meanInterval(n: number, mean: number, sd: number | null, level = 0.95): MeanInterval {
  requireCount('The base', n, 1);
  if (!Number.isFinite(mean)) throw new RangeError(`A mean is a number, not ${mean}.`);
  const tail = tailProbability(level);
  if (n < 2) return { mean, lower: null, upper: null };
  if (sd === null || !(sd >= 0 && Number.isFinite(sd))) {
    throw new RangeError(`A standard deviation is zero or more, not ${sd}.`);
  }
  const reach = -tQuantile(tail, n - 1) * (sd / Math.sqrt(n));
  return { mean, lower: mean - reach, upper: mean + reach };
}
