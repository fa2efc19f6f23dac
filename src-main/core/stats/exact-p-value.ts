// The two-sided exact p-value of a discrete distribution, as the binomial and Fisher tests use it.

/** R's margin for calling two probabilities equal: they are computed, so they differ in the last digits. */
const SAME_PROBABILITY = Math.log1p(1e-7);

/**
 * Sum of the probabilities of all outcomes no more probable than the observed one, at most 1.
 * `logProbabilities` are the natural logs over the whole support; `observed` is the index of what was seen.
 */
export function exactPValue(logProbabilities: readonly number[], observed: number): number {
  const seen = logProbabilities[observed];
  if (seen === undefined) throw new RangeError(`Outcome ${observed} is not in the support.`);
  let sum = 0;
  for (const log of logProbabilities) if (log <= seen + SAME_PROBABILITY) sum += Math.exp(log);
  return Math.min(1, sum);
}
