// The statistics room's door: every method by name. The room imports numeric libraries and nothing of ours.

export {
  type AttributeChart,
  type AttributeChartKind,
  type AttributeChartOptions,
  attributeChart,
  type PointLimits,
} from './attribute-charts.ts';
export { type CronbachAlpha, cronbachAlpha } from './cronbach-alpha.ts';
export {
  autocorrelation,
  type CrossCorrelation,
  crossCorrelation,
  effectivePairs,
  firstDifferences,
} from './cross-correlation.ts';
export type { CorrectedDifference, Wave } from './finite-population.ts';
export { correctedDifference, finitePopulationCorrection, marginOfError } from './finite-population.ts';
export { fisherExact } from './fisher-exact.ts';
export {
  type ErrorStructure,
  fitSegmented,
  neweyWestLag,
  type SegmentedFit,
  type SegmentedOptions,
} from './interrupted-time-series.ts';
export type { SegmentedSeries } from './interrupted-time-series-design.ts';
export {
  FEWEST_EACH_SIDE,
  FEWEST_POINTS,
  type Plan,
  type SegmentedPlan,
  type SeriesStrength,
  segmentedPlan,
} from './interrupted-time-series-gates.ts';
export type {
  SurvivalCases,
  SurvivalCurve,
  SurvivalMedian,
  SurvivalOptions,
  SurvivalStep,
  SurvivalTransform,
} from './kaplan-meier.ts';
export { kaplanMeier, kaplanMeierMedian, survivalAt, timeToReach } from './kaplan-meier.ts';
export { type KishEffect, kish } from './kish.ts';
export { type Association, association } from './lagged-association.ts';
export { type LogRank, logRank } from './log-rank.ts';
export { type MeanInterval, meanInterval } from './mean-interval.ts';
export { type Sample, sampleOf } from './moments.ts';
export { benjaminiHochberg, bonferroni, holm } from './multiple-comparisons.ts';
export { type DifferenceInterval, newcombe } from './newcombe.ts';
export type { Estimate } from './ols.ts';
export { byar, type CountInterval, garwood, type PoissonRate, poissonRate } from './poisson-rate.ts';
export {
  LEAST_BASELINE,
  type PostAdoptionOptions,
  type PostAdoptionShift,
  postAdoptionShift,
  type ShiftVerdict,
} from './post-adoption-shift.ts';
export { postStratification } from './post-stratification.ts';
export { type QuasiPoisson, quasiPoisson, type RateChange } from './quasi-poisson.ts';
export { type Margins, type Raked, type RakingOptions, rake } from './raking.ts';
export { type RateRatio, rateRatio } from './rate-ratio.ts';
export { type HeadcountAverage, rollingAverage, rollingRatio, rollingSum } from './rolling-12-month.ts';
export { type RunChart, type RunsReading, readRuns, runChart } from './run-chart.ts';
export {
  type PointType,
  type SpecialCause,
  type SpecialCauseOptions,
  type SpecialCausePoint,
  type SpecialCauseReading,
  specialCause,
  specialCauseByPoint,
  type TwoOfThreeVariant,
} from './special-cause.ts';
export {
  type Assurance,
  assuranceOf,
  type ImprovementDirection,
  type Side,
  shiftSignals,
  trendSignals,
  twoOfThreeSignals,
} from './special-cause-rules.ts';
export { type Stl, type StlOptions, stl } from './stl.ts';
export {
  type AnswerCounts,
  type AnswerScores,
  answerScores,
  type IndexScore,
  indexScore,
  type ThemeScore,
  themeScore,
} from './survey-scores.ts';
export { type TwoProportionTest, twoProportion } from './two-proportion.ts';
export { type WelchTest, welch } from './welch.ts';
export { type ProportionInterval, wilson } from './wilson.ts';
export { type XmrChart, type XmrLimits, type XmrOptions, type XmrPhase, xmr } from './xmr.ts';
