// A log-linear model of counts per exposure whose spread may exceed the Poisson's (quasi-Poisson).
// Rule: intervals are widened by the dispersion that the data show; the plain Poisson ones stand beside them.
import { zForLevel } from './confidence-level.ts';
import { twoSidedNormalP } from './distributions.ts';
import { type SegmentedSeries, segmentedDesign } from './interrupted-time-series-design.ts';
import { dot, type LeastSquares, leastSquares } from './ols.ts';

const MOST_ROUNDS = 100;
/** A step is quadratic: once the deviance moves by less than this share, the estimates have settled. */
const SETTLED = 1e-11;

export interface RateChange {
  readonly logRatio: number;
  readonly se: number;
  /** exp(logRatio): for the level change the rate ratio at adoption, for a slope the ratio per step. */
  readonly ratio: number;
  readonly lower: number;
  readonly upper: number;
  readonly pValue: number;
  readonly poissonLower: number;
  readonly poissonUpper: number;
}

export interface QuasiPoisson {
  /** Pearson's chi-square over n - k; above 1 the counts vary more than the Poisson allows. */
  readonly dispersion: number;
  readonly deviance: number;
  readonly coefficients: Readonly<Record<string, number>>;
  readonly terms: Readonly<Record<string, RateChange>>;
  /** At the last time: the rate against the one without adoption. */
  readonly latest: RateChange;
  /** The expected count of each time. */
  readonly fitted: readonly number[];
}

/**
 * Segmented quasi-Poisson regression of the counts in `series.values` with offset log(exposure).
 * Null where the estimates run away, as when one side of adoption holds no events.
 * Source: McCullagh and Nelder 1989, chapters 2 and 6; Lopez Bernal 2017, Int J Epidemiol 46:348.
 * Throws RangeError for a count below 0 or an exposure not above 0, and as `leastSquares` does.
 */
export function quasiPoisson(
  series: SegmentedSeries,
  exposure: readonly number[],
  level = 0.95,
): QuasiPoisson | null {
  const { values: counts, times } = series;
  if (counts.some((count) => !(count >= 0))) throw new RangeError('A count is zero or more.');
  if (exposure.length !== counts.length || exposure.some((size) => !(size > 0))) {
    throw new RangeError('Every count has an exposure above zero.');
  }
  const design = segmentedDesign(series);
  const rows = times.map((time) => design.rowAt(time));
  const found = reweighted(rows, counts, exposure);
  if (found === null) return null;
  const { fit, fitted } = found;
  const pearson = counts.reduce((sum, count, i) => sum + (count - at(fitted, i)) ** 2 / at(fitted, i), 0);
  const dispersion = pearson / fit.df;
  return {
    dispersion,
    deviance: devianceOf(counts, fitted),
    coefficients: Object.fromEntries(design.terms.map((term, i) => [term, at(fit.coefficients, i)])),
    terms: Object.fromEntries(
      design.terms.map((term, i) => [
        term,
        rateChange(
          fit,
          design.terms.map((_, j) => (i === j ? 1 : 0)),
          dispersion,
          level,
        ),
      ]),
    ),
    latest: rateChange(fit, design.changeRowAt(times.at(-1) ?? 0), dispersion, level),
    fitted,
  };
}

function rateChange(
  { coefficients, unscaled }: LeastSquares,
  weights: readonly number[],
  dispersion: number,
  level: number,
): RateChange {
  const logRatio = dot(weights, coefficients);
  const variance = dot(
    weights,
    unscaled.map((row) => dot(row, weights)),
  );
  const poissonSe = Math.sqrt(variance);
  const se = poissonSe * Math.sqrt(dispersion);
  const z = zForLevel(level);
  return {
    logRatio,
    se,
    ratio: Math.exp(logRatio),
    lower: Math.exp(logRatio - z * se),
    upper: Math.exp(logRatio + z * se),
    pValue: se > 0 ? twoSidedNormalP(logRatio / se) : 1,
    poissonLower: Math.exp(logRatio - z * poissonSe),
    poissonUpper: Math.exp(logRatio + z * poissonSe),
  };
}

/** Iteratively reweighted least squares until the deviance stands still. */
function reweighted(
  design: readonly (readonly number[])[],
  counts: readonly number[],
  exposure: readonly number[],
): { fit: LeastSquares; fitted: readonly number[] } | null {
  const offset = exposure.map(Math.log);
  let fitted = counts.map((count) => count + 0.1);
  let deviance = devianceOf(counts, fitted);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const weights = fitted.map(Math.sqrt);
    const working = counts.map(
      (count, i) => Math.log(at(fitted, i)) - at(offset, i) + (count - at(fitted, i)) / at(fitted, i),
    );
    const fit = leastSquares(
      design.map((row, i) => row.map((entry) => entry * at(weights, i))),
      working.map((value, i) => value * at(weights, i)),
    );
    fitted = design.map((row, i) => Math.exp(dot(row, fit.coefficients) + at(offset, i)));
    if (fitted.some((mean) => !(mean > 1e-10 && Number.isFinite(mean)))) return null;
    const now = devianceOf(counts, fitted);
    const settled = Math.abs(now - deviance) <= SETTLED * (Math.abs(now) + 0.1);
    deviance = now;
    if (settled) return { fit, fitted };
  }
  return null;
}

const devianceOf = (counts: readonly number[], fitted: readonly number[]): number =>
  2 *
  counts.reduce((sum, count, i) => {
    const mean = at(fitted, i);
    return sum + (count === 0 ? 0 : count * Math.log(count / mean)) - (count - mean);
  }, 0);

const at = (numbers: readonly number[], index: number): number => numbers[index] ?? 0;
