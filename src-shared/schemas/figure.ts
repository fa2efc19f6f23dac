// Owns the shape of a figure: a metric asked with a period, a split and filters, as it may be shown.
import { z } from 'zod';
import { chartChoice, chartKind, rebase } from './chart.ts';
import { note } from './import.ts';
import { seriesBreak } from './series-break.ts';
import { identifier, isoDate } from './text.ts';

export const grain = z.enum(['month', 'quarter', 'financial-year', 'municipal-year', 'wave', 'all'], {
  error: 'it is month, quarter, financial-year, municipal-year, wave or all',
});

export const figureRequest = z.object({
  metric: identifier,
  from: isoDate.optional(),
  to: isoDate.optional(),
  grain: grain.optional(),
  split: identifier.optional(),
  filters: z.record(identifier, z.string()).optional(),
  /** How it is judged; without it as the metric usually is. */
  chart: chartChoice.optional(),
});

/** Why a value is not shown. c confidential, low rounds to nothing, x not available, z not applicable. */
export const suppression = z.enum(['c', 'low', 'x', 'z']);

export const interval = z.object({
  lower: z.number(),
  upper: z.number(),
  level: z.number(),
  method: z.string(),
});

/** A survey's value against the one before it in the same group and unbroken line, in points of its unit. */
export const change = z.object({
  value: z.number(),
  interval,
  /** Of this one comparison; and adjusted for all the figure compares with the same wave (`compared` of them). */
  p: z.number(),
  adjustedP: z.number(),
  compared: z.int(),
  /** By the adjusted p at 5 per cent: it may say no clear change where the interval leaves out 0. */
  verdict: z.enum(['higher', 'lower', 'no-clear-change']),
  /** The words for the period that it is compared with. */
  since: z.string(),
});

export const figurePoint = z.object({
  /** First and last day of the period, and the words for it ("2024/25", "April 2024"). */
  from: isoDate,
  to: isoDate,
  period: z.string(),
  /** The group of the split; null for the whole. For a two-way split: both, in `group` and `across`. */
  group: z.string().nullable(),
  across: z.string().nullable(),
  /** The words for `group` where its value is a code, as for a survey question; else the value itself. */
  label: z.string().nullable(),
  /** In the metric's unit; null when suppressed or not available. */
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  /** How many answers, cases or people the value rests on; null when hidden. */
  base: z.number().nullable(),
  interval: interval.nullable(),
  suppressed: suppression.nullable(),
  reason: z.string().nullable(),
  /** Null where either is hidden or rests on too few answers, and for all but a survey's percentages. */
  change: change.nullable(),
  /** Ready for people: "62%", "1 of 8", "[c]". */
  shown: z.string(),
  /** What to take care of, as where everyone in a small group answered alike. */
  caution: z.string().optional(),
  /** Points of one unbroken line share a segment; a series break starts a new one. */
  segment: z.int(),
});

export const pointSignal = z.object({
  from: isoDate,
  rules: z.array(z.string()),
  type: z.string(),
});

const lines = {
  lower: z.number().nullable(),
  upper: z.number().nullable(),
  sigmaLower: z.number().nullable(),
  sigmaUpper: z.number().nullable(),
};

/** Limits of one phase of a chart: one group, one segment, from one rebase to the next. */
export const chartLimits = z.object({
  group: z.string().nullable(),
  segment: z.int(),
  /** Counted from 0 in each segment; a rebase starts one. */
  phase: z.int(),
  /** First day of its first period and last day of its last. */
  from: isoDate,
  to: isoDate,
  chart: chartKind,
  /** How it is judged, in words; the choices included. */
  method: z.string(),
  /** The centre line: the median of a run chart and of a g chart. */
  mean: z.number().nullable(),
  /** Where limits differ from point to point these are the latest ones. */
  ...lines,
  /** The lines at each shown point, where they differ from point to point. */
  byPoint: z.array(z.object({ from: isoDate, mean: z.number(), ...lines })).optional(),
  points: z.int(),
  /** Fewer points than a verdict wants: the lines are drawn, nothing is judged. */
  trial: z.boolean(),
  autocorrelation: z.number().nullable(),
  variation: z.string(),
  signals: z.array(pointSignal),
  target: z.number().nullable(),
  /** Whether the target lies outside the limits; null without one, and where nothing is judged. */
  assurance: z.enum(['consistent_pass', 'consistent_fail', 'inconsistent']).nullable(),
});

/** The headline: whether the points since adoption ran on one side of the mean frozen before it. */
export const adoptionRun = z.object({
  group: z.string().nullable(),
  segment: z.int(),
  /** Points in a row that make a run. */
  runLength: z.union([z.literal(6), z.literal(7)]),
  verdict: z.enum([
    'consistent_with_improvement',
    'consistent_with_worsening',
    'shifted_higher',
    'shifted_lower',
    'no_clear_change',
    'too_little_data',
  ]),
  before: z.int(),
  after: z.int(),
  /** First and last day of the run that decided. */
  run: z.object({ from: isoDate, to: isoDate }).nullable(),
});

export const timelineEvent = z.object({ date: isoDate, title: z.string(), type: z.string() });

export const importSource = z.object({
  importId: z.string(),
  file: z.string(),
  sha256: z.string(),
  kind: z.string(),
  rows: z.int(),
});

export const metricCard = z.object({
  id: identifier,
  title: z.string(),
  definition: z.string(),
  unit: z.string(),
  direction: z.enum(['increase', 'decrease', 'neutral']),
  chart: z.enum(['xmr', 't', 'line', 'column', 'matrix']),
  /** The part of the Protocol that asks for it. */
  clause: z.string(),
  caveat: z.string(),
  version: z.int(),
  kinds: z.array(z.string()),
  grains: z.array(grain),
  dimensions: z.array(identifier),
});

export const figure = z.object({
  metric: metricCard,
  request: figureRequest,
  points: z.array(figurePoint),
  limits: z.array(chartLimits),
  /** Since adoption, for each group that a control chart judges; absent where none is. */
  sinceAdoption: z.array(adoptionRun).optional(),
  /** The rebases that its limits follow; absent where there is none. */
  rebases: z.array(rebase).optional(),
  events: z.array(timelineEvent),
  /** Where its line is broken by what a person settled. */
  breaks: z.array(seriesBreak),
  warnings: z.array(note),
  /** One plain-English sentence or two, made by rule from the verdict codes. */
  reading: z.string(),
  provenance: z.object({
    method: z.string(),
    metricVersion: z.int(),
    filters: z.record(z.string(), z.string()),
    imports: z.array(importSource),
    suppression: z.object({ rule: z.string(), hidden: z.int() }),
  }),
});

/** What a screen may offer: the span of the data and the values of each dimension. */
export const figureOptions = z.object({
  from: isoDate.nullable(),
  to: isoDate.nullable(),
  dimensions: z.record(z.string(), z.array(z.object({ value: z.string(), label: z.string() }))),
});

export type Grain = z.infer<typeof grain>;
export type FigureRequest = z.infer<typeof figureRequest>;
export type Suppression = z.infer<typeof suppression>;
export type Interval = z.infer<typeof interval>;
export type Change = z.infer<typeof change>;
export type FigurePoint = z.infer<typeof figurePoint>;
export type ChartLimits = z.infer<typeof chartLimits>;
export type AdoptionRun = z.infer<typeof adoptionRun>;
export type TimelineEvent = z.infer<typeof timelineEvent>;
export type MetricCard = z.infer<typeof metricCard>;
export type Figure = z.infer<typeof figure>;
export type FigureOptions = z.infer<typeof figureOptions>;
