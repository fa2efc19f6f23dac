// Owns the rules of charts: bound to cells, told in words, titled, told apart, drawn truly (C01 to C07).
import type { Book, Chart, Series, SeriesData, Sheet } from '../book/book.ts';
import { type Cell, hasContent } from '../book/cells.ts';
import { contrast, isGrey } from '../book/colours.ts';
import { type Area, meets } from '../book/references.ts';
import { at, isShorthand, shown } from './look.ts';
import type { Breach, Rule } from './rule.ts';

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

const kindWord = /\b(chart|graph|plot|diagram|histogram|map)s?\b/i;
const placeWord = /\b(table|sheet|worksheet|columns?|cells?|rows?)\b/i;

function wrongAlt(alt: string): string | null {
  const text = alt.trim();
  if (text === '') return 'The chart has no alternative text.';
  if (/^(chart|graph|diagram|picture|graphic|object) ?\d*$/i.test(text))
    return 'The alternative text is only a name.';
  if (!kindWord.test(text)) return 'The alternative text does not say what kind of chart it is.';
  if (text.length < 40) return 'The alternative text is too short to say what the chart shows.';
  if (text.length > 300) return `The alternative text has ${text.length} characters; about 250 are read out.`;
  return placeWord.test(text) ? null : 'The alternative text does not say where the data are.';
}

function* altBreaches(book: Book): Generator<Breach> {
  const seen = new Set<string>();
  for (const { sheet, chart, label } of charts(book)) {
    const message = wrongAlt(chart.alt);
    if (message !== null) yield { sheet, part: label, message };
    else if (seen.has(chart.alt.trim().toLowerCase()))
      yield { sheet, part: label, message: 'Another chart has the same alternative text.' };
    seen.add(chart.alt.trim().toLowerCase());
  }
}

function* titleBreaches(book: Book): Generator<Breach> {
  for (const { sheet, chart, label } of charts(book)) {
    const where = { sheet, part: label };
    if (chart.title === '') yield { ...where, message: 'The chart has no title.' };
    if (chart.solid) yield { ...where, message: 'The chart is three-dimensional.' };
    const visible = chart.axes.filter(({ deleted }) => !deleted);
    for (const axis of visible) {
      if (axis.title === '')
        yield { ...where, message: `The ${axis.kind === 'valAx' ? 'value' : 'category'} axis has no title.` };
      else if (axis.title.includes('%'))
        yield { ...where, message: 'An axis title gives its unit as a sign.' };
    }
    const scatter = chart.plots.every((plot) => plot === 'scatterChart' || plot === 'bubbleChart');
    const most = scatter ? 2 : 1;
    const flagged = /second(ary)? axis|two axes|right-hand axis/i.test(`${chart.alt} ${chart.title}`);
    if (visible.filter(({ kind }) => kind === 'valAx').length > most && !flagged)
      yield { ...where, message: 'The chart has two value axes, and does not say so.' };
  }
}

const palette = new Set([
  '12436D',
  '28A197',
  '801650',
  'F46A25',
  '3D3D3D',
  'A285D1',
  '2073BC',
  '6BACE6',
  'BFBFBF',
]);
const reference =
  /\b(mean|average|median|limit|target|baseline|expected|benchmark|counterfactual|forecast|projected|trend line)\b/i;

const cachedValues = ({ values }: Series): string => JSON.stringify([...(values?.cache ?? [])]);

/** Whether a series only marks points of another: no line, and numbers that are all another's. */
function isOverlay(series: Series, others: readonly Series[]): boolean {
  const own = series.values?.cache;
  if (series.lineDrawn || !own || own.size === 0) return !series.lineDrawn && series.plot === 'lineChart';
  return others.some(({ values }) => {
    const theirs = values?.cache;
    return (
      theirs &&
      theirs !== own &&
      theirs.size >= own.size &&
      [...own].every(([i, value]) => theirs.get(i) === value)
    );
  });
}

/** A dashed grey line without markers, as bounds of a range are drawn. */
const isBound = (series: Series): boolean =>
  isLine(series) &&
  series.lineDrawn &&
  series.marker === 'none' &&
  series.dash !== 'solid' &&
  series.colour !== null &&
  isGrey(series.colour);

/** One or two markers without a line, as an event is drawn. */
const isEvent = ({ lineDrawn, plot, values }: Series): boolean =>
  plot === 'lineChart' && !lineDrawn && (values?.cache?.size ?? 9) <= 2;

/** A line without markers that keeps one height, as a mean or a target does. */
function isLevel({ values, marker }: Series): boolean {
  const cache = values?.cache;
  return marker === 'none' && cache != null && cache.size >= 6 && new Set(cache.values()).size === 1;
}

