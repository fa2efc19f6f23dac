// Owns how a span of whole months is told apart into the periods that a plan decides over: so that a span
// tells nothing but what its years, quarters and months tell.
import type { Span } from '#core/metrics/metric.ts';
import { addDays, type Period, periodOf } from '#shared/calendar.ts';
import type { Grain } from '#shared/schemas/figure.ts';

export interface Part {
  readonly grain: Grain;
  readonly period: Pick<Period, 'from' | 'to'>;
}

const longest = ['financial-year', 'quarter', 'month'] as const;

/**
 * The longest periods of `grains` that make up a span, clipped to the dates of the data: a first or last
 * year that the data fill only in part is whole when all that there is of it is in the span. One part of the
 * grain `all` when the span holds all the data. Null where it cannot be made up (a grain is not there).
 */
export function partsOf(
  { from, to }: Pick<Period, 'from' | 'to'>,
  data: Span,
  grains: readonly Grain[],
): Part[] | null {
  if (from <= data.from && to >= data.to) {
    const whole = { from: data.from, to: data.to };
    if (grains.includes('all')) return [{ grain: 'all', period: whole }];
  }
  const end = to < data.to ? to : data.to;
  const parts: Part[] = [];
  for (let day = from > data.from ? from : data.from; day <= end; ) {
    const part = longest
      .filter((grain) => grains.includes(grain))
      .map((grain) => ({ grain, period: periodOf(day, grain) }))
      .find(({ period }) => (period.from >= from || from <= data.from) && (period.to <= to || to >= data.to));
    if (part === undefined) return null;
    parts.push(part);
    day = addDays(part.period.to, 1);
  }
  return parts;
}
