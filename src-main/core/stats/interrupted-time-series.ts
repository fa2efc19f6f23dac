// Segmented regression of an interrupted time series under four error structures, and what it says of the
// latest point beside the counterfactual. Rule: one coding for all (interrupted-time-series-design.ts).
import { type Ar1Model, praisWinsten, remlAr1 } from './interrupted-time-series-ar1.ts';
import {
  type SegmentedDesign,
  type SegmentedSeries,
  segmentedDesign,
} from './interrupted-time-series-design.ts';
import { dot, type Estimate, estimateOf, type LinearModel, leastSquares, ordinaryModel } from './ols.ts';
import { neweyWest } from './ols-newey-west.ts';

export type ErrorStructure = 'ols' | 'newey-west' | 'prais-winsten' | 'reml-ar1';

export interface SegmentedOptions {
  readonly errors: ErrorStructure;
  /** Lag of the Newey-West covariance (`neweyWestLag`); default 1. */
  readonly lag?: number | undefined;
  readonly level?: number | undefined;
}

export interface SegmentedFit {
  /** By term: `intercept`, `preSlope`, `levelChange`, `slopeChange` and the seasonal terms. */
  readonly terms: Readonly<Record<string, Estimate>>;
  /** preSlope + slopeChange. */
  readonly postSlope: Estimate;
  /** At the last time: what adoption changed, in the unit of the series and in % of the counterfactual. */
  readonly latest: {
    readonly effect: Estimate;
    /** Limits by the delta method: not to be shown where the counterfactual's own limits include zero. */
    readonly percent: { readonly estimate: number; readonly lower: number; readonly upper: number };
    readonly counterfactual: Estimate;
    readonly fitted: number;
  };
  /** The memory of the errors; null for models without one. */
  readonly phi: number | null;
  readonly residualSd: number;
  /** The restricted log-likelihood of `reml-ar1`, else null. */
  readonly restrictedLogLikelihood: number | null;
  readonly df: number;
  /** Sum of products of neighbouring residuals over the sum of squares; null without residual variation. */
  readonly residualLag1: number | null;
  readonly durbinWatson: number | null;
  readonly rSquared: number | null;
  /** The model at any time, seasons kept; and the model without adoption, with its band. */
  fittedAt(time: number): number;
  counterfactualAt(time: number): Estimate;
}

/** The lag of Newey-West: 1 below 25 points; from there 3 for months, else floor(4 (n / 100)^(2/9)). */
export function neweyWestLag(points: number, monthly: boolean): number {
  if (points < 25) return 1;
  return monthly ? 3 : Math.floor(4 * (points / 100) ** (2 / 9));
}

/**
 * Fits the series. Null where the error structure cannot be estimated (phi at the boundary).
 * Sources: Wagner 2002; Linden 2015; Newey and West 1987; Prais and Winsten 1954; Turner 2021, BMC Med Res
 * Methodol 21:181 for the choice among them.
 * Throws RangeError for fewer points than terms + 1 or terms that depend on each other.
 */
export function fitSegmented(series: SegmentedSeries, options: SegmentedOptions): SegmentedFit | null {
  const design = segmentedDesign(series);
  const rows = series.times.map((time) => design.rowAt(time));
  const model = modelOf(series, rows, options);
  return model && readFit(series, design, model, options.level ?? 0.95);
}

interface Fitted extends LinearModel {
  readonly residuals: readonly number[];
  readonly ar1: Ar1Model | null;
}

function modelOf(
  { times, values }: SegmentedSeries,
  design: readonly (readonly number[])[],
  { errors, lag = 1 }: SegmentedOptions,
): Fitted | null {
  if (errors === 'prais-winsten' || errors === 'reml-ar1') {
    const ar1 = (errors === 'reml-ar1' ? remlAr1 : praisWinsten)({ design, values, times });
    return ar1 && { ...ar1, ar1 };
  }
  const fit = leastSquares(design, values);
  const model = errors === 'ols' ? ordinaryModel(fit) : neweyWest(design, fit, times, lag);
  return { ...model, residuals: fit.residuals, ar1: null };
}

function readFit(
  { times, values }: SegmentedSeries,
  design: SegmentedDesign,
  model: Fitted,
  level: number,
): SegmentedFit {
  const { coefficients, residuals, ar1, df } = model;
  const of = (weights: readonly number[]): Estimate => estimateOf(model, weights, level);
  const unit = (picked: (term: string) => boolean) => design.terms.map((term) => (picked(term) ? 1 : 0));
  const squares = dot(residuals, residuals);
  return {
    terms: Object.fromEntries(design.terms.map((term) => [term, of(unit((other) => other === term))])),
    postSlope: of(unit((term) => term === 'preSlope' || term === 'slopeChange')),
    latest: latestEffect(design, model, times.at(-1) ?? 0, level),
    phi: ar1?.phi ?? null,
    residualSd: ar1?.sigma ?? Math.sqrt(squares / df),
    restrictedLogLikelihood: ar1?.restrictedLogLikelihood ?? null,
    df,
    ...residualDiagnostics(residuals, times, values),
    fittedAt: (time) => dot(design.rowAt(time), coefficients),
    counterfactualAt: (time) => of(design.counterfactualRowAt(time)),
  };
}

function latestEffect(
  design: SegmentedDesign,
  model: LinearModel,
  time: number,
  level: number,
): SegmentedFit['latest'] {
  const change = design.changeRowAt(time);
  const without = design.counterfactualRowAt(time);
  const effect = estimateOf(model, change, level);
  const counterfactual = estimateOf(model, without, level);
  const ratio = effect.estimate / counterfactual.estimate;
  const gradient = change.map((entry, i) => (entry - ratio * (without[i] ?? 0)) / counterfactual.estimate);
  const reach = (effect.upper - effect.estimate) * (estimateOf(model, gradient).se / effect.se);
  return {
    effect,
    percent: { estimate: 100 * ratio, lower: 100 * (ratio - reach), upper: 100 * (ratio + reach) },
    counterfactual,
    fitted: counterfactual.estimate + effect.estimate,
  };
}

function residualDiagnostics(
  residuals: readonly number[],
  times: readonly number[],
  values: readonly number[],
) {
  const squares = dot(residuals, residuals);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const spread = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  if (squares <= 1e-20 * values.reduce((sum, value) => sum + value * value, 0)) {
    return { residualLag1: null, durbinWatson: null, rSquared: spread === 0 ? null : 1 };
  }
  const pairs = residuals
    .map((residual, i) => [residual, residuals[i - 1], (times[i] ?? 0) - (times[i - 1] ?? 0)] as const)
    .filter((pair): pair is readonly [number, number, number] => pair[1] !== undefined && pair[2] === 1);
  return {
    residualLag1: pairs.reduce((sum, [now, before]) => sum + now * before, 0) / squares,
    durbinWatson: pairs.reduce((sum, [now, before]) => sum + (now - before) ** 2, 0) / squares,
    rSquared: spread === 0 ? null : 1 - squares / spread,
  };
}
