// Owns the limits and signals of one phase of a chart, whichever chart it is.
// The rule: it sees shown values only; a hidden point is a gap, and has no limits of its own either.
import type { Metric } from '#core/metrics/metric.ts';
import {
  type AttributeChartKind,
  assuranceOf,
  attributeChart,
  type PointLimits,
  runChart,
  type SpecialCauseOptions,
  type SpecialCauseReading,
  specialCause,
  specialCauseByPoint,
  xmr,
} from '#core/stats/index.ts';
import type { ChartKind } from '#shared/schemas/chart.ts';
import type { ChartLimits } from '#shared/schemas/figure.ts';
import { RUN_FROM } from './chart-kinds.ts';
import { chartMethod, trendless } from './chart-method.ts';
import type { Phase } from './chart-phases.ts';
import type { ChartChoices } from './chart-settings.ts';
import type { SegmentedCell } from './series.ts';

/** Making Data Count judges from 13 points. */
const JUDGED_FROM = 13;

export interface Judged {
  readonly limits: ChartLimits;
  /** Spread between points over the spread of counting alone; null where the chart knows none. */
  readonly sigmaZ: number | null;
  /** Whether only the points before adoption made the limits. */
  readonly frozen: boolean;
}

export interface Judge {
  readonly metric: Metric;
  readonly kind: ChartKind;
  readonly choices: ChartChoices;
  /** Signals before this day are not told. */
  readonly from: string | null;
  groupOf(cell: SegmentedCell): string | null;
}

export const pointsWanted = (kind: ChartKind): number => (kind === 'run' ? RUN_FROM : JUDGED_FROM);

/** A chart before it is written down: lines by point, and what the rules say once there are points enough. */
interface Lines {
  readonly centre: number | null;
  readonly at: readonly (PointLimits | null)[];
  /** Whether the lines differ from point to point. */
  readonly vary: boolean;
  readonly sigmaZ: number | null;
  readonly points: number;
  read(): { readonly points: SpecialCauseReading['points']; readonly variation: string | null };
}

const attributes: Readonly<Partial<Record<ChartKind, AttributeChartKind>>> = {
  p: 'p',
  'p-prime': 'pPrime',
  u: 'u',
  'u-prime': 'uPrime',
  c: 'c',
  g: 'g',
  t: 't',
};

/** The limits of a phase; without its verdict below 13 points (8 on a run chart). */
export function judgePhase(phase: Phase, judge: Judge): Judged {
  const { metric, kind, choices, from } = judge;
  const { cells, frozen } = phase;
  const lines = linesOf(phase, judge);
  const { points } = lines;
  const trial = points < pointsWanted(kind);
  const last = lines.at.findLast((limits) => limits !== null) ?? null;
  const drawn = points >= 2 && lines.centre !== null && (kind === 'run' || last !== null);
  const read = drawn && !trial ? lines.read() : null;
  const signals = (read?.points ?? []).flatMap(({ causes, type }, index) => {
    const cell = cells[index];
    if (cell === undefined || causes.length === 0 || type === null) return [];
    if (from !== null && cell.period.to < from) return [];
    return [{ from: cell.period.from, rules: [...causes], type }];
  });
  const target = choices.target?.value ?? null;
  const [first] = cells;
  const limits: ChartLimits = {
    group: first ? judge.groupOf(first) : null,
    segment: first?.segment ?? 0,
    phase: phase.number,
    from: first?.period.from ?? '',
    to: cells.at(-1)?.period.to ?? '',
    chart: kind,
    method: chartMethod(kind, choices.judging),
    mean: drawn ? lines.centre : null,
    ...writeLines(drawn ? last : null, metric),
    ...(drawn && lines.vary ? { byPoint: byPoint(cells, lines.at, metric) } : {}),
    points,
    trial,
    autocorrelation: read === null ? null : memoryOf(phase),
    variation: read?.variation ?? 'too_little_data',
    signals,
    target,
    assurance: read && last && target !== null ? assuranceOf(metric.card.direction, last, target) : null,
  };
  return { limits, sigmaZ: lines.sigmaZ, frozen: drawn && frozen !== null };
}

const countOf = (values: readonly (number | null)[]): number =>
  values.filter((value) => value !== null).length;

