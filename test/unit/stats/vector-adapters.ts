// From the vocabulary of each vector file to the statistics room: one adapter a file, no arithmetic of its own
// beyond renaming. A file listed here is passed whole.
import {
  assuranceOf,
  byar,
  correctedDifference,
  finitePopulationCorrection,
  garwood,
  type ImprovementDirection,
  kaplanMeier,
  kaplanMeierMedian,
  logRank,
  marginOfError,
  newcombe,
  type PointType,
  poissonRate,
  rateRatio,
  type Side,
  type SpecialCause,
  type SurvivalTransform,
  shiftSignals,
  specialCause,
  survivalAt,
  timeToReach,
  trendSignals,
  twoOfThreeSignals,
  twoProportion,
  wilson,
  xmr,
} from '#core/stats/index.ts';

/** Calls the method a case names; the input's shape is the file's business, hence `never`. */
export type VectorAdapter = (input: never) => unknown;

export const vectorAdapters: Readonly<Record<string, VectorAdapter>> = {
  'finite-population.json': finitePopulationCase,
  'kaplan-meier.json': survivalCase,
  'newcombe.json': (i: TwoCounts) => newcombe(i.x1, i.n1, i.x2, i.n2, i.level),
  'poisson-rates.json': rateCase,
  'two-proportion.json': (i: TwoCounts) => twoProportion(i.x1, i.n1, i.x2, i.n2),
  'wilson.json': (i: { x: number; n: number; level: number }) => wilson(i.x, i.n, i.level),
  'xmr.json': xmrCase,
  'xmr-rule-units.json': ruleCase,
};

interface TwoCounts {
  readonly x1: number;
  readonly n1: number;
  readonly x2: number;
  readonly n2: number;
  readonly level: number;
}

interface XmrInput {
  readonly values: readonly number[];
  readonly improvementDirection: ImprovementDirection;
  readonly screenOutliers: boolean;
  readonly baselinePoints: number | null;
  readonly rebaseAt: readonly number[];
  readonly target: number | null;
}

const causeLabels: Readonly<Record<SpecialCause, string>> = {
  above_upper_limit: 'Above UCL',
  below_lower_limit: 'Below LCL',
  trend_increasing: '7 Point Trend (Increasing)',
  trend_decreasing: '7 Point Trend (Decreasing)',
  two_of_three_above: '2 in 3 Above CL',
  two_of_three_below: '2 in 3 Below CL',
  shift_above: '7 Points Above CL',
  shift_below: '7 Points Below CL',
};

function xmrCase(input: XmrInput): unknown {
  const { values, improvementDirection, target, screenOutliers, rebaseAt, baselinePoints } = input;
  const chart = xmr(values, { screenOutliers, rebaseAt, fixAfterNPoints: baselinePoints });
  const nhsr = specialCause(chart, { improvementDirection, target, twoOfThree: 'nhsr' });
  const mdc = specialCause(chart, { improvementDirection, target });
  const { points } = nhsr;
  return {
    phases: chart.phases.map(({ start, end, n, limits, trialLimits }) => ({
      start,
      end,
      n,
      mean: limits?.mean,
      meanMovingRange: limits?.meanMovingRange,
      lpl: limits?.lower,
      upl: limits?.upper,
      lower2s: limits?.lowerTwoSigma,
      upper2s: limits?.upperTwoSigma,
      trialLimits,
    })),
    phase: points.map((point) => point.phase),
    relativeToMean: points.map((point) => point.side),
    astronomical: points.map((point) => flag(point.beyondLimit)),
    near: points.map((point) => flag(point.beyondLimit === 0 ? point.beyondTwoSigma : 0)),
    shift: points.map((point) => flag(point.shift)),
    trend: points.map((point) => flag(point.trend)),
    twoOfThree_nhsr: points.map((point) => flag(point.twoOfThree)),
    twoOfThree_mdc2023: mdc.points.map((point) => flag(point.twoOfThree)),
    cause_nhsr: points.map(({ causes: [first] }) => (first ? causeLabels[first] : 'Common Cause')),
    pointType_nhsr: points.map((point) => pointTypeLabel(point.type)),
    variationIcon_nhsr: nhsr.variation,
    assurance: nhsr.assurance,
  };
}

/** The package colours improvement and concern alike at either side, so its point types leave the side out. */
function pointTypeLabel(type: PointType | null): string | null {
  if (type === null || type === 'common_cause') return type;
  return `special_cause_${type.replace(/^(improvement|concern)_.*$/, '$1')}`;
}

function flag(side: Side): 0 | 1 {
  return side === 0 ? 0 : 1;
}

