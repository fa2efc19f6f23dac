// The single gate: a metric goes in, what may be shown of it comes out. Screens, sheets and the command
// line read figures here and metrics nowhere.
import { findMetric } from '#core/metrics/index.ts';
import type { Metric } from '#core/metrics/metric.ts';
import type { Store } from '#core/store/store.ts';
import type {
  Change,
  Figure,
  FigurePoint,
  FigureRequest,
  Grain,
  TimelineEvent,
} from '#shared/schemas/figure.ts';
import type { Note } from '#shared/schemas/import.ts';
import type { WorkspaceSettings } from '#shared/schemas/workspace.ts';
import { type Asking, ask } from './ask.ts';
import type { FigureCell } from './cell.ts';
import { changes } from './change.ts';
import { chartChoices } from './chart-settings.ts';
import { controlChart } from './control-chart.ts';
import { cutNotes, disclose } from './disclose.ts';
import eventsSql from './events.sql?raw';
import { hidingOf, shortestOf } from './hiding.ts';
import { type ToldCell, toldBy } from './issued.ts';
import { keptCells, keptRows, type PlannedStore } from './kept.ts';
import { groupsOf } from './plan.ts';
import { isPublished } from './plan-series.ts';
import { provenance } from './provenance.ts';
import { readingOf } from './reading.ts';
import { type SegmentedCell, segment } from './series.ts';
import { breaksOf } from './series-breaks.ts';
import { cautionOf, shownText } from './shown.ts';

const NOT_RECORDED = 'Not recorded';
const names = new Intl.Collator('en-GB', { numeric: true });

/**
 * Reads a figure: points with value, base and interval, limits, events, warnings, a reading, provenance.
 * Periods that the asked-for dates only touch are taken whole. Without data it answers no points and says so.
 * `told` is given the groups' numbers that the figure shows, as a pack that is issued must remember them.
 * @throws AppError metric-unknown, grain-unknown, split-unknown, question-unknown, period-invalid, input-invalid,
 * chart-unfit
 */
export async function readFigure(
  workspace: PlannedStore,
  request: FigureRequest,
  settings: WorkspaceSettings,
  told?: (cells: readonly ToldCell[]) => void,
): Promise<Figure> {
  const store = keptRows(workspace);
  const { asking, settled, shortest } = await askingOf(store, request, settings);
  const { metric } = asking;
  const events = await eventsOf(store, settings);
  const { cells, question, notes } = await keptCells(store, asking, settings.minimumBase);
  const shown = disclose(cells, await hidingOf(store, asking, settings));
  const slice = await sliceOf(store, shown, asking);
  const segmented = segment(slice, await breaksOf(store, metric.card));
  const groupOf = (cell: SegmentedCell) => coordOf(cell, asking, asking.split[0]);
  const chart = controlChart(segmented.cells, asking, {
    wanted: request.chart ?? null,
    choices: await chartChoices(store, metric.card.id),
    adoptionDate: settings.adoptionDate,
    groupOf,
  });
  const inRange = segmented.cells.filter(({ period }) => asking.from === null || period.to >= asking.from);
  const changeOf = changes(segmented.cells, metric.shape);
  const data =
    told && groupsOf(metric, asking.cuts).length > 0 ? await metric.span(store, asking.choices) : null;
  if (data) told?.(toldBy(inRange, data, asking));
  const points = await pointsOf(store, inRange, asking, changeOf, settings.percentBase);
  const said = question === null ? [] : ((await metric.notes?.(store, question)) ?? []);
  const warnings = [
    ...(settled?.notes ?? []),
    ...cutNotes(asking, shortest),
    ...said,
    ...notes,
    ...segmented.notes,
    ...chart.notes,
  ];
  if (points.length === 0) warnings.push(noData(metric));
  return {
    metric: metric.card,
    request,
    points,
    limits: chart.limits,
    ...(chart.sinceAdoption.length > 0 ? { sinceAdoption: chart.sinceAdoption } : {}),
    ...(chart.rebases.length > 0 ? { rebases: chart.rebases } : {}),
    events: eventsIn(points, events),
    breaks: segmented.breaks.filter(
      ({ date }) => points.some(({ from }) => from < date) && points.some(({ to }) => to >= date),
    ),
    warnings,
    reading: readingOf(points, { ...chart, breaks: segmented.breaks }, asking),
    provenance: await provenance(
      store,
      asking,
      chart.method,
      points.filter((point) => point.suppressed === 'c').length,
      settings,
    ),
  };
}