function linesOf(phase: Phase, judge: Judge): Lines {
  const { kind, metric, choices } = judge;
  const { screening, runLength, twoOfThree } = choices.judging;
  const values = phase.cells.map(({ value }) => value);
  const options: SpecialCauseOptions = {
    improvementDirection: metric.card.direction,
    runLength,
    twoOfThree: twoOfThree === '2023' ? 'mdc2023' : 'nhsr',
  };
  const attribute = attributes[kind];
  if (attribute !== undefined) return attributeLines(attribute, phase, judge, options);
  if (kind === 'run') return runLines(values, phase.frozen);
  const chart = xmr(values, { screenOutliers: screening, fixAfterNPoints: phase.frozen });
  const limits = chart.phases[0]?.limits ?? null;
  return {
    centre: limits?.mean ?? null,
    at: values.map((value) => (value === null ? null : limits)),
    vary: false,
    sigmaZ: null,
    points: countOf(values),
    read: () => specialCause(chart, options),
  };
}

function attributeLines(
  attribute: AttributeChartKind,
  { cells, frozen }: Phase,
  { metric, kind, choices }: Judge,
  options: SpecialCauseOptions,
): Lines {
  const counts = cells.map((cell) => (kind === 'g' || kind === 't' ? cell.value : cell.numerator));
  // A base of nothing, as of a value that is not there, is a gap.
  const bases = cells.map(({ value, denominator }) => (value === null ? null : denominator));
  const chart = attributeChart(attribute, counts, bases, {
    fixAfterNPoints: frozen,
    screenOutliers: choices.judging.screening,
    multiplier: unitOf(cells, metric),
  });
  const vary = trendless.includes(kind);
  return {
    centre: chart.centre,
    at: chart.limits,
    vary,
    sigmaZ: chart.sigmaZ,
    points: countOf(chart.values),
    read: () => specialCauseByPoint(chart, { ...options, trend: !vary }),
  };
}

/** What one event over one base is worth in the figure's unit: 100 for a percentage, "per 100" for a rate. */
function unitOf(cells: readonly SegmentedCell[], { shape }: Metric): number {
  if (shape === 'share' || shape === 'proportion') return 100;
  if (shape !== 'rate') return 1;
  const some = cells.find(({ value, numerator }) => value !== null && (numerator ?? 0) > 0);
  return some ? ((some.value ?? 0) * (some.denominator ?? 0)) / (some.numerator ?? 1) : 1;
}

/** A run chart has no limits; what it finds is of the whole line, not of one point. */
function runLines(values: readonly (number | null)[], frozen: number | null): Lines {
  const chart = runChart(values, frozen);
  return {
    centre: chart.median,
    at: values.map(() => null),
    vary: false,
    sigmaZ: null,
    points: countOf(values),
    read: () => ({ points: [], variation: chart.signal ? 'runs_signal' : 'common_cause' }),
  };
}

const memoryOf = ({ cells, frozen }: Phase): number | null =>
  xmr(
    cells.map(({ value }) => value),
    { fixAfterNPoints: frozen },
  ).phases[0]?.lag1Autocorrelation ?? null;

const isPercentage = ({ shape, format }: Metric): boolean =>
  format.unit === 'percent' && (shape === 'share' || shape === 'proportion' || shape === 'duration');

/** Limits as they are drawn: nothing is below nothing, no share above all. The rules were kept on the limits themselves. */
function writeLines(limits: PointLimits | null, metric: Metric) {
  const drawn = (limit: number | undefined): number | null =>
    limit === undefined ? null : Math.max(0, isPercentage(metric) ? Math.min(100, limit) : limit);
  return {
    lower: drawn(limits?.lower),
    upper: drawn(limits?.upper),
    sigmaLower: drawn(limits?.lowerTwoSigma),
    sigmaUpper: drawn(limits?.upperTwoSigma),
  };
}

const byPoint = (
  cells: readonly SegmentedCell[],
  at: readonly (PointLimits | null)[],
  metric: Metric,
): NonNullable<ChartLimits['byPoint']> =>
  cells.flatMap(({ period }, index) => {
    const limits = at[index];
    return limits ? [{ from: period.from, mean: limits.mean, ...writeLines(limits, metric) }] : [];
  });
