// Works out from the model alone what a written workbook must read back as: cells, and the points of charts.
import { columnLetter, type SheetPlan } from '#core/packs/layout.ts';
import { type Cell, type ChartModel, isDate, isLink, isShorthand } from '#core/packs/model.ts';
import { safeText } from '#core/packs/safe-text.ts';
import { serialOf } from '#core/packs/serial.ts';

/** The type and the value that a cell must read back as. */
export type Value = readonly [type: string, value: string | number];

/** What a cell must read back as, or undefined for a blank one. */
function storedValue(cell: Cell): Value | undefined {
  if (cell === null || cell === '') return undefined;
  if (typeof cell === 'number') return ['number', cell];
  if (isDate(cell)) return ['date', cell.date];
  const text = isShorthand(cell) ? `[${cell.symbol}]` : isLink(cell) ? cell.text : cell;
  return ['text', safeText(text).text];
}

/** The cells of a sheet by their address; blank ones are not there. */
export function expectedCells(plan: SheetPlan): Map<string, Value> {
  const cells = new Map<string, Value>();
  const put = (row: number, column: number, cell: Cell): void => {
    const value = storedValue(cell);
    if (value && value[1] !== '') cells.set(`${columnLetter(column)}${row}`, value);
  };
  plan.lines.forEach(({ text }, i) => {
    put(i + 1, 1, text);
  });
  plan.sheet.table.columns.forEach(({ header }, i) => {
    put(plan.headerRow, i + 1, header);
  });
  plan.rows.forEach((row, r) => {
    row.forEach((cell, c) => {
      put(plan.headerRow + 1 + r, c + 1, cell);
    });
  });
  return cells;
}

const number = (cell: Cell | undefined): number | undefined =>
  typeof cell === 'number'
    ? cell
    : isDate(cell ?? null)
      ? serialOf((cell as { date: string }).date)
      : undefined;

/** A point of a chart: the cell it is drawn from, and what the chart's cache must hold. */
export interface Drawn {
  readonly address: string;
  readonly value: number | string | undefined;
}

/** The cells a chart's column stands for, point by point: a mark steps aside to the empty column beside. */
export function drawnColumn(plan: SheetPlan, chart: ChartModel, header: string, values: boolean): Drawn[] {
  const column = plan.sheet.table.columns.findIndex((entry) => entry.header === header);
  const { from = 0, to = plan.rows.length } = chart.rows ?? {};
  return plan.rows.slice(from, to).map((row, i) => {
    const cell = row[column] ?? null;
    const aside = values && cell !== null && number(cell) === undefined;
    const place = columnLetter(aside ? plan.gutter : column + 1);
    const word = typeof cell === 'string' && !values ? safeText(cell).text : number(cell);
    return { address: `${place}${plan.headerRow + 1 + from + i}`, value: word };
  });
}

/** What openpyxl and LibreOffice call a kind of chart. */
export const classes = (kind: ChartModel['kind']): readonly [string, string] => {
  if (kind === 'km') return ['ScatterChart', 'chart:scatter'];
  return /column|bar/.test(kind) ? ['BarChart', 'chart:bar'] : ['LineChart', 'chart:line'];
};

/** Points as they are drawn: those of a step chart turn a corner between each two. */
export function points(chart: ChartModel, cells: readonly Drawn[], across: boolean): Drawn[] {
  if (chart.kind !== 'km') return [...cells];
  return cells.flatMap((cell, i) => {
    const next = across ? cells[i + 1] : cell;
    return i === cells.length - 1 || next === undefined ? [cell] : [cell, next];
  });
}
