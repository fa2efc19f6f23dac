// Owns where everything of one sheet stands: lines above, table, gutter, charts, print area.
// The rule: the table starts in column A, charts stand to its right and cover no cell with content.
import { drawnCharts, holdings } from './contents.ts';
import { columnWidth, fitLines, indentOf, rowHeight, wrappingTexts } from './measure.ts';
import type { Cell, ChartModel, ColumnModel, SheetModel } from './model.ts';
import { shorthandLine } from './shorthand.ts';

/** Pixels of one character and of one point at 96 dpi in Arial 12. */
const pixelsPerCharacter = 9;
const pixelsPerPoint = 96 / 72;
/** The height in points of a row that holds a line of text, or nothing. */
export const plainHeight = 18;
const gutterWidth = 8;
const chartColumns = 6;
const chartColumnWidth = 12;
const chartGap = 24;
export const chartPixels = { width: chartColumns * chartColumnWidth * pixelsPerCharacter, height: 408 };

/** The height of a chart in pixels: a bar lying down has room for a label of three lines. */
export function chartHeight(chart: ChartModel, rows: number): number {
  if (['xmr', 'run', 'its', 'km'].includes(chart.kind)) return chartPixels.height + 72;
  if (chart.kind !== 'stacked-bar') return chartPixels.height;
  const bars = Math.min(rows, chart.rows?.to ?? rows) - (chart.rows?.from ?? 0);
  return Math.max(chartPixels.height, 170 + (chart.series.length > 1 ? 24 : 0) + 48 * bars);
}

export interface LinePlan {
  readonly text: string;
  readonly look: 'heading1' | 'heading2' | 'plain' | 'link';
  readonly link?: string;
}

/** A corner of a chart: zero-based column and row, and the offset into that cell in pixels. */
export interface Corner {
  readonly column: number;
  readonly row: number;
  readonly dy: number;
}

export interface ChartPlan {
  readonly chart: ChartModel;
  readonly from: Corner;
  readonly to: Corner;
}

/** One sheet laid out. Rows are 1-based as in Excel; `heights[i]` is row i + 1 in points. */
export interface SheetPlan {
  readonly sheet: SheetModel;
  readonly number: number;
  readonly lines: readonly LinePlan[];
  readonly headerRow: number;
  readonly rows: readonly (readonly Cell[])[];
  readonly formats: readonly string[];
  readonly widths: readonly number[];
  readonly heights: readonly number[];
  /** 1-based column right of the table that stays empty: chart gaps point at its cells. */
  readonly gutter: number;
  readonly charts: readonly ChartPlan[];
  readonly lastColumn: number;
  readonly lastRow: number;
}

/** "A" for 1, "AA" for 27. */
export const columnLetter = (n: number): string =>
  n > 26
    ? columnLetter(Math.floor((n - 1) / 26)) + columnLetter(((n - 1) % 26) + 1)
    : String.fromCharCode(64 + n);

const defaultFormat = (column: ColumnModel, cells: readonly Cell[]): string => {
  if (column.format !== undefined) return column.format;
  if (column.type === 'date') return 'dd/mm/yyyy';
  if (column.type === 'text') return 'General';
  return cells.every((cell) => typeof cell !== 'number' || Number.isInteger(cell)) ? '#,##0' : '#,##0.0';
};

function linesAbove(
  sheet: SheetModel,
  rows: SheetPlan['rows'],
  room: number,
  back: string | undefined,
): LinePlan[] {
  const shorthand = shorthandLine({ ...sheet.table, rows });
  const source = sheet.lines.findIndex((line) => line.startsWith('Source'));
  const at = source === -1 ? sheet.lines.length : source;
  const told = [
    ...(sheet.missing === undefined ? [] : [sheet.missing]),
    ...sheet.lines.slice(0, at),
    ...(shorthand === undefined ? [] : [shorthand]),
    ...sheet.lines.slice(at),
  ];
  return [
    { text: sheet.title, look: 'heading1' },
    { text: `This sheet has ${holdings(sheet)}.`, look: 'plain' },
    ...(back === undefined ? [] : [{ text: `Go to ${back}`, look: 'link' as const, link: back }]),
    ...told.flatMap((line) => fitLines(line, room)).map((text) => ({ text, look: 'plain' as const })),
    ...(sheet.kind === 'cover' ? [{ text: 'Details of this workbook', look: 'heading2' as const }] : []),
  ];
}

