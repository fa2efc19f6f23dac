// Owns the shape of a figure: a metric asked with a period, a split and filters, as it may be shown.
import { z } from 'zod';
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
});

/** Why a value is not shown. c confidential, low rounds to nothing, x not available, z not applicable. */
export const suppression = z.enum(['c', 'low', 'x', 'z']);

export const interval = z.object({
  lower: z.number(),
  upper: z.number(),
  level: z.number(),
  method: z.string(),
});

/** A percentage against the one before it in the same group and unbroken line; in percentage points. */
export const change = z.object({
  value: z.number(),
  interval,
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
  /** Points of one unbroken line share a segment; a series break starts a new one. */
  segment: z.int(),
});

export const pointSignal = z.object({
  from: isoDate,
  rules: z.array(z.string()),
  type: z.string(),
});

/** Limits of one control chart: one group, one segment. */
export const chartLimits = z.object({
  group: z.string().nullable(),
  segment: z.int(),
  mean: z.number().nullable(),
  lower: z.number().nullable(),
  upper: z.number().nullable(),
  sigmaLower: z.number().nullable(),
  sigmaUpper: z.number().nullable(),
  points: z.int(),
  trial: z.boolean(),
  autocorrelation: z.number().nullable(),
  variation: z.string(),
  signals: z.array(pointSignal),
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
  chart: z.enum(['xmr', 'line', 'column', 'matrix']),
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
export type TimelineEvent = z.infer<typeof timelineEvent>;
export type MetricCard = z.infer<typeof metricCard>;
export type Figure = z.infer<typeof figure>;
export type FigureOptions = z.infer<typeof figureOptions>;
