// Adapters of the vector files about series and weights: renaming only.
import {
  autocorrelation,
  crossCorrelation,
  firstDifferences,
  fitSegmented,
  kish,
  quasiPoisson,
  rake,
  rollingAverage,
  rollingRatio,
  rollingSum,
  type SegmentedFit,
  stl,
} from '#core/stats/index.ts';

interface SegmentedInput {
  readonly type: 'linear' | 'glsAr1Reml' | 'quasiPoisson';
  readonly values: readonly number[];
  readonly counts: readonly number[];
  readonly exposure: readonly number[] | null;
  readonly t0: number;
  readonly hacLag: number;
  readonly harmonics?: number;
  readonly period?: number;
  readonly slopeChange?: boolean;
}

export function segmentedCase(input: SegmentedInput): unknown {
  const { type, t0: start, harmonics, period, slopeChange, hacLag: lag } = input;
  const values = type === 'quasiPoisson' ? input.counts : input.values;
  const times = values.map((_, index) => index);
  const series = { times, values, start, harmonics, period, slopeChange };
  if (type === 'quasiPoisson') return rateCase(series, input.exposure ?? values.map(() => 1));
  if (type === 'glsAr1Reml') {
    const reml = fitSegmented(series, { errors: 'reml-ar1' });
    if (reml === null) throw new RangeError('The AR(1) model is not estimable.');
    return {
      phi: reml.phi,
      sigma: reml.residualSd,
      restrictedLogLik: reml.restrictedLogLikelihood,
      ...reml.terms,
    };
  }
  const ols = fitSegmented(series, { errors: 'ols' });
  const hac = fitSegmented(series, { errors: 'newey-west', lag });
  const winsten = fitSegmented(series, { errors: 'prais-winsten' });
  return {
    n: values.length,
    ...linearCase(ols, hac),
    praisWinsten: { rho: winsten?.phi ?? null, ...winsten?.terms },
  };
}

function linearCase(ols: SegmentedFit | null, hac: SegmentedFit | null): object | null {
  if (ols === null || hac === null) return null;
  const { effect, percent, counterfactual, fitted } = hac.latest;
  const { df, residualLag1, durbinWatson, rSquared } = ols;
  return {
    df,
    hac: hac.terms,
    ols: ols.terms,
    postSlope: hac.postSlope,
    effectAtEnd: {
      ...effect,
      counterfactual: counterfactual.estimate,
      fitted,
      percentOfCounterfactual: percent.estimate,
    },
    residualLag1,
    durbinWatson,
    rSquared,
  };
}

function rateCase(series: Parameters<typeof quasiPoisson>[0], exposure: readonly number[]): unknown {
  const model = quasiPoisson(series, exposure);
  if (model === null) throw new RangeError('The model is not estimable.');
  const { dispersion, deviance, coefficients, terms } = model;
  return { dispersion, deviance, ...terms, intercept: coefficients.intercept };
}

interface RakeInput {
  readonly respondents: readonly Readonly<Record<string, unknown>>[];
  readonly headcount: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export function rakingCase({ respondents, headcount }: RakeInput): unknown {
  const { weights } = rake(respondents, headcount);
  const { effectiveN, designEffect: designEffectKish } = kish(weights);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const favourable = respondents.map(({ fav }) => Number(fav));
  const weighted = favourable.reduce((sum, fav, index) => sum + fav * (weights[index] ?? 0), 0);
  return {
    weights,
    weightedFavourable: weighted / total,
    unweightedFavourable: favourable.reduce((sum, fav) => sum + fav, 0) / favourable.length,
    effectiveN,
    designEffectKish,
  };
}

type Monthly = readonly (number | null)[];

interface RollingInput {
  readonly fteDaysLost: Monthly;
  readonly fteDaysAvailable: Monthly;
  readonly fteMonthEnd: Monthly;
  readonly leavers: Monthly;
  readonly headcountMonthEnd: Monthly;
  readonly window?: number;
}

export function rollingCase(input: RollingInput): unknown {
  const { fteDaysLost, fteDaysAvailable, fteMonthEnd, leavers, headcountMonthEnd, window = 12 } = input;
  const turnover = (average: Parameters<typeof rollingAverage>[1]) =>
    rollingRatio(leavers, rollingAverage(headcountMonthEnd, average, window), 100, window);
  const perFte = (average: Parameters<typeof rollingAverage>[1]) =>
    rollingRatio(fteDaysLost, rollingAverage(fteMonthEnd, average, window), 1, window);
  return {
    monthlySicknessPct: rollingRatio(fteDaysLost, fteDaysAvailable, 100, 1),
    rollingSicknessPct: rollingRatio(fteDaysLost, rollingSum(fteDaysAvailable, window), 100, window),
    rollingDaysPerFte_meanMonthEnd: perFte('mean-12'),
    rollingDaysPerFte_openClose: perFte('open-close'),
    rollingTurnoverPct_mean12: turnover('mean-12'),
    rollingTurnoverPct_mean13: turnover('mean-13'),
    rollingTurnoverPct_openClose: turnover('open-close'),
  };
}

interface SeriesInput {
  readonly type: 'ccf' | 'stl';
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly maxLag: number;
  readonly values: readonly number[];
  readonly period: number;
  readonly seasonalWindow: number;
  readonly trendWindow: number;
  readonly lowPassWindow: number;
  readonly inner?: number;
  readonly outer?: number;
}

export function seriesCase(input: SeriesInput): unknown {
  if (input.type === 'stl') return stl(input.values, input);
  const { x, y, maxLag } = input;
  const levels = crossCorrelation(x, y, maxLag);
  const differences = crossCorrelation(firstDifferences(x), firstDifferences(y), maxLag);
  return {
    lags: levels.lags,
    ccf: levels.correlations,
    ccfOfFirstDifferences: differences.correlations,
    naiveLimit: levels.naiveLimit,
    naiveLimitDifferenced: differences.naiveLimit,
    acfX: autocorrelation(x, maxLag),
  };
}
