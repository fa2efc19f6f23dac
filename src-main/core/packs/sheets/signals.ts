// Owns the sheet Signals: what each of five sources says of each directorate, side by side.
// The rule: every word is a figure's own verdict. Signals are named, never counted, summed or ranked: they are
// not equal, and few of them can be told of a small directorate.
import { formatDate } from '#shared/calendar.ts';
import type { FigureRequest } from '#shared/schemas/figure.ts';
import { askTwoPeriods, notRecorded, pointOf, valuesOf } from './asking.ts';
import { wordsCell } from './cells.ts';
import type { DraftCell, SheetDraft } from './draft.ts';
import { fitting, groupsThere } from './fitting-period.ts';
import { missingSentence, sheetLines } from './lines.ts';
import { absenceMeasure, limitsAt, turnoverMeasure } from './measures.ts';
import type { PackContext, PackFigure, PackPoint, PackSheet } from './sheet.ts';
import { type ColumnOf, tableOf, text } from './table-of.ts';

const description =
  'What each source says of each directorate by its own figure. Better is short for consistent with improvement, worse for consistent with worsening, same for no clear change. The survey is judged by the change of all questions from the wave before to the latest one, allowing for all comparisons made; sickness by month and turnover by quarter by their control charts at the last point of the period. The sources differ in what they measure and in how soon they could tell anything: they are named and not counted, and directorates stand by name, not in a rank.';
const left =
  'Incidents have no good or bad direction, so they are never better or worse. A source tells nothing where the wave before was on another scale, where too few points may be shown to judge by, and where no figure is told by directorate, as with casework.';

type Word = 'Better' | 'Same' | 'Worse' | 'Higher' | 'Lower';

interface Signal {
  readonly point: PackPoint | undefined;
  /** Null where the point is hidden or nothing judges it. */
  readonly word: Word | null;
}

const none: Signal = { point: undefined, word: null };

const charted: Readonly<Record<string, Word>> = {
  common_cause: 'Same',
  improvement_high: 'Better',
  improvement_low: 'Better',
  concern_high: 'Worse',
  concern_low: 'Worse',
  neutral_high: 'Higher',
  neutral_low: 'Lower',
};

/** What a control chart says of the last point of the pack's period. */
function chartSignal({ span }: PackContext, figure: PackFigure): Signal {
  const point = figure.points.at(-1);
  if (point === undefined || point.to < span.period.from) return none;
  if (point.suppressed !== null) return { point, word: null };
  const limits = limitsAt(figure, point);
  return { point, word: (limits?.mean === null ? undefined : charted[limits?.variation ?? '']) ?? null };
}

function surveySignal(point: PackPoint | undefined): Signal {
  if (point?.change == null) return { point, word: null };
  const { verdict } = point.change;
  return { point, word: verdict === 'no-clear-change' ? 'Same' : verdict === 'higher' ? 'Better' : 'Worse' };
}

const cellOf = ({ point, word }: Signal): DraftCell => {
  if (word !== null) return wordsCell(word, point);
  return { symbol: point?.suppressed === 'c' ? 'c' : 'x' };
};

const sources = ['Survey', 'Incidents', 'Sickness', 'Turnover'] as const;
type Source = (typeof sources)[number];

interface Row {
  readonly directorate: string;
  readonly signals: Readonly<Record<Source, Signal>>;
}

const named = (row: Row, wanted: (signal: Signal) => boolean): string[] =>
  sources.filter((source) => wanted(row.signals[source])).map((source) => source.toLowerCase());

const sentence = (names: readonly string[], otherwise: string): string => {
  const words = names.join(', ');
  return words === '' ? otherwise : words.charAt(0).toUpperCase() + words.slice(1);
};

const columns: readonly ColumnOf<Row>[] = [
  text('Directorate', ({ directorate }) => directorate, 26),
  ...sources.map((source) => text<Row>(source, ({ signals }) => cellOf(signals[source]), 12)),
  text('Casework', () => ({ symbol: 'x' }), 12),
  text(
    'Signals worse (named)',
    (row) =>
      sentence(
        named(row, ({ word }) => word === 'Worse'),
        'None of those told',
      ),
    24,
  ),
  text(
    'Base: signals told',
    (row) =>
      sentence(
        named(row, ({ word }) => word !== null),
        'None',
      ),
    28,
  ),
  text(
    'Caution',
    (row) => {
      const hidden = named(row, ({ word }) => word === null);
      return hidden.length === 0
        ? 'All four told'
        : `Nothing is known from here of ${hidden.join(', ')}: that is not the same as no change`;
    },
    36,
  ),
];