/** Series that stand for categories: not bounds, levels and events, and not markers on another line. */
const categorical = (chart: Chart): Series[] =>
  chart.series.filter(
    (series) =>
      !reference.test(series.name ?? '') &&
      !isBound(series) &&
      !isLevel(series) &&
      !isEvent(series) &&
      !isOverlay(series, chart.series),
  );

function* apartBreaches(book: Book): Generator<Breach> {
  for (const { sheet, chart, label } of charts(book)) {
    const where = { sheet, part: label };
    const own = categorical(chart);
    if (own.length > 4)
      yield { ...where, message: `The chart has ${own.length} series; four can be told apart.` };
    const odd = chart.series.find(({ colour }) => colour !== null && !palette.has(colour) && !isGrey(colour));
    if (odd)
      yield {
        ...where,
        message: `The colour of ${odd.name ?? 'a series'} is not of the Analysis Function’s palette.`,
      };
    const twins = own.find((series, i) => own.slice(0, i).some((other) => alike(series, other)));
    if (twins)
      yield { ...where, message: `${twins.name ?? 'A series'} differs from another only by its colour.` };
  }
}

const isLine = ({ plot }: Series): boolean => plot === 'lineChart' || plot === 'scatterChart';

/** Whether two series differ by colour alone. Bars are told apart by labels, patterns or lightness. */
function alike(a: Series, b: Series): boolean {
  if (a.plot !== b.plot || cachedValues(a) === '[]') return false;
  if (isLine(a))
    return (
      a.marker === b.marker && a.dash === b.dash && a.lineDrawn === b.lineDrawn && !(a.labelled && b.labelled)
    );
  if (a.labelled || b.labelled || a.patterned !== b.patterned) return false;
  return a.colour !== null && b.colour !== null && contrast(a.colour, b.colour) < 1.25;
}

function* zeroBreaches(book: Book): Generator<Breach> {
  for (const { sheet, chart, label } of charts(book)) {
    if (!chart.plots.some((plot) => /bar|area/i.test(plot))) continue;
    const axis = chart.axes.find(({ kind, min }) => kind === 'valAx' && min !== null && min > 0);
    if (axis) yield { sheet, part: label, message: `The value axis starts at ${axis.min}.` };
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

function* placeBreaches(book: Book): Generator<Breach> {
  for (const { sheet, chart, label } of charts(book)) {
    const { anchor } = chart;
    if (!anchor || sheet.type !== 'worksheet') continue;
    const where = { sheet, part: label };
    const right = Math.max(0, ...sheet.tables.map(({ range }) => range.right));
    if (anchor.from.column < right) {
      yield { ...where, message: 'The chart does not stand to the right of the table.' };
      continue;
    }
    const { from, to } = anchor;
    const bottom = to.row + (to.intoRow ? 1 : 0);
    const far = to.column + (to.intoColumn ? 1 : 0);
    for (const cell of sheet.cells) {
      if (cell.row > bottom) break;
      if (cell.row > from.row && cell.column > from.column && cell.column <= far && hasContent(cell)) {
        yield { ...where, cell: at(cell), message: 'The chart covers a cell with something in it.' };
        break;
      }
    }
  }
}

export const chartRules: readonly Rule[] = [
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
    id: 'C02',
    severity: 'E',
    title: 'Each chart has an alternative text of its own: kind, what, period, finding, where the data are',
    how: 'The description of the drawing: 40 to 300 characters, with a word for the kind of chart and one for the place of the data.',
    mend: 'Write one or two sentences of at most 250 characters (Edit alt text).',
    unseen: 'Whether the text tells the truth and names the main finding.',
    check: altBreaches,
  },
  {
    id: 'C03',
    severity: 'E',
    title: 'Each chart has a title and axis titles with units, is flat, and has one value axis',
    how: 'Titles, axes and kinds of the chart part.',
    mend: 'Add the titles with units in words; use a flat chart with one value axis.',
    check: titleBreaches,
  },
  {
    id: 'C04',
    severity: 'E',
    title: 'At most four categories, in the Analysis Function’s colours, and not told apart by colour alone',
    how: 'Series other than means, limits, greys that stay behind and markers on another line: their number, colours, dashes, markers and labels. Bars may differ in lightness.',
    mend: 'Split the chart, use the palette, and give each line a marker or dash of its own.',
    check: apartBreaches,
  },
  {
    id: 'C05',
    severity: 'W',
    title: 'Axes of bars start at zero',
    how: 'The least value of value axes of bar, column and area charts.',
    mend: 'Set the least value of the axis to 0.',
    check: zeroBreaches,
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
  {
    id: 'C07',
    severity: 'E',
    title: 'Charts stand to the right of the table and cover nothing',
    how: 'Corners of each chart against the table and the cells that show something.',
    mend: 'Move the chart to the right of the table.',
    check: placeBreaches,
  },
];
