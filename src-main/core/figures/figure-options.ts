// Owns what a screen may offer for a figure: the span of the data and the values of each dimension.
// The rule: names of groups only, never how many are in one.
import { findMetric } from '#core/metrics/index.ts';
import type { Metric, Question } from '#core/metrics/metric.ts';
import type { Store } from '#core/store/store.ts';
import { periodsBetween } from '#shared/calendar.ts';
import type { FigureOptions } from '#shared/schemas/figure.ts';

type Values = { value: string; label: string }[];

/** The options of a metric. @throws AppError metric-unknown */
export async function figureOptions(store: Pick<Store, 'all'>, metricId: string): Promise<FigureOptions> {
  const metric = findMetric(metricId);
  const span = await metric.span(store, {});
  const dimensions: Record<string, Values> = {};
  for (const [dimension, values] of Object.entries(metric.choiceValues ?? {})) {
    dimensions[dimension] = values.map((value) => ({ value, label: value }));
  }
  if (span === null) return { from: null, to: null, dimensions };
  const periods = periodsBetween(span.from, span.to, 'quarter');
  for (const cut of metric.cuts) dimensions[cut] = await valuesOf(store, metric, cut, periods);
  return { ...span, dimensions };
}

async function valuesOf(
  store: Pick<Store, 'all'>,
  metric: Metric,
  cut: string,
  periods: Question['periods'],
): Promise<Values> {
  const values = (await metric.values?.(store, cut)) ?? (await readValues(store, metric, cut, periods));
  const labels = await metric.labels?.(store, cut);
  return values.map((value) => ({ value, label: labels?.get(value) ?? value }));
}

async function readValues(
  store: Pick<Store, 'all'>,
  metric: Metric,
  cut: string,
  periods: Question['periods'],
): Promise<string[]> {
  const settled = await metric.settle?.(store, { split: [cut], filters: {} });
  const choices = settled?.choices ?? {};
  const question: Question = { grain: 'quarter', cuts: [cut], choices, from: null, to: null, periods };
  const { rows } = await metric.read(store, question);
  return [...new Set(rows.flatMap(({ cut1 }) => (cut1 === null ? [] : [cut1])))].sort();
}
