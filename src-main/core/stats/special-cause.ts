// Reads a control chart: which points signal a special cause, of what type, and the two verdict codes.
// Rule: every rule is applied inside one phase and stops at a gap; the code only says "signal", never why.
import type { AttributeChart, PointLimits } from './attribute-charts.ts';
import {
  type Assurance,
  assuranceOf,
  type ImprovementDirection,
  type Side,
  shiftSignals,
  trendSignals,
  twoOfThreeSignals,
} from './special-cause-rules.ts';
import type { XmrChart } from './xmr.ts';

/** mdc2023 counts points beyond the process limit towards two of three; nhsr (NHSRplotthedots 0.2.2) does not. */
export type TwoOfThreeVariant = 'mdc2023' | 'nhsr';
export type SpecialCause =
  | 'above_upper_limit'
  | 'below_lower_limit'
  | 'trend_increasing'
  | 'trend_decreasing'
  | 'two_of_three_above'
  | 'two_of_three_below'
  | 'shift_above'
  | 'shift_below';
/** High or low is the direction of the cause, improvement or concern its meaning for the measure. */
export type PointType =
  | 'common_cause'
  | 'improvement_high'
  | 'improvement_low'
  | 'concern_high'
  | 'concern_low'
  | 'neutral_high'
  | 'neutral_low';

export interface SpecialCauseOptions {
  readonly improvementDirection: ImprovementDirection;
  /** Target in the unit of the values; null or absent gives no assurance code. */
  readonly target?: number | null | undefined;
  readonly twoOfThree?: TwoOfThreeVariant | undefined;
  /** Points that make a shift or a trend: 7, or 6 as the Making Data Count tool also offers. */
  readonly runLength?: 6 | 7 | undefined;
}

export interface SpecialCausePoint {
  /** Index into the chart's phases. */
  readonly phase: number;
  /** Side of the mean; null at a gap or where the phase has no limits. */
  readonly side: Side | null;
  /** Side of the process limits and of the two-sigma lines on which the point lies; 0 inside, equality inside. */
  readonly beyondLimit: Side;
  readonly beyondTwoSigma: Side;
  readonly shift: Side;
  readonly trend: Side;
  readonly twoOfThree: Side;
  /** All causes that apply, strongest first: limit, trend, two of three, shift. */
  readonly causes: readonly SpecialCause[];
  /** By the first cause; null at a gap or where the phase has no limits. */
  readonly type: PointType | null;
}

export interface SpecialCauseReading {
  /** One per value of the chart. */
  readonly points: readonly SpecialCausePoint[];
  /** The type of the last recorded point; null with no recorded point or no limits. */
  readonly variation: PointType | null;
  /** Target against the limits of the last phase; null for neutral, no target or no limits. */
  readonly assurance: Assurance | null;
}

/**
 * Applies the four Making Data Count rules to a chart from `xmr`.
 * Source: NHSRplotthedots 0.2.2; the mdc2023 form of two of three is Making Data Count's of November 2023.
 */
export function specialCause(chart: XmrChart, options: SpecialCauseOptions): SpecialCauseReading {
  const points = chart.phases.flatMap(({ start, end, limits }, phase) => {
    const values = chart.values.slice(start, end);
    return readPoints(
      values,
      values.map(() => limits),
      phase,
      options,
    );
  });
  return readingOf(chart.values, points, chart.phases.at(-1)?.limits ?? null, options);
}

/**
 * Applies the rules to a chart from `attributeChart`, each point against its own limits and the shift against the
 * centre line. A trend of raw values says little where the bases differ, so it is off unless asked for.
 */
export function specialCauseByPoint(
  chart: AttributeChart,
  options: SpecialCauseOptions & { readonly trend?: boolean | undefined },
): SpecialCauseReading {
  const points = readPoints(chart.values, chart.limits, 0, { ...options, trend: options.trend ?? false });
  return readingOf(chart.values, points, chart.limits.findLast((limits) => limits !== null) ?? null, options);
}

