// Correlation of two series at a lag, raw and of first differences.
// Rule: exploratory. Two series that drift correlate whatever they measure: judge differences, never levels.
import { zForLevel } from './confidence-level.ts';

export interface CrossCorrelation {
  /** -maxLag .. maxLag. A peak at a NEGATIVE lag means that x leads y. */
  readonly lags: readonly number[];
  /** Of x[t + lag] with y[t]; null where a series does not vary. */
  readonly correlations: readonly (number | null)[];
  /** 1.96 / sqrt(n): a limit only if at least one series is white noise. */
  readonly naiveLimit: number;
}

/**
 * Sums over the valid t divided by n, full-series means, over the root of both variances (also over n).
 * Source: Box and Jenkins 1970; as R stats::ccf.
 * Throws RangeError unless both series have the same length, at least 2.
 */
export function crossCorrelation(
  x: readonly number[],
  y: readonly number[],
  maxLag: number,
): CrossCorrelation {
  if (x.length !== y.length || x.length < 2) {
    throw new RangeError('Two series of one length, at least 2, can be correlated.');
  }
  const most = Math.min(maxLag, x.length - 1);
  const [dx, dy] = [deviations(x), deviations(y)];
  const scale = Math.sqrt(productAt(dx, dx, 0) * productAt(dy, dy, 0));
  const lags = Array.from({ length: 2 * most + 1 }, (_, index) => index - most);
  return {
    lags,
    correlations: lags.map((lag) => (scale === 0 ? null : productAt(dx, dy, lag) / scale)),
    naiveLimit: zForLevel(0.95) / Math.sqrt(x.length),
  };
}

/** The correlations of a series with itself at lags 0 .. maxLag. */
export function autocorrelation(x: readonly number[], maxLag: number): readonly (number | null)[] {
  const { lags, correlations } = crossCorrelation(x, x, maxLag);
  return correlations.filter((_, index) => (lags[index] ?? -1) >= 0);
}

/** Each value less the one before: one value fewer. */
export const firstDifferences = (series: readonly number[]): number[] =>
  series.slice(1).map((value, index) => value - (series[index] ?? 0));

/**
 * How many independent pairs two autocorrelated series are worth: n (1 - r1 r2) / (1 + r1 r2), where r1 and r2
 * are their lag-1 autocorrelations. Source: Bartlett 1935, J R Stat Soc 98:536. Never above n.
 */
export function effectivePairs(n: number, r1: number, r2: number): number {
  return Math.min(n, (n * (1 - r1 * r2)) / (1 + r1 * r2));
}

function deviations(series: readonly number[]): number[] {
  const mean = series.reduce((sum, value) => sum + value, 0) / series.length;
  return series.map((value) => value - mean);
}

function productAt(x: readonly number[], y: readonly number[], lag: number): number {
  return y.reduce((sum, value, t) => sum + (x[t + lag] ?? 0) * value, 0);
}
