// The statistics room's door: every method by name. The room imports numeric libraries and nothing of ours.

export type { CorrectedDifference, Wave } from './finite-population.ts';
export { correctedDifference, finitePopulationCorrection, marginOfError } from './finite-population.ts';
export type {
  SurvivalCases,
  SurvivalCurve,
  SurvivalMedian,
  SurvivalOptions,
  SurvivalStep,
  SurvivalTransform,
} from './kaplan-meier.ts';
export { kaplanMeier, kaplanMeierMedian, survivalAt, timeToReach } from './kaplan-meier.ts';
export { type LogRank, logRank } from './log-rank.ts';
export { type MeanInterval, meanInterval } from './mean-interval.ts';
export { type DifferenceInterval, newcombe } from './newcombe.ts';
export { byar, type CountInterval, garwood, type PoissonRate, poissonRate } from './poisson-rate.ts';
export { type RateRatio, rateRatio } from './rate-ratio.ts';
export {
  type PointType,
  type SpecialCause,
  type SpecialCauseOptions,
  type SpecialCausePoint,
  type SpecialCauseReading,
  specialCause,
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
export { type TwoProportionTest, twoProportion } from './two-proportion.ts';
export { type ProportionInterval, wilson } from './wilson.ts';
export { type XmrChart, type XmrLimits, type XmrOptions, type XmrPhase, xmr } from './xmr.ts';