/** The question as it is answered: what the metric settles by itself, and by which periods. */
export async function askingOf(store: PlannedStore, request: FigureRequest, settings: WorkspaceSettings) {
  const metric = findMetric(request.metric);
  const asked = ask(metric, request);
  const settled = await metric.settle?.(store, asked);
  const chosen: Asking = { ...asked, choices: { ...asked.choices, ...settled?.choices } };
  const shortest = await shortestOf(store, chosen, settings);
  const asking = request.grain === undefined ? inPeriods(chosen, shortest) : chosen;
  return { asking, settled, shortest };
}

/** A figure that is asked without saying by which periods is answered by such as it is published by. */
function inPeriods(asking: Asking, shortest: Grain | null | undefined): Asking {
  const { metric, cuts } = asking;
  const pair = groupsOf(metric, cuts).length === 2 && metric.disclosure.adds;
  const published = pair ? 'financial-year' : shortest;
  if (!published || isPublished(asking.grain, published)) return asking;
  return metric.card.grains.includes(published) ? { ...asking, grain: published } : asking;
}

/** The cells that a filter picks, up to the last period asked for, inside the span of what was picked. */
async function sliceOf(
  store: Pick<Store, 'all'>,
  cells: readonly FigureCell[],
  asking: Asking,
): Promise<FigureCell[]> {
  const { metric, cuts, slices, choices, grain, to } = asking;
  const span = await metric.span(store, { ...choices, ...slices });
  if (span === null) return [];
  return cells.filter(
    ({ period, coords }) =>
      cuts.every((cut, index) => slices[cut] === undefined || coords[index] === slices[cut]) &&
      (to === null || period.from <= to) &&
      (grain === 'all' || (period.to >= span.from && period.from <= span.to)),
  );
}

function coordOf({ coords }: FigureCell, { cuts }: Asking, dimension: string | undefined): string | null {
  return dimension === undefined ? null : (coords[cuts.indexOf(dimension)] ?? null);
}

async function pointsOf(
  store: Pick<Store, 'all'>,
  cells: readonly SegmentedCell[],
  asking: Asking,
  changeOf: (cell: SegmentedCell) => Change | null,
  percentBase: number,
): Promise<FigurePoint[]> {
  const { metric, split } = asking;
  const [groupBy, acrossBy] = split;
  const labels = groupBy === undefined ? undefined : await metric.labels?.(store, groupBy);
  const points = cells.map((cell): FigurePoint => {
    const group = coordOf(cell, asking, groupBy);
    const caution = asking.cuts.length > 0 ? cautionOf(cell, metric) : null;
    return {
      from: cell.period.from,
      to: cell.period.to,
      period: cell.period.title,
      group,
      across: coordOf(cell, asking, acrossBy),
      label: group === null ? null : (labels?.get(group) ?? group),
      value: cell.value,
      numerator: cell.numerator,
      denominator: cell.denominator,
      base: cell.base,
      interval: cell.interval,
      suppressed: cell.suppressed,
      reason: cell.reason,
      change: changeOf(cell),
      shown: shownText(cell, metric, percentBase),
      ...(caution === null ? {} : { caution }),
      segment: cell.segment,
    };
  });
  return points.sort(
    (a, b) => byName(a.label, b.label) || byName(a.across, b.across) || (a.from < b.from ? -1 : 1),
  );
}

/** By name; what was not recorded last. */
function byName(a: string | null, b: string | null): number {
  if (a === b || a === null || b === null) return 0;
  if (a === NOT_RECORDED || b === NOT_RECORDED) return a === NOT_RECORDED ? 1 : -1;
  return names.compare(a, b);
}

async function eventsOf(
  store: Pick<Store, 'all'>,
  { adoptionDate }: WorkspaceSettings,
): Promise<TimelineEvent[]> {
  const events = await store.all<TimelineEvent>(eventsSql);
  const noted = events.some(({ date, type }) => type === 'adoption' && date === adoptionDate);
  if (adoptionDate === null || noted) return events;
  const adoption = { date: adoptionDate, title: 'Protocol adopted', type: 'adoption' };
  return [...events, adoption].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

function eventsIn(points: readonly FigurePoint[], events: readonly TimelineEvent[]): TimelineEvent[] {
  return events.filter(
    ({ date }) => points.some(({ from }) => from <= date) && points.some(({ to }) => to >= date),
  );
}

const noData = (metric: Metric): Note => ({
  code: 'no-data',
  text: `There is no data for “${metric.card.title}” here. It is made from: ${metric.card.kinds.join(', ')}.`,
});