function corner(column: number, pixelsDown: number, heights: readonly number[]): Corner {
  let left = pixelsDown;
  for (let row = 0; ; row++) {
    const height = Math.round((heights[row] ?? plainHeight) * pixelsPerPoint);
    if (left < height) return { column, row, dy: left };
    left -= height;
  }
}

/** Charts start under the header row: what stands beside a repeated row would be printed on every page. */
function placeCharts(
  sheet: SheetModel,
  headerRow: number,
  gutter: number,
  heights: readonly number[],
): ChartPlan[] {
  let top = 0;
  for (let row = 0; row < headerRow; row++) top += Math.round((heights[row] ?? plainHeight) * pixelsPerPoint);
  return drawnCharts(sheet).map((chart) => {
    const bottom = top + chartHeight(chart, sheet.table.rows.length);
    const from = corner(gutter, top, heights);
    top = bottom + chartGap;
    return { chart, from, to: corner(gutter + chartColumns, bottom, heights) };
  });
}

/** Height of an A4 page in pixels for each character of width that is fitted to it. */
const pagePixelsPerCharacter = 6;

/**
 * Widths of the columns to print: the table, the gutter and the charts, and as many more as carry the
 * lines above and keep the charts on the first page (a wider print area is scaled down further).
 */
function printedWidths(table: readonly number[], sheet: SheetModel): number[] {
  const charts = drawnCharts(sheet);
  const widths: number[] = [...table];
  if (charts.length > 0) widths.push(gutterWidth, ...Array(chartColumns).fill(chartColumnWidth));
  const above = (sheet.lines.length + 6) * plainHeight * pixelsPerPoint;
  const heights = charts.map((chart) => chartHeight(chart, sheet.table.rows.length) + chartGap);
  const down = charts.length === 0 ? 0 : heights.reduce((sum, height) => sum + height, above);
  const wanted = Math.min(180, Math.max(100, sheet.title.length * 1.5, down / pagePixelsPerCharacter));
  while (widths.reduce((sum, width) => sum + width, 0) < wanted) widths.push(chartColumnWidth);
  return widths;
}

/** Lays out one sheet; `contents` is the name of the Contents sheet, to link back to. */
export function planSheet(sheet: SheetModel, number: number, contents: string): SheetPlan {
  const { columns } = sheet.table;
  const rows: SheetPlan['rows'] =
    sheet.table.rows.length > 0 ? sheet.table.rows : [columns.map(() => ({ symbol: 'x' as const }))];
  const cellsOf = columns.map((_, i) => rows.map((row) => row[i] ?? null));
  const formats = columns.map((column, i) => defaultFormat(column, cellsOf[i] ?? []));
  const tableWidths = columns.map((column, i) =>
    columnWidth(column, cellsOf[i] ?? [], formats[i] ?? '', indentOf(columns, i)),
  );
  const widths = printedWidths(tableWidths, sheet);
  const room = Math.floor(widths.reduce((sum, width) => sum + width, 0)) - 4;
  const lines = linesAbove(sheet, rows, room, sheet.kind === 'contents' ? undefined : contents);
  const headerRow = lines.length + 1;
  const rooms = columns.map((_, i) => (tableWidths[i] ?? 0) - indentOf(columns, i));
  const heights = [
    ...lines.map((line) => (line.look === 'heading1' ? 26 : line.look === 'heading2' ? 24 : plainHeight)),
    rowHeight(
      columns.map((column) => column.header),
      rooms,
      true,
    ) + 6,
    ...rows.map((row) => rowHeight(wrappingTexts(row), rooms)),
  ];
  const gutter = columns.length + 1;
  const charts = placeCharts(sheet, headerRow, gutter, heights);
  const chartEnd = Math.max(0, ...charts.map((plan) => plan.to.row + 1));
  return {
    sheet,
    number,
    lines,
    headerRow,
    rows,
    formats,
    widths,
    heights,
    gutter,
    charts,
    lastColumn: widths.length,
    lastRow: Math.max(heights.length, chartEnd),
  };
}
