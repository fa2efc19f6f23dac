// Owns the sheet Culture_trend: survey themes wave by wave, one survey under the other.
// The rule: where the answer scale changes, a theme goes on in another column, so that its line has a gap.

import { formatDate } from '#shared/calendar.ts';
import type { ChartModel } from '../model.ts';
import { pointOf, valuesOf } from './asking.ts';
import { valueCell } from './cells.ts';
import { type DraftCell, plain, type SheetDraft } from './draft.ts';
import { missingSentence, sheetLines } from './lines.ts';
import type { PackContext, PackFigure, PackPoint, PackSheet } from './sheet.ts';

/** The four themes that section VII names; they stand first and are the ones drawn. */
const named = ['Communication', 'Collaboration', 'Job satisfaction', 'Perceptions of leadership'];
const mostSeries = 4;
const mostCharts = 4;

/** One column: a theme on the scale it began with, or on another one between two changes of scale. */
interface ThemeColumn {
  readonly theme: string;
  readonly other: boolean;
}

const label = ({ theme, other }: ThemeColumn): string => (other ? `${theme}, other scale` : theme);
const header = (column: ThemeColumn): string => `${label(column)} (per cent)`;

/** The themes of a figure: those that section VII names, others by name, questions without a theme last. */
export function themesOf({ points }: Pick<PackFigure, 'points'>): string[] {
  const rank = (theme: string): number => {
    const at = named.indexOf(theme);
    if (at !== -1) return at;
    return theme === 'No theme' ? named.length + 1 : named.length;
  };
  return valuesOf(points).sort((a, b) => rank(a) - rank(b) || a.localeCompare(b, 'en-GB'));
}

/** Every second segment of a line stands in a column of its own, so that no line runs over a change of scale. */
const onOther = ({ segment }: PackPoint): boolean => segment % 2 === 1;

function columnsOf(figure: PackFigure): ThemeColumn[] {
  return themesOf(figure).flatMap((theme) => {
    const broken = figure.points.some((point) => point.group === theme && onOther(point));
    return broken
      ? [
          { theme, other: false },
          { theme, other: true },
        ]
      : [{ theme, other: false }];
  });
}

function surveyRows(
  { points }: PackFigure,
  replies: PackFigure,
  survey: string,
  columns: readonly ThemeColumn[],
): DraftCell[][] {
  const own = points.filter((point) => point.across === survey && point.suppressed !== 'x');
  const waves = new Map(own.map(({ from, period }) => [from, period]));
  return [...waves].sort().map(([from, period]): DraftCell[] => {
    const here = own.filter((point) => point.from === from);
    const reply = replies.points.find((point) => point.from === from && point.group === survey);
    const cells = columns.map(({ theme, other }): DraftCell => {
      const point = pointOf(here, theme, survey);
      if (point === undefined) return { symbol: other ? 'z' : 'x' };
      return onOther(point) === other ? valueCell(point) : { symbol: 'z' };
    });
    return [survey, period, valueCell(reply), ...cells];
  });
}

/** Charts of the four named themes, a theme's two scales never apart, at most four lines each. */
function chartsOf(
  survey: string,
  columns: readonly ThemeColumn[],
  rows: readonly DraftCell[][],
  from: number,
): ChartModel[] {
  const filled = columns.filter((_, index) =>
    rows.some((row) => typeof plain(row[index + 3] ?? null) === 'number'),
  );
  const every = [...new Set(filled.map(({ theme }) => theme))];
  const themes = every.filter((theme) => theme !== 'No theme' || every.length === 1).slice(0, mostSeries);
  const charts: ThemeColumn[][] = [];
  for (const theme of themes) {
    const lines = filled.filter((column) => column.theme === theme);
    const last = charts.at(-1);
    if (last && last.length + lines.length <= mostSeries) last.push(...lines);
    else charts.push(lines);
  }
  if (rows.length < 2) return [];
  const [first, last] = [String(rows.at(0)?.[1]), String(rows.at(-1)?.[1])];
  return charts.map((lines) => {
    const drawn = [...new Set(lines.map(({ theme }) => theme.toLowerCase()))].join(' and ');
    return {
      kind: 'line',
      title: `Per cent favourable, ${survey}: ${charts.length === 1 ? 'by theme' : drawn}`,
      alt: `Line chart of per cent favourable, ${survey.slice(0, 45)}, ${first} to ${last}: ${drawn.slice(0, 60)}. Gaps mark changes of scale. Data in the table on this sheet.`,
      categoryColumn: 'Wave',
      xTitle: 'Wave',
      yTitle: 'Per cent favourable',
      series: lines.map((column) => ({ column: header(column), label: label(column) })),
      rows: { from, to: from + rows.length },
    };
  });
}

async function build(context: PackContext): Promise<SheetDraft> {
  const { to } = context.span.period;
  const asking = { grain: 'wave' as const, to };
  const figure = await context.ask({ metric: 'survey-favourable', ...asking, split: 'theme-instrument' });
  const replies = await context.ask({ metric: 'survey-responses', ...asking, split: 'instrument' });
  const columns = columnsOf(figure);
  const rows: DraftCell[][] = [];
  const charts: ChartModel[] = [];
  for (const survey of valuesOf(figure.points, 'across')) {
    const own = surveyRows(figure, replies, survey, columns);
    charts.push(...chartsOf(survey, columns, own, rows.length));
    rows.push(...own);
  }
  return {
    name: 'Culture_trend',
    kind: 'data',
    title: `Survey themes by wave, up to ${formatDate(to)}`,
    lines: sheetLines(
      context,
      [figure, replies],
      'The per cent of favourable answers by theme in every wave of each survey. A theme is the plain mean of its questions that enough people answered; surveys differ in who answers, and waves may differ in what they ask. The charts draw the four themes that section VII names, as far as they were asked. Where the answer scale changes, the theme goes on in a column "other scale", and back where it changes again: its line has a gap there, and the parts are not compared.',
    ),
    table: {
      name: 'culture_themes_by_wave',
      columns: [
        { header: 'Survey', type: 'text', width: 20 },
        { header: 'Wave', type: 'text', width: 20 },
        { header: 'Responses', type: 'number', format: '#,##0' },
        ...columns.map((column) => ({ header: header(column), type: 'number' as const, format: '0' })),
      ],
      rows,
    },
    charts: charts.slice(0, mostCharts),
    ...(rows.length === 0 ? { missing: missingSentence(context, 'survey', [figure]) } : {}),
  };
}

export const cultureTrend: PackSheet = {
  id: 'Culture_trend',
  title: 'Culture trend',
  definition: 'Per cent favourable by theme and wave of each survey, with breaks where the scale changed.',
  build,
};
