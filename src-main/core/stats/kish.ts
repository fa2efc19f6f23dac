// What weighting costs: how many answers a weighted sample is worth.

export interface KishEffect {
  /** (sum w)^2 / sum w^2: the size of an equally weighted sample as precise. Use it in intervals. */
  readonly effectiveN: number;
  /** n / effectiveN; 1 where all weights are equal. */
  readonly designEffect: number;
}

/**
 * Kish's approximate effective sample size of positive weights.
 * Source: Kish 1965, Survey Sampling, section 11.7. Throws RangeError without a weight or for one not above 0.
 */
export function kish(weights: readonly number[]): KishEffect {
  if (weights.length === 0 || weights.some((weight) => !(weight > 0))) {
    throw new RangeError('Weights are above zero, and there is at least one.');
  }
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const squares = weights.reduce((total, weight) => total + weight * weight, 0);
  return { effectiveN: (sum * sum) / squares, designEffect: (weights.length * squares) / (sum * sum) };
}
