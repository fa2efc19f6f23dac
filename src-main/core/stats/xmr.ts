// XmR (individuals) control limits by phase, after NHS England's Making Data Count.
// Rule: a missing period is a gap, never a zero: no moving range is taken across it, and runs break there.
import { meanOf } from './moments.ts';
import { adjacentPairs, firstRecorded, movingRange, recorded } from './moving-range.ts';

/** Limits lie this many mean moving ranges from the mean (3 / 1.128 rounded, the Making Data Count figure). */
const LIMIT_FACTOR = 2.66;
const TWO_SIGMA_FACTOR = (2 * LIMIT_FACTOR) / 3;
/** A phase of fewer recorded points has trial limits. */
const SETTLED_FROM = 13;

export interface XmrOptions {
  /** Leave outlying moving ranges out of the limits, once (default true). False is "Excel-compatible". */
  readonly screenOutliers?: boolean | undefined;
  /** Only the first k recorded points of each phase make its limits; null or absent = all of them. */
  readonly fixAfterNPoints?: number | null | undefined;
  /** Indices (0-based) of points that start a new phase. */
  readonly rebaseAt?: readonly number[] | undefined;
}

export interface XmrLimits {
  readonly mean: number;
  readonly meanMovingRange: number;
  /** Process limits, not clipped: a lower limit may be negative. Clip for drawing only. */
  readonly lower: number;
  readonly upper: number;
  readonly lowerTwoSigma: number;
  readonly upperTwoSigma: number;
}

export interface XmrPhase {
  /** Index of the first point, and one past the last. */
  readonly start: number;
  readonly end: number;
  /** Recorded points in the phase (gaps left out), and how many of them made the limits. */
  readonly n: number;
  readonly baselineN: number;
  /** Null when the baseline has no two recorded points next to each other: nothing can be judged. */
  readonly limits: XmrLimits | null;
  /** Fewer than 13 recorded points in the phase. */
  readonly trialLimits: boolean;
  /** Moving ranges that screening left out. */
  readonly screenedRanges: number;
  /** Lag-1 autocorrelation of the baseline; null below 3 points or without variation. Warn above 0.3. */
  readonly lag1Autocorrelation: number | null;
}

export interface XmrChart {
  readonly values: readonly (number | null)[];
  readonly phases: readonly XmrPhase[];
}

/**
 * Limits for `values` in time order, one per period, null where a period has no value.
 * The mean is the plain mean of the baseline: screening never removes a point from it.
 * If screening would leave no moving range (a constant series) the unscreened mean is used.
 * Source: Making Data Count as in NHSRplotthedots 0.2.2; Nelson 1982 for the screen.
 * Throws RangeError for a value that is not finite, a phase start outside the series or k < 1.
 */
export function xmr(values: readonly (number | null)[], options: XmrOptions = {}): XmrChart {
  const { screenOutliers = true, fixAfterNPoints = null, rebaseAt = [] } = options;
  if (values.some((value) => value !== null && !Number.isFinite(value))) {
    throw new RangeError('Every value of a control chart is a finite number, or null for a gap.');
  }
  if (values.length === 0) return { values, phases: [] };
  const starts = phaseStarts(rebaseAt, values.length);
  const phases = starts.map((start, index) =>
    readPhase(values, start, starts[index + 1] ?? values.length, fixAfterNPoints, screenOutliers),
  );
  return { values, phases };
}

function phaseStarts(rebaseAt: readonly number[], length: number): number[] {
  for (const start of rebaseAt) {
    if (!(Number.isInteger(start) && start >= 0 && start < length)) {
      throw new RangeError(`A phase starts at a point of the series (0 to ${length - 1}), not at ${start}.`);
    }
  }
  return [...new Set([0, ...rebaseAt])].sort((a, b) => a - b);
}

function readPhase(
  values: readonly (number | null)[],
  start: number,
  end: number,
  fixAfterNPoints: number | null,
  screenOutliers: boolean,
): XmrPhase {
  const phase = values.slice(start, end);
  const n = recorded(phase).length;
  const baseline = firstRecorded(phase, fixAfterNPoints);
  const points = recorded(baseline);
  const range = movingRange(baseline, screenOutliers);
  return {
    start,
    end,
    n,
    baselineN: points.length,
    limits: range.mean === null ? null : limitsFrom(meanOf(points), range.mean),
    trialLimits: n < SETTLED_FROM,
    screenedRanges: range.screened,
    lag1Autocorrelation: lag1Autocorrelation(baseline),
  };
}

function limitsFrom(mean: number, meanMovingRange: number): XmrLimits {
  return {
    mean,
    meanMovingRange,
    lower: mean - LIMIT_FACTOR * meanMovingRange,
    upper: mean + LIMIT_FACTOR * meanMovingRange,
    lowerTwoSigma: mean - TWO_SIGMA_FACTOR * meanMovingRange,
    upperTwoSigma: mean + TWO_SIGMA_FACTOR * meanMovingRange,
  };
}

/** Box and Jenkins 1970: products of neighbouring deviations over the sum of squared deviations. */
function lag1Autocorrelation(baseline: readonly (number | null)[]): number | null {
  const points = recorded(baseline);
  if (points.length < 3) return null;
  const mean = meanOf(points);
  const spread = points.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  if (spread === 0) return null;
  const products = adjacentPairs(baseline).map(([before, after]) => (before - mean) * (after - mean));
  return products.reduce((sum, product) => sum + product, 0) / spread;
}
