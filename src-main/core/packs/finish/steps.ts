// Owns the steps of a Kaplan-Meier chart: a scatter chart with straight lines from corner to corner.
// The rule: the table has one row a step. A corner is a pair of its cells, each named twice in the references,
// so that the line is level from one time to the next and every point drawn is a cell.
import type { SheetPlan } from '../layout.ts';
import type { ChartModel, SeriesModel } from '../model.ts';
import { type ChartRows, columnIndex, numbers, seriesFormat, seriesValues } from './chart-data.ts';
import { absoluteRange } from './xml.ts';

/** Excel reads some 8,000 characters of a reference, and a step takes two cells. */
export const mostSteps = (sheetName: string): number => Math.floor(4000 / (sheetName.length + 12));

/** The row of the time and the row of the height of each corner, in the order they are drawn. */
function corners(steps: number): { time: number[]; height: number[] } {
  const all = Array.from({ length: 2 * steps - 1 }, (_, i) => i);
  return { time: all.map((i) => Math.ceil(i / 2)), height: all.map((i) => Math.floor(i / 2)) };
}

/** The times as numbers; a row without one is undefined. */
export const stepTimes = (plan: SheetPlan, chart: ChartModel, rows: ChartRows): (number | undefined)[] =>
  seriesValues(plan, { column: chart.categoryColumn }, rows);

/** `<c:xVal>` and `<c:yVal>` of one series. */
export function stepData(plan: SheetPlan, chart: ChartModel, series: SeriesModel, rows: ChartRows): string {
  const { time, height } = corners(rows.to - rows.from);
  const times = stepTimes(plan, chart, rows);
  const values = seriesValues(plan, series, rows);
  const row = plan.headerRow + 1 + rows.from;
  const cells = (column: number, from: number, to = from): string =>
    absoluteRange(plan.sheet.name, column + 1, row + from, row + to);
  const timeColumn = columnIndex(plan, chart.categoryColumn);
  const column = columnIndex(plan, series.column);
  const across = times.map((_, i) => cells(timeColumn, i, Math.min(i + 1, times.length - 1)));
  const up = height.map((i) => cells(values[i] === undefined ? plan.gutter - 1 : column, i));
  const pick = (from: readonly (number | undefined)[], at: readonly number[]) => at.map((i) => from[i]);
  const x = numbers(`(${across.join(',')})`, plan.formats[timeColumn] ?? 'General', pick(times, time));
  const y = numbers(`(${up.join(',')})`, seriesFormat(plan, series), pick(values, height));
  return `<c:xVal>${x}</c:xVal><c:yVal>${y}</c:yVal>`;
}
