// Owns how sheets ask for the pack's period beside the one before, and for its series.
import { metricCards } from '#core/figures/index.ts';
import type { FigureRequest, Grain } from '#shared/schemas/figure.ts';
import type { PackContext, PackFigure, PackPoint } from './sheet.ts';

type Cut = Pick<FigureRequest, 'split' | 'filters'>;
type Dates = Pick<PackContext['span']['period'], 'from' | 'to'>;

export interface TwoPeriods {
  readonly figures: readonly PackFigure[];
  readonly now: readonly PackPoint[];
  readonly before: readonly PackPoint[];
}

/** Whether a metric is told by such periods; else it is asked for all dates of the pack's period at once. */
const isToldBy = (metric: string, grain: Grain): boolean =>
  metricCards.find(({ id }) => id === metric)?.grains.includes(grain) ?? false;

/** The points of a metric in the pack's period and in the one before it. */
export async function askTwoPeriods(
  context: PackContext,
  metric: string,
  cut: Cut = {},
): Promise<TwoPeriods> {
  const { period, previous, grain } = context.span;
  if (isToldBy(metric, grain) && grain !== 'all') {
    const figure = await context.ask({ metric, grain, from: previous.from, to: period.to, ...cut });
    const at = (from: string) => figure.points.filter((point) => point.from === from);
    return { figures: [figure], now: at(period.from), before: at(previous.from) };
  }
  const own = (dates: Dates) => ({ metric, grain: 'all' as const, from: dates.from, to: dates.to, ...cut });
  const now = await context.ask(own(period));
  const before = await context.ask(own(previous));
  return { figures: [now, before], now: now.points, before: before.points };
}

/** The filter for the scheme that a divided figure chose: what stands beside it must be of the same cases. */
export function sameScheme({ figures }: TwoPeriods): Cut {
  const scheme = figures.find(({ provenance }) => provenance.filters.scheme)?.provenance.filters.scheme;
  return scheme === undefined ? {} : { filters: { scheme } };
}

/** A metric over the periods that the pack's series has, up to the end of the pack's period. */
export const askSeries = (context: PackContext, metric: string, cut: Cut = {}): Promise<PackFigure> =>
  context.ask({
    metric,
    grain: context.span.series.grain,
    from: context.span.series.from,
    to: context.span.period.to,
    ...cut,
  });

/** The point of a group, and of the group across it. */
export const pointOf = (
  points: readonly PackPoint[],
  group: string | null,
  across: string | null = null,
): PackPoint | undefined => points.find((point) => point.group === group && point.across === across);

/** The values that stand across or in a group, "Not recorded" last. */
export function valuesOf(points: readonly PackPoint[], place: 'group' | 'across' = 'group'): string[] {
  const values = [...new Set(points.flatMap((point) => point[place] ?? []))];
  return values.sort((a, b) => Number(a === notRecorded) - Number(b === notRecorded));
}

export const notRecorded = 'Not recorded';

/** Groups by their number, the largest first, hidden ones after those by name, "Not recorded" last. */
export function byNumber(points: readonly PackPoint[]): string[] {
  const rank = (group: string): number => {
    if (group === notRecorded) return 2;
    return pointOf(points, group)?.suppressed ? 1 : 0;
  };
  const value = (group: string): number => pointOf(points, group)?.value ?? 0;
  return valuesOf(points).sort(
    (a, b) => rank(a) - rank(b) || (rank(a) === 0 ? value(b) - value(a) : 0) || a.localeCompare(b, 'en-GB'),
  );
}
