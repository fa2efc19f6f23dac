// Owns how a chart is bound to the cells of its sheet: references and cached values.
// The rule: a cell that holds no number is a gap. Excel would draw text as zero, so the reference steps
// aside to the empty gutter cell of the same row.
import type { SheetPlan } from '../layout.ts';
import { shown } from '../measure.ts';
import { type Cell, type ChartModel, isDate, type SeriesModel } from '../model.ts';
import { serialOf } from '../serial.ts';
import { absoluteRange, xmlStored, xmlText } from './xml.ts';

export interface ChartRows {
  readonly from: number;
  readonly to: number;
}

/** The table rows a chart draws, `from` included and `to` not. */
export const chartRows = (chart: ChartModel, rows: number): ChartRows => ({
  from: chart.rows?.from ?? 0,
  to: Math.min(rows, chart.rows?.to ?? rows),
});

/** The place of a column in the table, from 0. */
export const columnIndex = (plan: SheetPlan, header: string): number =>
  plan.sheet.table.columns.findIndex((column) => column.header === header);

const cellsOf = (plan: SheetPlan, column: number, { from, to }: ChartRows): Cell[] =>
  plan.rows.slice(from, to).map((row) => row[column] ?? null);

/** The numbers of a series in order; a gap is undefined. */
export function seriesValues(plan: SheetPlan, series: SeriesModel, rows: ChartRows): (number | undefined)[] {
  return cellsOf(plan, columnIndex(plan, series.column), rows).map((cell) =>
    typeof cell === 'number' ? cell : undefined,
  );
}

/** The number format of a series' column. */
export const seriesFormat = (plan: SheetPlan, series: SeriesModel): string =>
  plan.formats[columnIndex(plan, series.column)] ?? 'General';

function valueReference(plan: SheetPlan, column: number, cells: readonly Cell[], firstRow: number): string {
  const areas: string[] = [];
  let start = 0;
  const drawn = (i: number): boolean => typeof cells[i] === 'number' || cells[i] === null;
  for (let i = 1; i <= cells.length; i++) {
    if (i < cells.length && drawn(i) === drawn(start)) continue;
    const where = drawn(start) ? column + 1 : plan.gutter;
    areas.push(absoluteRange(plan.sheet.name, where, firstRow + start, firstRow + i - 1));
    start = i;
  }
  return areas.length === 1 ? (areas[0] ?? '') : `(${areas.join(',')})`;
}

const point = (index: number, value: string): string => `<c:pt idx="${index}"><c:v>${value}</c:v></c:pt>`;

const reference = (formula: string): string => `<c:f>${xmlText(formula)}</c:f>`;

/** A `<c:numRef>` with its cache. */
export const numbers = (formula: string, format: string, values: readonly (number | undefined)[]): string => {
  const points = values.map((value, i) => (value === undefined ? '' : point(i, String(value))));
  const cache = `<c:formatCode>${xmlStored(format)}</c:formatCode><c:ptCount val="${values.length}"/>${points.join('')}`;
  return `<c:numRef>${reference(formula)}<c:numCache>${cache}</c:numCache></c:numRef>`;
};

const strings = (formula: string, values: readonly string[]): string => {
  const points = values.map((value, i) => point(i, xmlStored(value)));
  const cache = `<c:ptCount val="${values.length}"/>${points.join('')}`;
  return `<c:strRef>${reference(formula)}<c:strCache>${cache}</c:strCache></c:strRef>`;
};

/** `<c:tx>`: the series' name, bound to the header cell unless the author gave another label. */
export function seriesName(plan: SheetPlan, series: SeriesModel): string {
  if (series.label !== undefined) return `<c:tx><c:v>${xmlStored(series.label)}</c:v></c:tx>`;
  const column = columnIndex(plan, series.column) + 1;
  const cell = absoluteRange(plan.sheet.name, column, plan.headerRow, plan.headerRow);
  return `<c:tx>${strings(cell, [series.column])}</c:tx>`;
}

/** The words on the category axis. */
export function categoryLabels(plan: SheetPlan, chart: ChartModel, rows: ChartRows): string[] {
  const column = columnIndex(plan, chart.categoryColumn);
  return cellsOf(plan, column, rows).map((cell) => shown(cell, plan.formats[column] ?? ''));
}

/** `<c:cat>`: the category column of the same rows. */
export function categoryData(plan: SheetPlan, chart: ChartModel, rows: ChartRows): string {
  const column = columnIndex(plan, chart.categoryColumn);
  const first = plan.headerRow + 1;
  const formula = absoluteRange(plan.sheet.name, column + 1, first + rows.from, first + rows.to - 1);
  if (plan.sheet.table.columns[column]?.type === 'text') {
    return `<c:cat>${strings(formula, categoryLabels(plan, chart, rows))}</c:cat>`;
  }
  const values = cellsOf(plan, column, rows).map((cell) =>
    typeof cell === 'number' ? cell : isDate(cell) ? serialOf(cell.date) : undefined,
  );
  return `<c:cat>${numbers(formula, plan.formats[column] ?? 'General', values)}</c:cat>`;
}

/** `<c:val>`: the series' numbers with its gaps. */
export function valueData(plan: SheetPlan, series: SeriesModel, rows: ChartRows): string {
  const column = columnIndex(plan, series.column);
  const cells = cellsOf(plan, column, rows);
  const formula = valueReference(plan, column, cells, plan.headerRow + 1 + rows.from);
  return `<c:val>${numbers(formula, seriesFormat(plan, series), seriesValues(plan, series, rows))}</c:val>`;
}
