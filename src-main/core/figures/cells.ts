// Owns every group in every period of the whole of the data, measured and not yet protected.
import type { Question, Span } from '#core/metrics/metric.ts';
import type { Store } from '#core/store/store.ts';
import { formatDate, type Period } from '#shared/calendar.ts';
import type { Note } from '#shared/schemas/import.ts';
import type { Asking } from './ask.ts';
import { cellAt, type FigureCell } from './cell.ts';
import { measurer } from './measure.ts';
import { justBegun, periodsOf, placesOf, wavesOf } from './place.ts';

type Reading = Pick<Store, 'all'>;

export interface MeasuredCells {
  readonly cells: readonly FigureCell[];
  /** What the metric was asked, and which of its periods count; null without data. */
  readonly question: Question | null;
  readonly notes: readonly Note[];
}

/** The cells of a question; `minimumBase` is the smallest number of answers that a theme's mean takes in. */
export async function cellsOf(store: Reading, asking: Asking, minimumBase: number): Promise<MeasuredCells> {
  const { metric, grain, cuts, choices } = asking;
  const span = await metric.span(store, choices);
  if (span === null) return { cells: [], question: null, notes: [] };
  const dates = grain === 'all' ? { from: asking.from, to: asking.to } : { from: null, to: null };
  const periods = periodsOf(asking, span);
  const question: Question = { grain, cuts, choices, ...dates, periods };
  const measured = await metric.read(store, question);
  const begun = grain === 'wave' || grain === 'all' ? null : justBegun(periods, measured.rows, span);
  const placed = grain === 'wave' ? wavesOf(measured.rows) : periods.filter((period) => period !== begun);
  const measure = measurer(measured, placed, asking, minimumBase);
  const cells = placesOf(measured.rows, placed, cuts.length).map((place) => cellAt(place, measure(place)));
  const left = begun ? [leftOut(begun, span)] : [];
  return { cells, question, notes: [...left, ...partPeriods(placed, span, asking)] };
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
