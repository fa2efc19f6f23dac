// Owns how a sheet is spread over columns and pages: charts right of the table, what is printed together.
// The rule: a page is as wide as what is printed on it, so a wide table and its charts have pages of their own,
// and no chart is cut by the end of a page.
import { widestTable } from './column-widths.ts';
import { drawnCharts } from './contents.ts';
import type { ChartModel, SheetModel } from './model.ts';

/** Pixels of one character and of one point at 96 dpi in Arial 12. */
const pixelsPerCharacter = 9;
const pixelsPerPoint = 96 / 72;
/** The height in points of a row that holds a line of text, or nothing. */
export const plainHeight = 18;
const chartColumns = 6;
const chartColumnWidth = 12;
/** Columns of a chart that has a page of its own, at most. */
const widestChart = 12;
export const chartPixels = { width: chartColumns * chartColumnWidth * pixelsPerCharacter, height: 408 };

/** The height of a chart in pixels: a bar lying down has room for a label of three lines. */
export function chartHeight(chart: ChartModel, rows: number): number {
  if (['xmr', 'run', 'its', 'km'].includes(chart.kind)) return chartPixels.height + 72;
  if (chart.kind !== 'stacked-bar') return chartPixels.height;
  const bars = Math.min(rows, chart.rows?.to ?? rows) - (chart.rows?.from ?? 0);
  return Math.max(chartPixels.height, 170 + (chart.series.length > 1 ? 24 : 0) + 48 * bars);
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

/** Cells from a corner to another, both 1-based and included. */
export interface PrintArea {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const gutterWidth = 8;
const chartsWidth = gutterWidth + chartColumns * chartColumnWidth;
/** What a page of A4 holds in Arial 12: nothing is printed larger. */
const plainPage = 112;
/** Height of an A4 page in pixels for each character of width that is fitted to it. */
const pagePixelsPerCharacter = 6;
/** A page is filled less exactly than it is worked out: printers and programs differ. */
const surePixelsPerCharacter = 5.75;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

export interface PageColumns {
  readonly widths: readonly number[];
  /** The column of the charts' left edge, from 0. */
  readonly firstChart: number;
  /** How many columns each chart spans. */
  readonly chartSpan: number;
  /** Whether the charts are printed on pages of their own. */
  readonly apart: boolean;
  /** Characters that a line above the table may take. */
  readonly room: number;
}

/**
 * The columns of a sheet: the table, the gutter and the charts, and as many more as carry the lines above and,
 * where charts are printed beside the table, keep them on the first page; `atLeast` characters in all.
 */
export function pageColumns(table: readonly number[], sheet: SheetModel, atLeast = 0): PageColumns {
  const charts = drawnCharts(sheet);
  const heights = charts.map((chart) => chartHeight(chart, sheet.table.rows.length) + plainHeight);
  const above = (sheet.lines.length + 6) * plainHeight * pixelsPerPoint;
  const tooTall = above + sum(heights) > widestTable * surePixelsPerCharacter;
  const apart = charts.length > 0 && (tooTall || sum(table) + chartsWidth > widestTable);
  // A cover is one page: its table, rows with their space, counts as what stands beside it does elsewhere.
  const cover = sheet.kind === 'cover' ? above + (sheet.table.rows.length + 2) * plainHeight * 1.5 : 0;
  const down = charts.length === 0 || apart ? cover : above + sum(heights);
  const carried = Math.max(plainPage, sheet.title.length * 1.5, down / pagePixelsPerCharacter);
  const wanted = Math.max(Math.min(widestTable, carried), atLeast);
  const beside = charts.length > 0 ? Array<number>(chartColumns).fill(chartColumnWidth) : [];
  const widths = charts.length > 0 ? [...table, gutterWidth] : [...table];
  const firstChart = widths.length;
  if (!apart) widths.push(...beside);
  while (sum(widths) < wanted) widths.push(chartColumnWidth);
  const room = Math.floor(sum(widths)) - 4;
  if (!apart) return { widths, firstChart, chartSpan: chartColumns, apart, room };
  // As wide as keeps the tallest chart on a page, under the repeated header row.
  const tallest = Math.max(...heights) / (pagePixelsPerCharacter - 1);
  while (sum(beside) < tallest) beside.push(chartColumnWidth);
  const chartSpan = Math.min(beside.length, widestChart);
  return { widths: [...widths, ...beside], firstChart: widths.length, chartSpan, apart, room };
}

/** A last page filled less than this is not worth its paper, if a wider page in smaller print saves it. */
const scantPage = 0.5;
const mostWidened = 1.2;
/** Up to this width Arial 12 prints at 9 points or more. */
const easyPrint = 150;

/** How many pages the rows of a table take at a width, and how far the last is filled. */
function pagesOf(width: number, headerRow: number, heights: readonly number[]): number {
  const room = width * surePixelsPerCharacter;
  const repeated = pixels(heights, headerRow - 1);
  let pages = 0;
  let used = 0;
  for (const [row] of heights.entries()) {
    const height = pixels(heights, row);
    if (used > 0 && used + height > room) {
      pages += 1;
      used = repeated;
    }
    used += height;
  }
  return pages + Math.min(1, used / room);
}

/** The least width, somewhat more than `width`, at which a table has no nearly empty last page; else `width`. */
export function fullerWidth(width: number, headerRow: number, heights: readonly number[]): number {
  const pages = pagesOf(width, headerRow, heights);
  if (pages <= 1 || pages - Math.floor(pages) > scantPage) return width;
  for (let wider = width; wider <= Math.max(easyPrint, width * mostWidened); wider += 2) {
    if (pagesOf(wider, headerRow, heights) <= Math.floor(pages)) return wider;
  }
  return width;
}

const pixels = (heights: readonly number[], row: number): number =>
  Math.round((heights[row] ?? plainHeight) * pixelsPerPoint);

/** The corner `pixelsDown` below the top of `row`. */
function corner(column: number, row: number, pixelsDown: number, heights: readonly number[]): Corner {
  const height = pixels(heights, row);
  if (pixelsDown < height) return { column, row, dy: pixelsDown };
  return corner(column, row + 1, pixelsDown - height, heights);
}

/**
 * Charts stand one below another, each from the top of a row. They start under the header row: what stands beside
 * a repeated row would be printed on every page.
 */
export function placeCharts(
  sheet: SheetModel,
  headerRow: number,
  { firstChart, chartSpan }: PageColumns,
  heights: readonly number[],
): ChartPlan[] {
  let row = headerRow;
  return drawnCharts(sheet).map((chart) => {
    const from = { column: firstChart, row, dy: 0 };
    const to = corner(firstChart + chartSpan, row, chartHeight(chart, sheet.table.rows.length), heights);
    row = to.row + 2;
    return { chart, from, to };
  });
}

/** The width of a page that holds the charts beside its table, from its top down to the end of the last. */
export function widthForCharts(charts: readonly ChartPlan[], heights: readonly number[]): number {
  const last = charts.at(-1)?.to;
  if (last === undefined) return 0;
  let down = last.dy;
  for (let row = 0; row < last.row; row++) down += pixels(heights, row);
  return down / surePixelsPerCharacter;
}

/** The areas to print: all in one, or the table and then each chart. */
export function printAreas(
  { widths, firstChart, apart }: PageColumns,
  tableEnd: number,
  charts: readonly ChartPlan[],
): PrintArea[] {
  const ends = charts.map(({ to }) => to.row + 1);
  if (!apart) return [{ left: 1, top: 1, right: widths.length, bottom: Math.max(tableEnd, ...ends) }];
  return [
    { left: 1, top: 1, right: firstChart, bottom: tableEnd },
    ...charts.map(({ from, to }) => ({
      left: firstChart + 1,
      top: from.row + 1,
      right: widths.length,
      bottom: to.row + 1,
    })),
  ];
}