/** The latest points of the survey that tells directorates, by directorate. */
async function surveyPoints(context: PackContext): Promise<{ points: PackPoint[]; figures: PackFigure[] }> {
  const asking = { metric: 'survey-favourable', grain: 'wave', to: context.span.period.to } as const;
  const bySurvey = await context.ask({ ...asking, split: 'instrument' });
  for (const instrument of valuesOf(bySurvey.points)) {
    const figure = await context.ask({ ...asking, split: 'directorate', filters: { instrument } });
    const asked = figure.points.filter(
      ({ group, suppressed }) => group !== notRecorded && suppressed !== 'x',
    );
    const wave = asked.reduce((latest, { from }) => (from > latest ? from : latest), '');
    if (wave !== '') return { points: asked.filter(({ from }) => from === wave), figures: [figure] };
  }
  return { points: [], figures: [bySurvey] };
}

/** Asks a measure of one directorate over the time of the control charts. */
const askOf = (
  context: PackContext,
  metric: string,
  grain: 'month' | 'quarter',
  filters: Record<string, string>,
) =>
  context.ask({
    metric,
    grain,
    from: context.span.chartsFrom,
    to: context.span.period.to,
    filters,
  } satisfies FigureRequest);

/** The set of rules whose cases name directorates; null where none does. */
async function schemeOf(context: PackContext): Promise<string | null> {
  const schemes = await askTwoPeriods(context, 'incidents', { split: 'scheme' });
  for (const scheme of groupsThere(schemes.now, schemes.before).filter((name) => name !== notRecorded)) {
    const split = await askTwoPeriods(context, 'incidents', { split: 'directorate', filters: { scheme } });
    if (valuesOf(split.now).some((directorate) => directorate !== notRecorded)) return scheme;
  }
  return null;
}

/** What is asked of one directorate, and the row that it makes; `survey` is its point of the latest wave. */
async function rowOf(
  context: PackContext,
  directorate: string,
  survey: PackPoint | undefined,
  scheme: string | null,
): Promise<{ row: Row; figures: PackFigure[] }> {
  const own = { directorate };
  const cases = scheme === null ? null : await askOf(context, 'incidents', 'quarter', { ...own, scheme });
  const sickness = await askOf(context, absenceMeasure.metrics[0], 'month', own);
  const turnover = await askOf(context, turnoverMeasure.metrics[0], 'quarter', own);
  const row: Row = {
    directorate,
    signals: {
      Survey: surveySignal(survey),
      Incidents: cases === null ? none : chartSignal(context, cases),
      Sickness: chartSignal(context, sickness),
      Turnover: chartSignal(context, turnover),
    },
  };
  return { row, figures: [...(cases === null ? [] : [cases]), sickness, turnover] };
}

async function build(context: PackContext): Promise<SheetDraft> {
  const survey = await surveyPoints(context);
  const staff = await askTwoPeriods(fitting(context, 'headcount'), 'headcount', { split: 'directorate' });
  const scheme = await schemeOf(context);
  const figures: PackFigure[] = [...survey.figures];
  const rows: Row[] = [];
  for (const directorate of groupsThere(staff.now, survey.points)) {
    if (directorate === notRecorded) continue;
    const found = await rowOf(context, directorate, pointOf(survey.points, directorate), scheme);
    // What is to be known of the figures is the same for each directorate.
    if (rows.length === 0) figures.push(...found.figures);
    rows.push(found.row);
  }
  return {
    name: 'Signals',
    kind: 'data',
    title: `Signals by directorate, up to ${formatDate(context.span.period.to)}`,
    lines: sheetLines(context, figures, description, { more: [left] }),
    table: tableOf('signals_by_directorate', columns, rows),
    charts: [],
    ...(rows.length === 0 ? { missing: missingSentence(context, 'signals', figures) } : {}),
  };
}

export const signals: PackSheet = {
  id: 'Signals',
  title: 'Signals by directorate',
  definition:
    'What survey, incidents, sickness and turnover each say of each directorate: better, same or worse, by its own figure; named, never summed.',
  build,
};
