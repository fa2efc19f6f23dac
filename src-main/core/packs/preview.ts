// Owns a described pack as it will look: cells as printed, charts with their numbers, what is hidden.
// The rule: it is laid out by what lays out the workbook, so that the two agree cell for cell.
import type { CellSource } from '#shared/schemas/manifest.ts';
import type {
  HiddenCells,
  PreviewCell,
  PreviewChart,
  PreviewFigure,
  PreviewSheet,
} from '#shared/schemas/pack-preview.ts';
import { holdings } from './contents.ts';
import type { DescribedPack } from './describe.ts';
import { categoryLabels, chartRows, seriesValues } from './finish/chart-data.ts';
import { styleAt } from './finish/palette.ts';
import { planSheet, type SheetPlan } from './layout.ts';
import { shown } from './measure.ts';
import { type Cell, type ChartModel, isDate, isLink, isShorthand, type SheetModel } from './model.ts';
import type { CellTrace } from './sheets/draft.ts';
import type { PackFigure } from './sheets/sheet.ts';
import { shorthandLine } from './shorthand.ts';

/** Whether the number at a point of a figure is too small to be shown, whatever stands beside it. */
export type Small = (source: CellSource) => boolean;

type Sources = ReadonlyMap<string, CellSource[]>;

const dated = (day: string, format: string): string => {
  const [year = '', month = '', date = ''] = day.split('-');
  return format.startsWith('dd/mm') ? `${date}/${month}/${year}` : day;
};

function printedCell(cell: Cell, format: string): PreviewCell {
  if (cell === null) return { text: '', look: 'blank' };
  if (typeof cell === 'string') return { text: cell, look: 'text' };
  if (typeof cell === 'number')
    return { text: format === 'General' ? String(cell) : shown(cell, format), look: 'number' };
  if (isShorthand(cell)) return { text: shown(cell, format), look: 'mark' };
  if (isLink(cell)) return { text: cell.text, look: 'link', to: cell.link };
  return isDate(cell) ? { text: dated(cell.date, format), look: 'date' } : { text: '', look: 'blank' };
}

function chartOf(plan: SheetPlan, chart: ChartModel): PreviewChart {
  const rows = chartRows(chart, plan.sheet.table.rows.length);
  const values = (column: string) => seriesValues(plan, { column }, rows).map((value) => value ?? null);
  const { kind, title, alt, xTitle, yTitle } = chart;
  return {
    kind,
    title,
    alt,
    xTitle,
    yTitle,
    categories: categoryLabels(plan, chart, rows),
    ...(kind === 'km' ? { at: values(chart.categoryColumn) } : {}),
    series: chart.series.map(({ column, label, style }, index) => ({
      label: label ?? column,
      style: style ?? styleAt(index),
      values: values(column),
    })),
  };
}

/** The lines as the sheet has them, but not cut to its width. */
function linesOf(sheet: SheetModel, rows: SheetPlan['rows']): string[] {
  const shorthand = shorthandLine({ ...sheet.table, rows });
  const source = sheet.lines.findIndex((line) => line.startsWith('Source'));
  const at = source === -1 ? sheet.lines.length : source;
  return [
    `This sheet has ${holdings(sheet)}.`,
    ...(sheet.missing === undefined ? [] : [sheet.missing]),
    ...sheet.lines.slice(0, at),
    ...(shorthand === undefined ? [] : [shorthand]),
    ...sheet.lines.slice(at),
  ];
}

/**
 * How many cells of a sheet are marks of what is hidden, by whether a number behind them is small. A mark that is
 * of no figure (a record's own) is small by itself: nothing is hidden for the sake of records.
 */
function hiddenOf({ table }: SheetModel, sources: Sources, small: Small): HiddenCells {
  const counts = { own: 0, others: 0 };
  for (const [r, row] of table.rows.entries()) {
    for (const [c, cell] of row.entries()) {
      if (!isShorthand(cell) || cell.symbol !== 'c') continue;
      const of = sources.get(`${r} ${c}`);
      if (of === undefined || of.some(small)) counts.own += 1;
      else counts.others += 1;
    }
  }
  return counts;
}

/** One sheet as it will look. */
function previewSheet(
  sheet: SheetModel,
  number: number,
  contents: string,
  traces: readonly CellTrace[],
  small: Small,
): PreviewSheet {
  const plan = planSheet(sheet, number, contents);
  const of: Sources = new Map(traces.map((trace) => [`${trace.row} ${trace.column}`, [...trace.of]]));
  return {
    name: sheet.name,
    title: sheet.title,
    kind: sheet.kind,
    lines: linesOf(sheet, plan.rows),
    headerRow: plan.headerRow,
    columns: sheet.table.columns.map(({ header, type }, index) => ({
      header,
      numeric: type === 'number',
      width: plan.widths[index] ?? 12,
    })),
    rows: plan.rows.map((row, r) =>
      row.map((cell, c) => {
        const sources = of.get(`${r} ${c}`);
        const printed = printedCell(cell, plan.formats[c] ?? '');
        return sources === undefined ? printed : { ...printed, of: sources };
      }),
    ),
    charts: plan.charts.map(({ chart }) => chartOf(plan, chart)),
    missing: sheet.missing ?? null,
    hidden: hiddenOf(sheet, of, small),
  };
}

/** Every sheet of a described pack as it will look. */
export function previewSheets({ model, traces }: DescribedPack, small: Small): PreviewSheet[] {
  const contents = model.sheets.find(({ kind }) => kind === 'contents')?.name ?? 'Contents';
  const own = new Map<string, CellTrace[]>();
  for (const trace of traces) own.get(trace.sheet)?.push(trace) ?? own.set(trace.sheet, [trace]);
  return model.sheets.map((sheet, index) =>
    previewSheet(sheet, index + 1, contents, own.get(sheet.name) ?? [], small),
  );
}

/** What a figure of the pack is, for whoever asks of one of its cells. */
export const previewFigure = ({
  id,
  metric,
  request,
  provenance,
  warnings,
  reading,
}: PackFigure): PreviewFigure => ({
  id,
  title: metric.title,
  definition: metric.definition,
  unit: metric.unit,
  clause: metric.clause,
  caveat: metric.caveat,
  version: metric.version,
  grain: request.grain ?? null,
  split: request.split ?? null,
  filters: provenance.filters,
  method: provenance.method,
  rule: provenance.suppression.rule,
  imports: provenance.imports,
  warnings,
  reading,
});