function readingOf(
  values: readonly (number | null)[],
  points: readonly SpecialCausePoint[],
  limits: PointLimits | null,
  { improvementDirection, target = null }: SpecialCauseOptions,
): SpecialCauseReading {
  const last = values.findLastIndex((value) => value !== null);
  return {
    points,
    variation: points[last]?.type ?? null,
    assurance: limits === null || target === null ? null : assuranceOf(improvementDirection, limits, target),
  };
}

function readPoints(
  values: readonly (number | null)[],
  limits: readonly (PointLimits | null)[],
  phase: number,
  options: SpecialCauseOptions & { readonly trend?: boolean },
): SpecialCausePoint[] {
  const { improvementDirection, twoOfThree: variant = 'mdc2023', runLength = 7 } = options;
  const judged = values.map((value, index) => (limits[index] ? value : null));
  const positions = judged.map((value, index) => positionOf(value, limits[index] ?? null));
  const sides = positions.map(({ side }) => side);
  const beyond = positions.map(
    (point) => point.beyondTwoSigma !== 0 && (variant === 'mdc2023' || point.beyondLimit === 0),
  );
  const shift = shiftSignals(sides, runLength);
  const trend = options.trend === false ? [] : trendSignals(judged, runLength);
  const twoOfThree = twoOfThreeSignals(beyond, sides);
  return positions.map((position, index) => {
    const signals = {
      ...position,
      shift: shift[index] ?? 0,
      trend: trend[index] ?? 0,
      twoOfThree: twoOfThree[index] ?? 0,
    };
    const type = position.side === null ? null : pointType(signals, improvementDirection);
    return { phase, ...signals, causes: causesOf(signals), type };
  });
}

interface Position {
  readonly side: Side | null;
  readonly beyondLimit: Side;
  readonly beyondTwoSigma: Side;
}

interface Signals extends Position {
  readonly shift: Side;
  readonly trend: Side;
  readonly twoOfThree: Side;
}

function positionOf(value: number | null, limits: PointLimits | null): Position {
  if (value === null || limits === null) return { side: null, beyondLimit: 0, beyondTwoSigma: 0 };
  // A computed line carries rounding in its last digits; a point that close to it lies on it.
  const rounding = 1e-12 * (Math.abs(limits.mean) + limits.upper - limits.lower);
  return {
    side: outside(value, limits.mean, limits.mean, rounding),
    beyondLimit: outside(value, limits.lower, limits.upper, rounding),
    beyondTwoSigma: outside(value, limits.lowerTwoSigma, limits.upperTwoSigma, rounding),
  };
}

function outside(value: number, lower: number, upper: number, rounding: number): Side {
  if (value > upper + rounding) return 1;
  return value < lower - rounding ? -1 : 0;
}

function causesOf({ beyondLimit, trend, twoOfThree, shift }: Signals): SpecialCause[] {
  const causes: SpecialCause[] = [];
  if (beyondLimit) causes.push(beyondLimit > 0 ? 'above_upper_limit' : 'below_lower_limit');
  if (trend) causes.push(trend > 0 ? 'trend_increasing' : 'trend_decreasing');
  if (twoOfThree) causes.push(twoOfThree > 0 ? 'two_of_three_above' : 'two_of_three_below');
  if (shift) causes.push(shift > 0 ? 'shift_above' : 'shift_below');
  return causes;
}

/** The same order as `causesOf`: the first signal that is there gives the direction. */
function pointType(
  { beyondLimit, trend, twoOfThree, shift }: Signals,
  better: ImprovementDirection,
): PointType {
  const direction = beyondLimit || trend || twoOfThree || shift;
  if (direction === 0) return 'common_cause';
  const level = direction > 0 ? 'high' : 'low';
  if (better === 'neutral') return `neutral_${level}`;
  return (better === 'increase') === direction > 0 ? `improvement_${level}` : `concern_${level}`;
}
