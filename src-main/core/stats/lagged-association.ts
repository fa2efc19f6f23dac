// How the changes of two series go together: for exploring, never for judging.
// Rule: differences only, so that two series that merely drift do not look linked; and the interval rests on
// the number of independent pairs, which is smaller than the number of pairs where both have a memory.
import { zForLevel } from './confidence-level.ts';
import { autocorrelation, crossCorrelation, effectivePairs } from './cross-correlation.ts';

/** Fisher's interval needs more independent pairs than this. */
const LEAST_INDEPENDENT = 4;

export interface Association {
  readonly pairs: number;
  /** Null where one of the series does not change. */
  readonly correlation: number | null;
  readonly effectivePairs: number | null;
  /** Null with too few independent pairs for an interval. */
  readonly lower: number | null;
  readonly upper: number | null;
}

/**
 * Pearson's correlation of paired changes with Fisher's z interval on the effective number of pairs.
 * Source: Fisher 1921; Bartlett 1935 for n (1 - r1 r2) / (1 + r1 r2).
 * Throws RangeError unless both have the same length, at least 3.
 */
export function association(x: readonly number[], y: readonly number[], level = 0.95): Association {
  if (x.length !== y.length || x.length < 3) {
    throw new RangeError('Changes are paired, and there are at least 3 pairs.');
  }
  const none = { pairs: x.length, correlation: null, effectivePairs: null, lower: null, upper: null };
  const correlation = crossCorrelation(x, y, 0).correlations[0] ?? null;
  const [r1, r2] = [x, y].map((series) => autocorrelation(series, 1)[1] ?? null);
  if (correlation === null || r1 == null || r2 == null) return none;
  const independent = effectivePairs(x.length, r1, r2);
  const known = { ...none, correlation, effectivePairs: independent };
  if (independent < LEAST_INDEPENDENT || Math.abs(correlation) >= 1) return known;
  const reach = zForLevel(level) / Math.sqrt(independent - 3);
  const centre = Math.atanh(correlation);
  return { ...known, lower: Math.tanh(centre - reach), upper: Math.tanh(centre + reach) };
}
