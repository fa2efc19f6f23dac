// Owns the rules of how charts look: told in words, titled, told apart, in their place (C02 to C05, C07).
import type { Book, Chart, Series } from '../book/book.ts';
import { contrast, isGrey } from '../book/colours.ts';
import { charts } from './chart-bindings.ts';
import { at } from './look.ts';
import type { Breach, Rule } from './rule.ts';

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
    const covered = { top: from.row + 1, bottom, left: from.column + 1, right: far };
    for (const cell of sheet.cells.inside(covered)) {
      if (cell.shows) {
        yield { ...where, cell: at(cell), message: 'The chart covers a cell with something in it.' };
        break;
      }
    }
  }
}

export const chartRules: readonly Rule[] = [
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
    id: 'C07',
    severity: 'E',
    title: 'Charts stand to the right of the table and cover nothing',
    how: 'Corners of each chart against the table and the cells that show something.',
    mend: 'Move the chart to the right of the table.',
    check: placeBreaches,
  },
];
