// Owns the events behind a series, where it is one of counts or of rates, for the model of counts.
// The rule: the headcount is a figure, too, and is read through the gate; one hidden period and it is unknown.
import type { Metric } from '#core/metrics/metric.ts';
import type { Figure } from '#shared/schemas/figure.ts';
import type { WorkspaceSettings } from '#shared/schemas/workspace.ts';
import type { Counts } from './adoption-analyses.ts';
import type { AdoptionSeries } from './adoption-series.ts';
import { readFigure } from './read-figure.ts';

const HEADCOUNT = 'headcount';
const ofStaff: readonly string[] = ['incident', 'leaver'];

/** Null for anything but new events of a period and rates of them. */
export async function countsOf(
  store: Parameters<typeof readFigure>[0],
  metric: Metric,
  figure: Figure,
  { recorded }: AdoptionSeries,
  settings: WorkspaceSettings,
): Promise<Counts | null> {
  if (metric.shape === 'rate') {
    const events = known(recorded.map(({ point }) => point.numerator));
    const exposure = known(recorded.map(({ point }) => point.denominator));
    return events && exposure?.every((size) => size > 0) ? { events, exposure, known: true } : null;
  }
  // A stock, such as the cases open, does not add up over periods: it is no count of events.
  if (metric.shape !== 'count' || !metric.disclosure.adds) return null;
  const events = recorded.map(({ value }) => value);
  const staff = metric.card.kinds.some((kind) => ofStaff.includes(kind))
    ? await headcountOf(
        store,
        figure,
        recorded.map(({ point }) => point.from),
        settings,
      )
    : null;
  return staff
    ? { events, exposure: staff, known: true }
    : { events, exposure: events.map(() => 1), known: false };
}

const known = (values: readonly (number | null)[]): readonly number[] | null => {
  const found = values.filter((value) => value !== null);
  return found.length === values.length ? found : null;
};

/** The headcount at the end of each period, of the whole council; null unless it is known for all of them. */
async function headcountOf(
  store: Parameters<typeof readFigure>[0],
  { points, request }: Figure,
  periods: readonly string[],
  settings: WorkspaceSettings,
): Promise<readonly number[] | null> {
  if (Object.keys(request.filters ?? {}).length > 0) return null;
  const [first, last] = [points[0]?.from, points.at(-1)?.to];
  if (first === undefined || last === undefined || request.grain === undefined) return null;
  const asked = { metric: HEADCOUNT, grain: request.grain, from: first, to: last };
  const headcount = await readFigure(store, asked, settings);
  const at = new Map(
    headcount.points.map(({ from, value, suppressed }) => [from, suppressed ? null : value]),
  );
  const sizes = known(periods.map((from) => at.get(from) ?? null));
  return sizes?.every((size) => size > 0) ? sizes : null;
}
