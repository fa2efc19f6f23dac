// Log probabilities of the counting distributions, which stay in range where the probabilities do not.
import { logGamma } from './gamma-tails.ts';

/** ln of the number of ways to choose k of n. */
export function logChoose(n: number, k: number): number {
  if (k === 0 || k === n) return 0;
  return logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
}

/** ln P(X = k) for X binomial with n trials of probability p, 0 < p < 1. */
export function logBinomial(k: number, n: number, p: number): number {
  return logChoose(n, k) + k * Math.log(p) + (n - k) * Math.log1p(-p);
}
