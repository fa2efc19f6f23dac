// Control and run charts and the special-cause rules, in the vocabulary of their vector files.
import {
  type AttributeChartKind,
  assuranceOf,
  attributeChart,
  type ImprovementDirection,
  type PointType,
  type RunsReading,
  runChart,
  type Side,
  type SpecialCause,
  shiftSignals,
  specialCause,
  specialCauseByPoint,
  trendSignals,
  twoOfThreeSignals,
  xmr,
} from '#core/stats/index.ts';
import { type ListOf, listOf } from './list-of.ts';

interface XmrInput {
  readonly values: ListOf<number | null>;
  readonly improvementDirection: ImprovementDirection;
  readonly screenOutliers: boolean;
  readonly baselinePoints: number | null;
  readonly rebaseAt: ListOf<number>;
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

export function xmrCase(input: XmrInput): unknown {
  const { improvementDirection, target, screenOutliers, baselinePoints } = input;
  const chart = xmr(listOf(input.values), {
    screenOutliers,
    rebaseAt: listOf(input.rebaseAt),
    fixAfterNPoints: baselinePoints,
  });
  const nhsr = specialCause(chart, { improvementDirection, target, twoOfThree: 'nhsr' });
  const mdc = specialCause(chart, { improvementDirection, target });
  const { points } = nhsr;
  return {
    phases: chart.phases.map(({ start, end, n, limits, trialLimits }) => ({
      start,
      end,
      n,
      mean: limits?.mean ?? null,
      meanMovingRange: limits?.meanMovingRange ?? null,
      lpl: limits?.lower ?? null,
      upl: limits?.upper ?? null,
      lower2s: limits?.lowerTwoSigma ?? null,
      upper2s: limits?.upperTwoSigma ?? null,
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
  readonly values: ListOf<number>;
  readonly relativeToMean: ListOf<Side>;
  readonly near: ListOf<0 | 1>;
  readonly improvementDirection: ImprovementDirection;
  readonly lpl: number;
  readonly upl: number;
  readonly target: number;
}

export function ruleCase(input: RuleInput): unknown {
  switch (input.rule) {
    case 'shift':
      return { flags: shiftSignals(listOf(input.relativeToMean), 7).map(flag) };
    case 'trend':
      return { flags: trendSignals(listOf(input.values), 7).map(flag) };
    case 'twoOfThree_nhsr': {
      const beyond = listOf(input.near).map((near) => near === 1);
      return { flags: twoOfThreeSignals(beyond, listOf(input.relativeToMean)).map(flag) };
    }
    case 'assurance': {
      const limits = { lower: input.lpl, upper: input.upl };
      return { assurance: assuranceOf(input.improvementDirection, limits, input.target) };
    }
  }
}

interface AttributeInput {
  readonly chart: 'p' | 'pp' | 'u' | 'up' | 'c' | 'g' | 't';
  readonly y: ListOf<number | null>;
  readonly n: ListOf<number | null>;
  readonly freeze: number | null;
  readonly multiply?: number;
  readonly screenMovingRanges?: boolean;
}

export function attributeCase(input: AttributeInput): unknown {
  const primes: Readonly<Record<string, AttributeChartKind>> = { pp: 'pPrime', up: 'uPrime' };
  const kind = primes[input.chart] ?? (input.chart as AttributeChartKind);
  const counts = listOf(input.y);
  const [first, ...others] = listOf(input.n);
  // One base stands for the base of every point.
  const bases = others.length > 0 ? [first ?? null, ...others] : counts.map(() => first ?? null);
  const chart = attributeChart(kind, counts, bases, {
    fixAfterNPoints: input.freeze,
    screenOutliers: input.screenMovingRanges,
    multiplier: input.multiply,
  });
  const { points } = specialCauseByPoint(chart, { improvementDirection: 'neutral' });
  return {
    value: chart.values,
    centre: chart.values.map(() => chart.centre),
    ucl: chart.limits.map((limits) => limits?.upper ?? null),
    lcl: chart.limits.map((limits) => limits?.lower ?? null),
    upper2s: chart.limits.map((limits) => limits?.upperTwoSigma ?? null),
    lower2s: chart.limits.map((limits) => limits?.lowerTwoSigma ?? null),
    beyondLimit: points.map((point) => flag(point.beyondLimit)),
    beyondTwoSigma: points.map((point) => (point.side === null ? null : flag(point.beyondTwoSigma))),
    runs: runsOf(chart.runs),
  };
}

export function runChartCase(input: {
  readonly values: ListOf<number | null>;
  readonly freeze: number | null;
}): unknown {
  const chart = runChart(listOf(input.values), input.freeze);
  return { median: chart.median, ...runsOf(chart) };
}

function runsOf({ signal, ...counts }: RunsReading): object {
  return { ...counts, signal: signal ? 1 : 0 };
}
