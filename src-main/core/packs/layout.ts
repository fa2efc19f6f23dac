// Owns where everything of one sheet stands: lines above, table, gutter, charts, print area.
// The rule: the table starts in column A, charts stand to its right and cover no cell with content.
import { columnWidths } from './column-widths.ts';
import { holdings } from './contents.ts';
import { fitLines, indentOf, rowHeight, wrappingTexts } from './measure.ts';
import type { Cell, ColumnModel, SheetModel } from './model.ts';
import {
  type ChartPlan,
  fullerWidth,
  type PageColumns,
  type PrintArea,
  pageColumns,
  placeCharts,
  plainHeight,
  printAreas,
  widthForCharts,
} from './page-layout.ts';
import { shorthandLine } from './shorthand.ts';

export interface LinePlan {
  readonly text: string;
  readonly look: 'heading1' | 'heading2' | 'plain' | 'link';
  readonly link?: string;
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
  /** What is printed; each area begins a page. */
  readonly printed: readonly PrintArea[];
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

const lineHeightOf = ({ look }: LinePlan): number =>
  look === 'heading1' ? 26 : look === 'heading2' ? 24 : plainHeight;

const sumOf = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

interface Spread {
  readonly page: PageColumns;
  readonly lines: readonly LinePlan[];
  readonly heights: readonly number[];
}

/** The page and the lines above the table; wider where charts would be cut, or a last page be nearly empty. */
function spreadSheet(
  sheet: SheetModel,
  rows: SheetPlan['rows'],
  { widths, heights: tableHeights }: { widths: readonly number[]; heights: readonly number[] },
  back: string | undefined,
): Spread {
  const spread = (atLeast?: number): Spread => {
    const page = pageColumns(widths, sheet, atLeast);
    const lines = linesAbove(sheet, rows, page.room, back);
    return { page, lines, heights: [...lines.map(lineHeightOf), ...tableHeights] };
  };
  const first = spread();
  const { page, heights } = first;
  const headerRow = first.lines.length + 1;
  const width = sumOf(page.apart ? page.widths.slice(0, page.firstChart) : page.widths);
  const charts = page.apart ? [] : placeCharts(sheet, headerRow, page, heights);
  const better = Math.max(widthForCharts(charts, heights), fullerWidth(width, headerRow, heights));
  return better > width ? spread(better) : first;
}

/** Lays out one sheet; `contents` is the name of the Contents sheet, to link back to. */
export function planSheet(sheet: SheetModel, number: number, contents: string): SheetPlan {
  const { columns } = sheet.table;
  const rows: SheetPlan['rows'] =
    sheet.table.rows.length > 0 ? sheet.table.rows : [columns.map(() => ({ symbol: 'x' as const }))];
  const cellsOf = columns.map((_, i) => rows.map((row) => row[i] ?? null));
  const formats = columns.map((column, i) => defaultFormat(column, cellsOf[i] ?? []));
  const tableWidths = columnWidths(columns, cellsOf, formats);
  const rooms = columns.map((_, i) => (tableWidths[i] ?? 0) - indentOf(columns, i));
  const headers = columns.map((column) => column.header);
  const tableHeights = [
    rowHeight(headers, rooms, true) + 6,
    ...rows.map((row) => rowHeight(wrappingTexts(row), rooms)),
  ];
  const back = sheet.kind === 'contents' ? undefined : contents;
  const { page, lines, heights } = spreadSheet(
    sheet,
    rows,
    { widths: tableWidths, heights: tableHeights },
    back,
  );
  const headerRow = lines.length + 1;
  const charts = placeCharts(sheet, headerRow, page, heights);
  return {
    sheet,
    number,
    lines,
    headerRow,
    rows,
    formats,
    widths: page.widths,
    heights,
    gutter: columns.length + 1,
    charts,
    printed: printAreas(page, heights.length, charts),
  };
}
