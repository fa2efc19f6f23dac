// Makes a figure's question from the window's place: period, grain and those filters that the metric knows.
import type { FigureRequest, Grain, MetricCard } from '../src-shared/schemas/figure.ts';
import { rangeOf, type Span } from './periods.ts';
import type { Place } from './place.ts';

interface Wish {
  readonly split?: string | undefined;
  readonly grain?: Grain | undefined;
  readonly filters?: Readonly<Record<string, string>> | undefined;
}

/** The request for `metric` at a place; a grain that the metric is not counted by is left to its own default. */
export function requestFor(metric: MetricCard, place: Place, span: Span, wish: Wish = {}): FigureRequest {
  const wanted = wish.grain ?? place.grain ?? undefined;
  const grain = wanted && metric.grains.includes(wanted) ? wanted : undefined;
  const all = { ...place.filters, ...wish.filters };
  const filters = Object.fromEntries(
    Object.entries(all).filter(([name]) => metric.dimensions.includes(name)),
  );
  return {
    metric: metric.id,
    ...rangeOf(place.period, span),
    ...(grain ? { grain } : {}),
    ...(wish.split ? { split: wish.split } : {}),
    ...(Object.keys(filters).length > 0 ? { filters } : {}),
  };
}

/** The filters that a metric cannot follow, so that the screen can say so. */
export const ignoredFilters = (metric: MetricCard, place: Place): string[] =>
  Object.keys(place.filters).filter((name) => !metric.dimensions.includes(name));
