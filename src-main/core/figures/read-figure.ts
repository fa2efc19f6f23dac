// The single gate: a metric goes in, what may be shown of it comes out. Screens, sheets and the command
// line read figures here and metrics nowhere.
import { findMetric } from '#core/metrics/index.ts';
import type { Metric, Question, Span } from '#core/metrics/metric.ts';
import type { Store } from '#core/store/store.ts';
import { formatDate, type Period } from '#shared/calendar.ts';
import type { Change, Figure, FigurePoint, FigureRequest, TimelineEvent } from '#shared/schemas/figure.ts';
import type { Note } from '#shared/schemas/import.ts';
import type { WorkspaceSettings } from '#shared/schemas/workspace.ts';
import { type Asking, ask } from './ask.ts';
import type { FigureCell } from './cell.ts';
import { changes } from './change.ts';
import { controlChart } from './control-chart.ts';
import { disclose } from './disclose.ts';
import eventsSql from './events.sql?raw';
import { measurer } from './measure.ts';
import { justBegun, periodsOf, placesOf, wavesOf } from './place.ts';
import { provenance } from './provenance.ts';
import { readingOf } from './reading.ts';
import { type SegmentedCell, segment } from './series.ts';
import { breaksOf } from './series-breaks.ts';
import { shownText } from './shown.ts';

const NOT_RECORDED = 'Not recorded';

type Reading = Pick<Store, 'all'>;

/**
 * Reads a figure: points with value, base and interval, limits, events, warnings, a reading, provenance.
 * Periods that the asked-for dates only touch are taken whole. Without data it answers no points and says so.
 * @throws AppError metric-unknown, grain-unknown, split-unknown, question-unknown, period-invalid, input-invalid
 */
export async function readFigure(
  store: Reading,
  request: FigureRequest,
  settings: WorkspaceSettings,
): Promise<Figure> {
  const metric = findMetric(request.metric);
  const asked = ask(metric, request);
  const settled = await metric.settle?.(store, asked);
  const asking: Asking = { ...asked, choices: { ...asked.choices, ...settled?.choices } };
  const events = await eventsOf(store, settings);
  const { cells, notes } = await cellsOf(store, asking, settings);
  const shown = disclose(cells, asking, settings.minimumBase);
  const slice = await sliceOf(store, shown, asking);
  const segmented = segment(slice, await breaksOf(store, metric.card));
  const groupOf = (cell: SegmentedCell) => coordOf(cell, asking, asking.split[0]);
  const chart = controlChart(segmented.cells, asking, settings, groupOf);
  const inRange = segmented.cells.filter(({ period }) => asking.from === null || period.to >= asking.from);
  const changeOf = metric.shape === 'proportion' ? changes(segmented.cells) : () => null;
  const points = await pointsOf(store, inRange, asking, changeOf);
  const warnings = [...(settled?.notes ?? []), ...notes, ...segmented.notes, ...chart.notes];
  if (points.length === 0) warnings.push(noData(metric));
  return {
    metric: metric.card,
    request,
    points,
    limits: chart.limits,
    events: eventsIn(points, events),
    breaks: segmented.breaks.filter(
      ({ date }) => points.some(({ from }) => from < date) && points.some(({ to }) => to >= date),
    ),
    warnings,
    reading: readingOf(points, chart.limits, segmented.breaks, asking),
    provenance: await provenance(
      store,
      asking,
      chart.limits,
      points.filter((point) => point.suppressed === 'c').length,
      settings.minimumBase,
    ),
  };
}

/** Every group in every period of the whole of the data, measured and not yet protected. */
async function cellsOf(
  store: Reading,
  asking: Asking,
  settings: WorkspaceSettings,
): Promise<{ cells: FigureCell[]; notes: Note[] }> {
  const { metric, grain, cuts, choices } = asking;
  const span = await metric.span(store, choices);
  if (span === null) return { cells: [], notes: [] };
  const dates = grain === 'all' ? { from: asking.from, to: asking.to } : { from: null, to: null };
  const periods = periodsOf(asking, span);
  const question: Question = { grain, cuts, choices, ...dates, periods };
  const measured = await metric.read(store, question);
  const begun = grain === 'wave' || grain === 'all' ? null : justBegun(periods, measured.rows, span);
  const placed = grain === 'wave' ? wavesOf(measured.rows) : periods.filter((period) => period !== begun);
  const measure = measurer(measured, placed, asking, settings.minimumBase);
  const cells = placesOf(measured.rows, placed, cuts.length).map((place) => ({
    ...place,
    ...measure(place),
  }));
  const notes = (await metric.notes?.(store, question)) ?? [];
  const left = begun ? [leftOut(begun, span)] : [];
  return { cells, notes: [...notes, ...left, ...partPeriods(placed, span, asking)] };
}

const leftOut = ({ title }: Period, { to }: Span): Note => ({
  code: 'part-period',
  text: `${title} is left out: the data end on ${formatDate(to)}, soon after it began, with nothing recorded in it.`,
});

/** The first and last period, where they are long and the data do not fill them. */
function partPeriods(all: readonly Period[], span: Span, { grain, from, to }: Asking): Note[] {
  if (grain !== 'quarter' && grain !== 'financial-year' && grain !== 'municipal-year') return [];
  const periods = all.filter(
    (period) => (from === null || period.to >= from) && (to === null || period.from <= to),
  );
  const [first, last] = [periods[0], periods.at(-1)];
  const notes: Note[] = [];
  const note = (text: string) => notes.push({ code: 'part-period', text });
  if (first && span.from.slice(0, 7) > first.from.slice(0, 7)) {
    note(`${first.title} may not be complete: the data begin on ${formatDate(span.from)}.`);
  }
  if (last && span.to.slice(0, 7) < last.to.slice(0, 7)) {
    note(`${last.title} may not be complete: the data end on ${formatDate(span.to)}.`);
  }
  return notes;
}

/** The cells that a filter picks, up to the last period asked for, inside the span of what was picked. */
async function sliceOf(store: Reading, cells: readonly FigureCell[], asking: Asking): Promise<FigureCell[]> {
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
  store: Reading,
  cells: readonly SegmentedCell[],
  asking: Asking,
  changeOf: (cell: SegmentedCell) => Change | null,
): Promise<FigurePoint[]> {
  const { metric, split } = asking;
  const [groupBy, acrossBy] = split;
  const labels = groupBy === undefined ? undefined : await metric.labels?.(store, groupBy);
  const points = cells.map((cell): FigurePoint => {
    const group = coordOf(cell, asking, groupBy);
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
      shown: shownText(cell, metric),
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
  return a.localeCompare(b, 'en-GB', { numeric: true });
}

async function eventsOf(store: Reading, { adoptionDate }: WorkspaceSettings): Promise<TimelineEvent[]> {
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
