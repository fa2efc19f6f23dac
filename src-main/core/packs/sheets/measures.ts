// Owns the measures that the pack draws as control charts, and the words for what a chart says.
// The rule: a measure falls back to a plainer one when its own cannot be had, and the title says which.
import type { ChartLimits } from '#shared/schemas/figure.ts';
import type { Mechanism } from './lines.ts';
import type { PackContext, PackFigure, PackPoint } from './sheet.ts';

export interface Measure {
  readonly id: string;
  /** The sheet that draws it; null where only Trends_SPC tells of it. */
  readonly sheet: string | null;
  readonly mechanism: Mechanism;
  readonly grain: 'month' | 'quarter';
  /** Metrics in order of preference: the first that has a value is taken. */
  readonly metrics: readonly [string, ...string[]];
}

const measure = (
  id: string,
  sheet: string | null,
  mechanism: Mechanism,
  grain: Measure['grain'],
  ...metrics: [string, ...string[]]
): Measure => ({ id, sheet, mechanism, grain, metrics });

export const incidentMeasure = measure('incidents', 'Trend_incidents', 'cases', 'month', 'incidents');
export const absenceMeasure = measure(
  'absence',
  'Trend_absence',
  'sickness',
  'month',
  'absence-days-per-fte',
  'absence-time-lost',
  'absence-fte-days',
);
export const turnoverMeasure = measure(
  'turnover',
  'Trend_turnover',
  'churn',
  'quarter',
  'turnover',
  'leavers',
);

export const measures: readonly Measure[] = [
  incidentMeasure,
  measure('closed', null, 'cases', 'month', 'incidents-closed'),
  measure('rate', null, 'cases', 'quarter', 'incident-rate'),
  absenceMeasure,
  turnoverMeasure,
];

/** The figure of a measure over the five years to the end of the pack's period. */
export async function askMeasure(context: PackContext, { grain, metrics }: Measure): Promise<PackFigure> {
  const { chartsFrom: from, period } = context.span;
  const [preferred, ...others] = metrics;
  const first = await context.ask({ metric: preferred, grain, from, to: period.to });
  if (hasValues(first)) return first;
  for (const metric of others) {
    const figure = await context.ask({ metric, grain, from, to: period.to });
    if (hasValues(figure)) return figure;
  }
  return first;
}

export const hasValues = ({ points }: PackFigure): boolean => points.some(({ value }) => value !== null);

/** The limits in force at a point; not the trial limits of a part with too few points to judge by. */
export const limitsAt = ({ limits }: PackFigure, point: PackPoint | undefined): ChartLimits | undefined =>
  limits.find(
    ({ group, segment, trial, from, to }) =>
      group === null &&
      !trial &&
      point !== undefined &&
      segment === point.segment &&
      from <= point.from &&
      point.from <= to,
  );

/** How the charts of a sheet are judged, once each. */
export const judgedLines = (figures: readonly PackFigure[]): string[] => {
  const methods = figures.flatMap(({ limits }) =>
    limits.flatMap(({ trial, method }) => (trial ? [] : method)),
  );
  return [...new Set(methods)].map((method) => `How it is judged: ${method}`);
};

const assurances = {
  consistent_pass: 'Meets its target every time',
  consistent_fail: 'Misses its target every time',
  inconsistent: 'Meets and misses its target by turns',
} as const;

/** "Meets its target every time", as the process runs now. */
export function assuranceWords(limits: ChartLimits | undefined): string {
  if (limits === undefined || limits.target === null) return 'No target set';
  return limits.assurance === null ? 'Cannot be judged' : assurances[limits.assurance];
}

const variations: Readonly<Record<string, string>> = {
  common_cause: 'Common cause: no clear change',
  improvement_high: 'Special cause, improving (higher)',
  improvement_low: 'Special cause, improving (lower)',
  concern_high: 'Special cause, concerning (higher)',
  concern_low: 'Special cause, concerning (lower)',
  neutral_high: 'Special cause, higher; no good or bad direction',
  neutral_low: 'Special cause, lower; no good or bad direction',
};

/** "Special cause, improving (lower)". */
export const variationWords = (limits: ChartLimits | undefined): string =>
  variations[limits?.variation ?? ''] ?? 'Too little data to judge';

const rules: Readonly<Record<string, string>> = {
  above_upper_limit: 'Above the upper limit',
  below_lower_limit: 'Below the lower limit',
  trend_increasing: 'Steady rise',
  trend_decreasing: 'Steady fall',
  two_of_three_above: 'Two of three high',
  two_of_three_below: 'Two of three low',
  shift_above: 'Run above the mean',
  shift_below: 'Run below the mean',
};

/** "Above the upper limit": the first, and strongest, of the rules that a point meets; null without one. */
export function strongestRule([code]: readonly string[] = []): string | null {
  return code === undefined ? null : (rules[code] ?? code.replaceAll('_', ' '));
}
