// The Wilson score interval of one proportion, without continuity correction.
import { zForLevel } from './confidence-level.ts';
import { requireCount } from './whole-count.ts';

export interface ProportionInterval {
  /** The proportion x / n, 0 to 1. */
  readonly p: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * Wilson score interval for `x` of `n`, as proportions (0 to 1), at `level` (0.95).
 * x = 0 gives lower exactly 0 and x = n gives upper exactly 1.
 * Source: Wilson 1927; Newcombe 1998, Stat Med 17:857, method 3; the OHID Fingertips standard.
 * Throws RangeError when n < 1 (no answer has no proportion), x is outside 0..n or the level outside (0, 1).
 */
export function wilson(x: number, n: number, level = 0.95): ProportionInterval {
  requireCount('The base', n, 1);
  requireCount('The number counted', x, 0, n);
  const z = zForLevel(level);
  const p = x / n;
  const centre = p + (z * z) / (2 * n);
  const reach = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  const scale = 1 + (z * z) / n;
  return {
    p,
    lower: x === 0 ? 0 : (centre - reach) / scale,
    upper: x === n ? 1 : (centre + reach) / scale,
  };
}
