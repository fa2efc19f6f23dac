// The two-sided normal multiplier behind every interval here: one place that checks the level.
import { normalQuantile } from './distributions.ts';

/**
 * The probability left in each tail by a two-sided interval: 0.95 gives 0.025.
 * Throws RangeError unless 0 < level < 1.
 */
export function tailProbability(level: number): number {
  if (!(level > 0 && level < 1))
    throw new RangeError(`A confidence level lies between 0 and 1, not ${level}.`);
  return (1 - level) / 2;
}

/** z such that a standard normal lies within -z..z with probability `level` (0.95 gives 1.959964). */
export function zForLevel(level: number): number {
  return -normalQuantile(tailProbability(level));
}