interface RuleInput {
  readonly rule: 'shift' | 'trend' | 'twoOfThree_nhsr' | 'assurance';
  readonly values: readonly number[];
  readonly relativeToMean: readonly Side[];
  readonly near: readonly (0 | 1)[];
  readonly improvementDirection: ImprovementDirection;
  readonly lpl: number;
  readonly upl: number;
  readonly target: number;
}

function ruleCase(input: RuleInput): unknown {
  switch (input.rule) {
    case 'shift':
      return { flags: shiftSignals(input.relativeToMean, 7).map(flag) };
    case 'trend':
      return { flags: trendSignals(input.values, 7).map(flag) };
    case 'twoOfThree_nhsr': {
      const beyond = input.near.map((near) => near === 1);
      return { flags: twoOfThreeSignals(beyond, input.relativeToMean).map(flag) };
    }
    case 'assurance': {
      const limits = { lower: input.lpl, upper: input.upl };
      return { assurance: assuranceOf(input.improvementDirection, limits, input.target) };
    }
  }
}

interface SurvivalInput {
  readonly type?: 'logrank';
  readonly time: readonly number[];
  readonly event: readonly (0 | 1)[];
  readonly confType: SurvivalTransform;
  readonly level: number;
  readonly at: readonly number[] | null;
  readonly group: readonly string[];
}

function survivalCase(input: SurvivalInput): unknown {
  if (input.type === 'logrank') return logRankCase(input);
  const cases = { durations: input.time, events: input.event.map((event) => event === 1) };
  const options = { level: input.level, transform: input.confType };
  const curve = kaplanMeier(cases, options);
  const { median, lower, upper, n, events } = kaplanMeierMedian(cases, options);
  const { steps } = curve;
  return {
    n,
    events,
    median,
    medianLower: lower,
    medianUpper: upper,
    q25: timeToReach(curve, 0.75),
    q75: timeToReach(curve, 0.25),
    steps: {
      time: steps.map((step) => step.time),
      atRisk: steps.map((step) => step.atRisk),
      events: steps.map((step) => step.events),
      survival: steps.map((step) => step.survival),
      greenwoodSE: steps.map((step) => step.standardError),
      lower: steps.map((step) => step.lower),
      upper: steps.map((step) => step.upper),
    },
    stillOpenAt: input.at?.map((time) => ({ time, ...survivalAt(curve, time) })),
  };
}

function logRankCase({ time, event, group }: SurvivalInput): unknown {
  const groupOrder = [...new Set(group)].sort();
  const casesOf = (name: string | undefined) => ({
    durations: time.filter((_, index) => group[index] === name),
    events: event.filter((_, index) => group[index] === name).map((flagged) => flagged === 1),
  });
  return {
    ...logRank(casesOf(groupOrder[0]), casesOf(groupOrder[1])),
    df: groupOrder.length - 1,
    groupOrder,
  };
}

interface RateInput {
  readonly type: 'rate' | 'rateRatio';
  readonly level: number;
  readonly count: number;
  readonly exposure: number;
  readonly multiplier: number;
  readonly count1: number;
  readonly exposure1: number;
  readonly count2: number;
  readonly exposure2: number;
}

function rateCase(i: RateInput): unknown {
  if (i.type === 'rateRatio') return rateRatio(i.count1, i.exposure1, i.count2, i.exposure2, i.level);
  const scale = i.multiplier / i.exposure;
  const exact = garwood(i.count, i.level);
  const approximate = byar(i.count, i.level);
  const { rate, lower, upper } = poissonRate(i.count, i.exposure, i.multiplier, i.level);
  return {
    rate,
    exactLower: exact.lower * scale,
    exactUpper: exact.upper * scale,
    byarLower: approximate.lower * scale,
    byarUpper: approximate.upper * scale,
    ohidLower: lower,
    ohidUpper: upper,
  };
}

interface FinitePopulationInput extends TwoCounts {
  readonly type: 'marginOfError' | 'twoProportionFpc';
  readonly p: number;
  readonly n: number;
  readonly headcount: number | null;
  readonly headcount1: number | null;
  readonly headcount2: number | null;
}

function finitePopulationCase(i: FinitePopulationInput): unknown {
  if (i.type === 'marginOfError') {
    return {
      marginOfError: marginOfError(i.p, i.n, i.headcount, i.level),
      fpc: finitePopulationCorrection(i.n, i.headcount),
    };
  }
  return correctedDifference(
    { x: i.x1, n: i.n1, headcount: i.headcount1 },
    { x: i.x2, n: i.n2, headcount: i.headcount2 },
  );
}
