// Owns sheets of one row a measure of the whole council: latest, before, over twelve months, as its chart judges it.
// The rule: nothing is divided and nothing is summed; a measure that cannot be told has no row.
import { formatDate, periodOf } from '#shared/calendar.ts';
import { askTwoPeriods, pointOf, valuesOf } from './asking.ts';
import { valueCell, verdict, wordsCell } from './cells.ts';
import { type DraftCell, type SheetDraft, traced } from './draft.ts';
import { fitting } from './fitting-period.ts';
import { type Mechanism, missingSentence, noteMarkers, sheetLines } from './lines.ts';
import { askMeasure, assuranceWords, hasValues, limitsAt, type Measure, variationWords } from './measures.ts';
import type { PackContext, PackFigure, PackPoint, PackSheet } from './sheet.ts';
import { type ColumnOf, number, oneDecimal, tableOf, text } from './table-of.ts';

/** A measure, the metric of its twelve months, and the measure whose control chart judges it. */
export interface Headline {
  readonly metric: string;
  readonly rolling?: string;
  readonly chart?: Measure;
}

interface MeasureSheet {
  readonly id: string;
  readonly title: string;
  readonly definition: string;
  /** Of the table. */
  readonly name: string;
  readonly description: string;
  readonly left?: string;
  readonly measures: readonly Headline[];
  /** A theme whose per cent favourable is told of each survey; "all" for all questions; absent for no survey. */
  readonly theme?: string;
  readonly mechanism: Mechanism;
}

interface Row {
  readonly name: string;
  readonly figure: PackFigure;
  readonly now: PackPoint;
  readonly before: PackPoint | undefined;
  readonly rolling: PackPoint | undefined;
  readonly chart: PackFigure | undefined;
  readonly statement: string;
}

async function rowOf(context: PackContext, { metric, rolling, chart }: Headline): Promise<Row | null> {
  const own = fitting(context, metric);
  const { figures, now, before } = await askTwoPeriods(own, metric);
  const [figure, point] = [figures[0], pointOf(now, null)];
  if (figure === undefined || point === undefined) return null;
  if (point.suppressed === 'z' || point.suppressed === 'x') return null;
  const { from, to } = periodOf(context.span.period.to, 'month');
  const year = rolling ? await context.ask({ metric: rolling, grain: 'month', from, to }) : undefined;
  const charted = chart ? await askMeasure(context, chart) : undefined;
  const judged = charted !== undefined && hasValues(charted) ? charted : undefined;
  return {
    name: `${figure.metric.title} (${figure.metric.unit})`,
    figure,
    now: point,
    before: pointOf(before, null),
    rolling: year?.points.at(-1),
    chart: judged,
    statement: verdict((judged ?? figure).reading),
  };
}

/** The latest wave of each survey, of all questions or of a theme. */
async function surveyRows({ ask, span }: PackContext, theme: string): Promise<Row[]> {
  const asking = { metric: 'survey-favourable', grain: 'wave', to: span.period.to } as const;
  const bySurvey = await ask({ ...asking, split: 'instrument' });
  const rows: Row[] = [];
  for (const instrument of valuesOf(bySurvey.points)) {
    const figure = await ask({
      ...asking,
      filters: theme === 'all' ? { instrument } : { instrument, theme },
    });
    const recorded = figure.points.filter(({ suppressed }) => suppressed !== 'x');
    const now = recorded.at(-1);
    if (now === undefined) continue;
    const what = theme === 'all' ? figure.metric.title.toLowerCase() : `${theme}, per cent favourable`;
    rows.push({
      name: `${instrument}: ${what}`,
      figure,
      now,
      before: recorded.at(-2),
      rolling: undefined,
      chart: undefined,
      statement: verdict(figure.reading),
    });
  }
  return rows;
}

const limitsOf = ({ chart }: Row) =>
  chart &&
  limitsAt(
    chart,
    chart.points.findLast(({ value }) => value !== null),
  );

const latestOf = ({ chart, now }: Row): PackPoint | undefined =>
  chart?.points.findLast(({ value }) => value !== null) ?? now;

const targetCell = (row: Row): DraftCell => {
  const target = limitsOf(row)?.target;
  return target == null ? { symbol: 'z' } : traced(target, 'limits', latestOf(row));
};

const columnsOf = (context: PackContext, rows: readonly Row[]): ColumnOf<Row>[] => [
  text('Measure', ({ name }) => name, 32),
  text('Period', ({ now }) => now.period, 16),
  number('Latest', ({ now }) => valueCell(now), oneDecimal),
  number('Previous', ({ before }) => valueCell(before), oneDecimal),
  ...(rows.some(({ chart }) => chart) ? judged : []),
  text('Statement', ({ statement, now }) => wordsCell(statement, now), 40),
  text('Notes', ({ figure }) => noteMarkers(context, [figure]), 10),
];

const judged: readonly ColumnOf<Row>[] = [
  number(
    'Rolling 12 months',
    ({ rolling }) => (rolling === undefined ? { symbol: 'z' } : valueCell(rolling)),
    oneDecimal,
  ),
  number('Target', targetCell, oneDecimal),
  text(
    'Variation',
    (row) => (row.chart ? wordsCell(variationWords(limitsOf(row)), latestOf(row)) : 'Not charted'),
    24,
  ),
  text('Assurance', (row) => (row.chart ? assuranceWords(limitsOf(row)) : 'Not charted'), 18),
];

async function build(context: PackContext, sheet: MeasureSheet): Promise<SheetDraft> {
  const rows: Row[] = [];
  for (const headline of sheet.measures) {
    const row = await rowOf(context, headline);
    if (row !== null) rows.push(row);
  }
  if (sheet.theme !== undefined) rows.push(...(await surveyRows(context, sheet.theme)));
  const figures = rows.map(({ figure }) => figure);
  const more = sheet.left === undefined ? [] : [sheet.left];
  return {
    name: sheet.id,
    kind: 'data',
    title: `${sheet.title}, up to ${formatDate(context.span.period.to)}`,
    lines:
      rows.length === 0
        ? [sheet.description, ...more]
        : sheetLines(context, figures, sheet.description, { more }),
    table: tableOf(sheet.name, columnsOf(context, rows), rows),
    charts: [],
    ...(rows.length === 0 ? { missing: missingSentence(context, sheet.mechanism, figures) } : {}),
  };
}

export const measureSheet = (sheet: MeasureSheet): PackSheet => ({
  id: sheet.id,
  title: sheet.title,
  definition: sheet.definition,
  build: (context) => build(context, sheet),
});
