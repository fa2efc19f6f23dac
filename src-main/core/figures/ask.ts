// Owns how a request becomes a question: every name in it is checked against the metric's card.
// The rule: a filter on a dimension that divides people is answered as a slice of the split by that
// dimension, so that what a split hides no filter shows.

import { type Metric, MOST_CUTS } from '#core/metrics/metric.ts';
import { periodOf } from '#shared/calendar.ts';
import { AppError } from '#shared/errors.ts';
import type { FigureRequest, Grain } from '#shared/schemas/figure.ts';

export interface Asking {
  readonly metric: Metric;
  readonly grain: Grain;
  /** No, one or two dimensions: what stands in `group` and `across`. */
  readonly split: readonly string[];
  /** Every filter as asked. */
  readonly filters: Readonly<Record<string, string>>;
  /** The filters that pick rows first, and those that take a slice of the cells. */
  readonly choices: Readonly<Record<string, string>>;
  readonly slices: Readonly<Record<string, string>>;
  /** Dimensions of the cells, in alphabetical order. */
  readonly cuts: readonly string[];
  readonly from: string | null;
  readonly to: string | null;
}

/**
 * Checks a request against its metric.
 * @throws AppError grain-unknown, split-unknown, input-invalid, period-invalid
 */
export function ask(metric: Metric, request: FigureRequest): Asking {
  const filters = request.filters ?? {};
  const grain = readGrain(metric, request.grain);
  const split = readSplit(metric, request.split);
  for (const [dimension, value] of Object.entries(filters)) checkFilter(metric, dimension, value);
  const picks = (dimension: string): boolean => metric.choices.includes(dimension);
  const slices = Object.fromEntries(Object.entries(filters).filter(([dimension]) => !picks(dimension)));
  const choices = Object.fromEntries(Object.entries(filters).filter(([dimension]) => picks(dimension)));
  const cuts = [...new Set([...split, ...Object.keys(slices)])].sort();
  if (cuts.length > MOST_CUTS) {
    const detail = `a figure can be cut by ${MOST_CUTS} things at once, and ${cuts.length} are asked for (${cuts.join(', ')}): finer cuts point at people`;
    throw new AppError('input-invalid', { detail });
  }
  const { from = null, to = null } = request;
  if (from !== null && to !== null && from > to) {
    throw new AppError('period-invalid', { period: `${from}..${to}` });
  }
  return { metric, grain, split, filters, choices, slices, cuts, ...bounds(grain, from, to) };
}

/** One span of all dates is taken in whole months: sliding it by days would single out a case. */
function bounds(grain: Grain, from: string | null, to: string | null) {
  if (grain !== 'all') return { from, to };
  return {
    from: from && periodOf(from, 'month').from,
    to: to && periodOf(to, 'month').to,
  };
}

function readGrain(metric: Metric, asked: Grain | undefined): Grain {
  const { id, grains } = metric.card;
  const grain = asked ?? grains[0];
  if (grain === undefined || !grains.includes(grain)) {
    throw new AppError('grain-unknown', { metric: id, grain: asked ?? '', grains: grains.join(', ') });
  }
  return grain;
}

function readSplit(metric: Metric, asked: string | undefined): readonly string[] {
  if (asked === undefined) return [];
  const pair = Object.hasOwn(metric.twoWay, asked) ? metric.twoWay[asked] : undefined;
  if (pair) return pair;
  if (metric.cuts.includes(asked)) return [asked];
  throw unknownDimension(metric, asked);
}

function checkFilter(metric: Metric, dimension: string, value: string): void {
  if (!metric.cuts.includes(dimension) && !metric.choices.includes(dimension)) {
    throw unknownDimension(metric, dimension);
  }
  const values = metric.choiceValues?.[dimension];
  if (values && !values.includes(value)) {
    throw new AppError('input-invalid', { detail: `${dimension} is one of ${values.join(', ')}` });
  }
}

const unknownDimension = (metric: Metric, dimension: string): AppError =>
  new AppError('split-unknown', {
    metric: metric.card.id,
    dimension,
    dimensions: metric.card.dimensions.join(', '),
  });
