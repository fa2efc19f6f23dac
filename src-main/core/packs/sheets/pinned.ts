// Owns the sheets Pinned_1, Pinned_2, …: one for each figure that somebody pinned, with what they say of it.
// The rule: it is the figure as the gate answers it now; a note is somebody's own words, so a published pack
// leaves it out.
import { formatDate } from '#shared/calendar.ts';
import type { FigureRequest } from '#shared/schemas/figure.ts';
import type { Pin } from '#shared/schemas/pin.ts';
import type { ChartModel, ColumnModel } from '../model.ts';
import { partCell, valueCell } from './cells.ts';
import type { DraftCell, SheetDraft } from './draft.ts';
import { sheetLines } from './lines.ts';
import type { PackContext, PackFigure, PackPoint, PackSheet } from './sheet.ts';

const mostBars = 24;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const words = (id: string): string => capital(id.replaceAll('-', ' '));

/** A pin that names no last day is shown up to the end of the pack's period. */
function requestOf({ request }: Pin, { span }: PackContext): FigureRequest {
  const { to } = span.period;
  return request.to === undefined && (request.from === undefined || request.from <= to)
    ? { ...request, to }
    : request;
}

type Column = ColumnModel & { cell(point: PackPoint): DraftCell };

const formatOf = ({ points }: PackFigure): string =>
  points.every(({ value }) => value === null || Number.isInteger(value)) ? '#,##0' : '#,##0.0';

/** The headings of the groups: the split in words; both where it is two ways. */
function groupColumns({ points, request }: PackFigure): Column[] {
  const across = points.some((point) => point.across !== null);
  const grouped = points.some((point) => point.group !== null);
  const text = (header: string, cell: Column['cell']): Column => ({ header, type: 'text', cell });
  return [
    ...(grouped
      ? [
          text(
            across ? 'Group' : words(request.split ?? 'group'),
            ({ label, group }) => label ?? group ?? 'All',
          ),
        ]
      : []),
    ...(across ? [text('And', (point) => point.across ?? 'All')] : []),
  ];
}

function columnsOf(figure: PackFigure): Column[] {
  const { points, metric } = figure;
  const number = (header: string, format: string, cell: Column['cell']): Column => ({
    header,
    type: 'number',
    format,
    cell,
  });
  return [
    { header: 'Period', type: 'text', cell: ({ period }) => period },
    ...groupColumns(figure),
    number(capital(metric.unit), formatOf(figure), valueCell),
    ...(points.some(({ base }) => base !== null)
      ? [number('What it rests on (number)', '#,##0', (point) => partCell(point, 'base'))]
      : []),
    ...(points.some(({ interval }) => interval !== null)
      ? [
          number('Lower end of its range', '#,##0.0', (point) => partCell(point, 'lower')),
          number('Upper end of its range', '#,##0.0', (point) => partCell(point, 'upper')),
        ]
      : []),
  ];
}

/** By period; in each the groups as the figure has them. */
const inOrder = ({ points }: PackFigure): PackPoint[] =>
  points
    .map((point, index) => ({ point, index }))
    .sort((a, b) => a.point.from.localeCompare(b.point.from) || a.index - b.index)
    .map(({ point }) => point);

/** A break of the line is a row of its own, so that no chart runs over it. */
function rowsOf(points: readonly PackPoint[], columns: readonly Column[]): DraftCell[][] {
  const breaks: DraftCell[] = columns.map(({ type }, index) =>
    type === 'number' ? { symbol: 'b' } : index === 0 ? 'Series breaks' : { symbol: 'b' },
  );
  return points.flatMap((point, index) => {
    const before = points[index - 1];
    const broken = point.group === null && before !== undefined && before.segment !== point.segment;
    const row = columns.map(({ cell }) => cell(point));
    return broken ? [breaks, row] : [row];
  });
}

/** A line over the periods; or columns of the groups in the last period that shows any. */
function chartsOf(
  figure: PackFigure,
  points: readonly PackPoint[],
  columns: readonly Column[],
): ChartModel[] {
  const { metric } = figure;
  const value = capital(metric.unit);
  const series = [{ column: value }];
  const [first, last] = [points.at(0), points.at(-1)];
  const grouped = points.some(({ group }) => group !== null);
  if (!grouped) {
    if (points.filter((point) => point.value !== null).length < 2) return [];
    return [
      {
        kind: 'line',
        title: `${metric.title}, ${first?.period} to ${last?.period}`,
        alt: `Line chart of ${metric.title.toLowerCase().slice(0, 90)}, ${first?.period} to ${last?.period}. Gaps are hidden or not available. Data in the table on this sheet.`,
        categoryColumn: 'Period',
        xTitle: 'Period',
        yTitle: value,
        series,
      },
    ];
  }
  if (points.some(({ across }) => across !== null)) return [];
  const latest = points.findLast((point) => point.value !== null)?.from;
  const from = points.findIndex((point) => point.from === latest);
  const to = Math.min(points.findLastIndex((point) => point.from === latest) + 1, from + mostBars);
  const header = columns[1]?.header ?? '';
  if (latest === undefined || to - from < 2) return [];
  return [
    {
      kind: 'column',
      title: `${metric.title} by ${header.toLowerCase()}, ${points[from]?.period}`,
      alt: `Column chart of ${metric.title.toLowerCase().slice(0, 80)} by ${header.toLowerCase()}, ${points[from]?.period}, ${to - from} groups. Data in rows ${from + 1} to ${to} of the table on this sheet.`,
      categoryColumn: header,
      xTitle: header,
      yTitle: value,
      series,
      rows: { from, to },
    },
  ];
}

function noteLines({ note }: Pin, { profile }: PackContext): string[] {
  if (note === null || profile === 'published') return [];
  return [`Note by the ${note.role}, ${formatDate(note.at.slice(0, 10))}: ${note.text}`];
}

async function pinnedSheet(context: PackContext, pin: Pin, name: string): Promise<SheetDraft> {
  const figure = await context.ask(requestOf(pin, context));
  const points = inOrder(figure);
  const columns = columnsOf(figure);
  return {
    name,
    kind: 'data',
    title: `Pinned: ${pin.title}`,
    lines: sheetLines(context, [figure], figure.reading, { more: noteLines(pin, context) }),
    table: {
      name: name.toLowerCase(),
      columns: columns.map(({ cell: _, ...column }) => column),
      rows: rowsOf(points, columns),
    },
    charts: chartsOf(figure, points, columns),
    ...(points.length === 0
      ? {
          missing: `What was pinned has no number up to ${formatDate(context.span.period.to)}. It needs data of the kinds: ${figure.metric.kinds.map((kind) => kind.replaceAll('-', ' ')).join(', ')}.`,
        }
      : {}),
  };
}

export const pinned: PackSheet = {
  id: 'Pinned',
  title: 'Pinned figures',
  definition: 'One sheet for each figure that was pinned: its points, what they rest on and a chart.',
  build: async (context) => {
    const sheets: SheetDraft[] = [];
    for (const [index, pin] of (await context.records.pins()).entries())
      sheets.push(await pinnedSheet(context, pin, `Pinned_${index + 1}`));
    return sheets;
  },
};
