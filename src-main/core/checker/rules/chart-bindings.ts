// Owns the rules of what charts draw: bound to cells, remembering what these hold, gaps as gaps (C01, C06).
import type { Book, Chart, Series, SeriesData, Sheet } from '../book/book.ts';
import { type Cell, hasContent } from '../book/cells.ts';
import { type Area, meets } from '../book/references.ts';
import { at, isShorthand, shown } from './look.ts';
import type { Breach, Rule } from './rule.ts';

/** The charts of all sheets, each with the name it is told by. */
export function* charts(book: Book): Generator<{ sheet: Sheet; chart: Chart; label: string }> {
  for (const sheet of book.sheets) {
    for (const [i, chart] of sheet.charts.entries())
      yield { sheet, chart, label: chart.name || `chart ${i + 1}` };
  }
}

const mostPoints = 100_000;

export interface Point {
  readonly index: number;
  readonly row: number;
  readonly column: number;
  readonly cell: Cell | null;
}

/** The cells that a reference names, in the order in which a chart draws them. */
export function pointsOf(sheet: Sheet, areas: readonly Area[]): Point[] {
  const points: Point[] = [];
  for (const { top, bottom, left, right } of areas) {
    if ((bottom - top + 1) * (right - left + 1) + points.length > mostPoints) return points;
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++)
        points.push({ index: points.length, row, column, cell: sheet.cells.at(row, column) });
    }
  }
  return points;
}

const sameNumber = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

const onSheet = (sheet: Sheet, areas: readonly Area[]): boolean =>
  areas.every((area) => area.sheet === null || area.sheet.toLowerCase() === sheet.name.toLowerCase());

/** The table of a sheet in whose body most cells of a reference stand. */
const inTable = (sheet: Sheet, areas: readonly Area[]): boolean =>
  sheet.tables.length === 0 || areas.some((area) => sheet.tables.some(({ range }) => meets(range, area)));

/** The mark that a point hides: its own cell, or the cell of its row in the column that the series draws. */
export function hiddenBehind(sheet: Sheet, point: Point, points: readonly Point[]): Cell | null {
  if (point.cell?.kind === 'text' && isShorthand(point.cell.text)) return point.cell;
  if (hasContent(point.cell)) return null;
  const table = sheet.tables.find(({ first, last }) => point.row >= first && point.row <= last);
  const drawn = points.find(
    ({ column }) => table && column >= table.range.left && column <= table.range.right,
  );
  const cell = drawn ? sheet.cells.at(point.row, drawn.column) : null;
  return cell?.kind === 'text' && isShorthand(cell.text) ? cell : null;
}

function* valueBreaches(sheet: Sheet, label: string, series: Series, data: SeriesData): Generator<Breach> {
  const where = { sheet, part: label };
  const name = series.name ?? 'a series';
  if (data.areas === null || !onSheet(sheet, data.areas)) {
    yield { ...where, message: `The numbers of ${name} are not cells of this sheet.` };
    return;
  }
  if (!inTable(sheet, data.areas))
    yield { ...where, message: `The numbers of ${name} do not stand in the table.` };
  const points = pointsOf(sheet, data.areas);
  if (data.cache === null) return;
  if (data.pointCount !== null && data.pointCount !== points.length)
    yield {
      ...where,
      message: `The chart remembers ${data.pointCount} points of ${name}; the cells are ${points.length}.`,
    };
  for (const point of points) {
    const cached = data.cache.get(point.index);
    if (point.cell?.kind === 'number') {
      if (cached === undefined || !sameNumber(Number(cached), point.cell.number))
        yield {
          ...where,
          cell: at(point),
          message: `The chart remembers another number for ${name} than the cell holds.`,
        };
    } else if (cached !== undefined && Number(cached) !== 0 && hiddenBehind(sheet, point, points) === null)
      yield {
        ...where,
        cell: at(point),
        message: `The chart remembers a number for ${name} where the cell holds none.`,
      };
  }
}

function* wordBreaches(
  book: Book,
  sheet: Sheet,
  label: string,
  data: SeriesData,
  what: string,
): Generator<Breach> {
  if (data.formula === null) return;
  if (data.areas === null || !onSheet(sheet, data.areas)) {
    yield { sheet, part: label, message: `The ${what} are not cells of this sheet.` };
    return;
  }
  if (data.cache === null) return;
  for (const point of pointsOf(sheet, data.areas)) {
    const cached = data.cache.get(point.index);
    if (cached === undefined || !hasContent(point.cell)) continue;
    const same =
      point.cell.kind === 'number'
        ? sameNumber(Number(cached), point.cell.number) || cached === shown(book, point.cell)
        : cached === point.cell.text;
    if (!same) {
      yield {
        sheet,
        part: label,
        cell: at(point),
        message: `The chart remembers other words for the ${what} than the cell holds.`,
      };
      return;
    }
  }
}

function* bindingBreaches(book: Book): Generator<Breach> {
  for (const { sheet, chart, label } of charts(book)) {
    if (chart.series.length === 0) yield { sheet, part: label, message: 'The chart draws nothing.' };
    for (const series of chart.series) {
      if (series.values) yield* valueBreaches(sheet, label, series, series.values);
      if (series.nameData)
        yield* wordBreaches(book, sheet, label, series.nameData, `words for ${series.name ?? 'a series'}`);
    }
    const categories = chart.series.find((series) => series.categories !== null)?.categories;
    if (categories) yield* wordBreaches(book, sheet, label, categories, 'categories');
  }
}

function* gapBreaches(book: Book): Generator<Breach> {
  for (const { sheet, chart, label } of charts(book)) {
    const where = { sheet, part: label };
    let gaps = false;
    for (const { values, name } of chart.series) {
      if (!values?.areas || !onSheet(sheet, values.areas)) continue;
      const points = pointsOf(sheet, values.areas);
      for (const point of points) {
        if (point.cell?.kind === 'number') continue;
        gaps = true;
        const zero =
          values.cache?.get(point.index) !== undefined && Number(values.cache.get(point.index)) === 0;
        if (zero)
          yield {
            ...where,
            cell: at(point),
            message: `${name ?? 'A series'} is drawn as zero where there is no number.`,
          };
        else if (point.cell?.kind === 'text' && hasContent(point.cell))
          yield {
            ...where,
            cell: at(point),
            message: `${name ?? 'A series'} draws a cell that holds text, which Excel draws as zero.`,
          };
      }
    }
    if (gaps && (chart.blanksAs === 'zero' || chart.blanksAs === 'span'))
      yield {
        ...where,
        message: chart.blanksAs === 'zero' ? 'Gaps are drawn as zero.' : 'Gaps are bridged by a line.',
      };
  }
}

export const bindingRules: readonly Rule[] = [
  {
    id: 'C01',
    severity: 'E',
    title: 'Charts are bound to cells of the table on their sheet, and remember what these hold',
    how: 'References of each series against the sheet’s table; remembered numbers and words against the cells.',
    mend: 'Select the series’ cells of this sheet’s table again, and save.',
    unseen: 'A chart that is a picture: that is F11.',
    check: bindingBreaches,
  },
  {
    id: 'C06',
    severity: 'E',
    title: 'Suppressed points are gaps, never zero',
    how: 'How gaps are drawn; text cells and remembered zeros where there is no number.',
    mend: 'Point the series at blank cells where a number is hidden, and show gaps as gaps.',
    unseen: 'A series whose sum tells a hidden point is P03.',
    check: gapBreaches,
  },
];
