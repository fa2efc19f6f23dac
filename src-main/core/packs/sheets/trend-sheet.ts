// Owns the sheets that draw one series each as a control chart, for the figures behind Trends_SPC.
// The rule: limits, signals and breaks are those of the figure; a break is a row of its own and a gap.

import { formatDate } from '#shared/calendar.ts';
import type { ChartModel, ColumnModel, SeriesStyle } from '../model.ts';
import { valueCell } from './cells.ts';
import { type DraftCell, type SheetDraft, traced } from './draft.ts';
import { missingSentence, sheetLines } from './lines.ts';
import {
  absenceMeasure,
  askMeasure,
  hasValues,
  incidentMeasure,
  judgedLines,
  limitsAt,
  type Measure,
  strongestRule,
  turnoverMeasure,
  variationWords,
} from './measures.ts';
import type { PackContext, PackFigure, PackPoint, PackSheet } from './sheet.ts';

type Column = ColumnModel & { readonly style?: SeriesStyle; cell(point: PackPoint): DraftCell };

const kinds: readonly (readonly [start: string, header: string, style: SeriesStyle])[] = [
  ['improvement', 'Special cause, improving', 'signal-improving'],
  ['concern', 'Special cause, concerning', 'signal-concerning'],
  ['neutral', 'Special cause', 'signal'],
];

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "Cases", "Days per FTE", "Per cent of headcount". */
const valueHeader = ({ metric }: PackFigure): string => capital(metric.unit);

const formatOf = ({ points }: PackFigure): string =>
  points.every(({ value }) => value === null || Number.isInteger(value)) ? '#,##0' : '0.00';

/** What happened in a point's period. Titles are somebody's own words, so a published pack has only the type. */
function eventsAt(
  { events }: PackFigure,
  { from, to }: PackPoint,
  profile: PackContext['profile'],
): string | null {
  const words = events
    .filter(({ date }) => date >= from && date <= to)
    .map(({ date, title, type }) => {
      const name = profile === 'published' ? capital(type.replaceAll('-', ' ')) : title;
      return `${name} (${formatDate(date)})`;
    });
  return words.length === 0 ? null : words.join('; ');
}

function columnsOf(figure: PackFigure, profile: PackContext['profile']): Column[] {
  const number = (header: string, format: string, style: SeriesStyle, cell: Column['cell']): Column => ({
    header,
    type: 'number',
    format,
    style,
    cell,
  });
  const judged = figure.limits.some(({ mean, trial }) => mean !== null && !trial);
  const limit = (part: 'mean' | 'lower' | 'upper') => (point: PackPoint) =>
    traced(limitsAt(figure, point)?.[part] ?? { symbol: 'x' }, 'limits', point);
  const signalAt = (point: PackPoint) =>
    limitsAt(figure, point)?.signals.find(({ from }) => from === point.from);
  const columns: Column[] = [
    number(valueHeader(figure), formatOf(figure), 'value', valueCell),
    ...(judged
      ? [
          number('Mean', '0.00', 'mean', limit('mean')),
          number('Lower limit', '0.00', 'limit', limit('lower')),
          number('Upper limit', '0.00', 'limit', limit('upper')),
        ]
      : []),
    ...kinds.map(([start, header, style]) =>
      number(header, formatOf(figure), style, (point) =>
        signalAt(point)?.type.startsWith(start) ? valueCell(point) : null,
      ),
    ),
    {
      header: 'Why it is a signal',
      type: 'text',
      width: 27,
      cell: (point) => strongestRule(signalAt(point)?.rules),
    },
    { header: 'Event', type: 'text', width: 34, cell: (point) => eventsAt(figure, point, profile) },
  ];
  return columns.filter(({ cell }) => figure.points.some((point) => cell(point) !== null));
}

function rowsOf({ points }: PackFigure, columns: readonly Column[]): DraftCell[][] {
  return points.flatMap((point, index): DraftCell[][] => {
    const before = points[index - 1];
    const broken = before !== undefined && before.segment !== point.segment;
    return [
      ...(broken
        ? [
            [
              'Series breaks',
              ...columns.map(({ type }): DraftCell => (type === 'number' ? { symbol: 'b' } : null)),
            ],
          ]
        : []),
      [point.period, ...columns.map(({ cell }) => cell(point))],
    ];
  });
}

function chartOf(figure: PackFigure, { grain }: Measure, columns: readonly Column[]): ChartModel {
  const { points, metric } = figure;
  const latest = points.findLast(({ value }) => value !== null);
  const says = variationWords(limitsAt(figure, latest));
  return {
    kind: 'xmr',
    title: `${metric.title} by ${grain}. Latest: ${says.toLowerCase()}`,
    alt: `XmR control chart of ${metric.title.toLowerCase()} by ${grain}, ${points.at(0)?.period ?? ''} to ${points.at(-1)?.period ?? ''}. Latest: ${says.toLowerCase()}. Data in the table on this sheet.`,
    categoryColumn: 'Period',
    xTitle: capital(grain),
    yTitle: valueHeader(figure),
    series: columns.flatMap(({ header, style }) => (style === undefined ? [] : [{ column: header, style }])),
  };
}

const special =
  'Special causes are points above or below the limits, runs above or below the mean, a steady rise or fall, and two of three points high or low, near a limit; the strongest is named.';

async function build(context: PackContext, measure: Measure, name: string): Promise<SheetDraft> {
  const figure = await askMeasure(context, measure);
  const columns = hasValues(figure) ? columnsOf(figure, context.profile) : [];
  const rows = columns.length === 0 ? [] : rowsOf(figure, columns);
  const blanks = rows.some((row) => row.includes(null));
  return {
    name,
    kind: 'data',
    title: `${figure.metric.title} by ${measure.grain}, up to ${formatDate(context.span.period.to)}`,
    lines: sheetLines(context, [figure], figure.reading, {
      more: rows.length === 0 ? [] : [special, ...judgedLines([figure])],
      blanks: blanks ? 'Blank cells mean that the period has no special cause or no event.' : undefined,
      limits: true,
    }),
    table: {
      name: name.toLowerCase(),
      columns: [
        { header: 'Period', type: 'text' },
        ...(rows.length === 0
          ? [{ header: valueHeader(figure), type: 'number' as const }]
          : columns.map(({ cell: _, style: __, ...column }) => column)),
      ],
      rows,
    },
    charts: [chartOf(figure, measure, columns)],
    ...(rows.length === 0 ? { missing: missingSentence(context, measure.mechanism, [figure]) } : {}),
  };
}

export const trendIncidents: PackSheet = {
  id: 'Trend_incidents',
  title: 'Trend of cases received',
  definition: 'Cases received by month for five years as a control chart.',
  build: (context) => build(context, incidentMeasure, 'Trend_incidents'),
};

export const trendAbsence: PackSheet = {
  id: 'Trend_absence',
  title: 'Trend of sickness absence',
  definition: 'Sickness absence by month for five years as a control chart: a proxy.',
  build: (context) => build(context, absenceMeasure, 'Trend_absence'),
};

export const trendTurnover: PackSheet = {
  id: 'Trend_turnover',
  title: 'Trend of staff turnover',
  definition: 'Staff turnover by quarter for five years as a control chart: a proxy.',
  build: (context) => build(context, turnoverMeasure, 'Trend_turnover'),
};
