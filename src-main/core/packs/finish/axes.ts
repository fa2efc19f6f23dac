// Owns the axes of a chart: their scale, their titles, how many labels they carry.
// The rule: bars start at zero; a line chart that does not start at zero says so in an axis title.
import type { SheetPlan } from '../layout.ts';
import type { ChartModel } from '../model.ts';
import { chartHeight, chartPixels } from '../page-layout.ts';
import { type ChartRows, categoryLabels, seriesFormat, seriesValues } from './chart-data.ts';
import { gridline, ink } from './palette.ts';
import { outline, solid, stackTotals, textStyle } from './series.ts';
import { xmlText } from './xml.ts';

const categoryAxis = 500_001;
const valueAxis = 500_002;
export const axisIds = `<c:axId val="${categoryAxis}"/><c:axId val="${valueAxis}"/>`;
const labelPixels = 7.5;

export interface Scale {
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  readonly zoomed: boolean;
}

const niceStep = (range: number): number => {
  const power = 10 ** Math.floor(Math.log10(range / 5));
  const ratio = range / 5 / power;
  return power * (ratio <= 1 ? 1 : ratio <= 2 ? 2 : ratio <= 5 ? 5 : 10);
};

const tidy = (value: number): number => Number(value.toPrecision(12));

/** A scale with both ends, which an upright line needs to run from one to the other. */
function wholeScale(low: number, high: number): Scale {
  const flat = low > high * 0.5;
  const step = niceStep(high - (flat || low < 0 ? low : 0));
  const min = flat
    ? Math.max(0, tidy(Math.floor(low / step - 0.5) * step))
    : Math.min(0, tidy(Math.floor(low / step) * step));
  return { min, max: tidy(Math.ceil(high / step + 0.25) * step), step: tidy(step), zoomed: min > 0 };
}

/** The value axis: zero-based for bars, 0 to 100 for stacks of per cent, zoomed for flat lines. */
export function chartScale(plan: SheetPlan, chart: ChartModel, rows: ChartRows): Scale {
  const values = chart.series
    .flatMap((series) => seriesValues(plan, series, rows))
    .filter((v) => v !== undefined);
  const low = Math.min(...values);
  const high = Math.max(...values);
  if (values.length === 0) return { zoomed: false };
  if (chart.kind === 'km')
    return { min: 0, ...(high > 50 && high <= 100 ? { max: 100 } : {}), zoomed: false };
  const marked = chart.series.some(({ style }) => style === 'event');
  if (marked && high > low) return wholeScale(low, high);
  if (low < 0) return { zoomed: false };
  if (chart.kind === 'stacked-bar' || chart.kind === 'stacked-column') {
    const totals = stackTotals(plan, chart, rows).filter((total) => total > 0);
    const percent = totals.length > 0 && totals.every((total) => total > 98.5 && total < 101.5);
    return percent ? { min: 0, max: 100, step: 20, zoomed: false } : { min: 0, zoomed: false };
  }
  if (chart.kind === 'column' || low <= high * 0.5 || high === low) return { min: 0, zoomed: false };
  const step = niceStep(high - low);
  const min = tidy(Math.floor(low / step - 0.5) * step);
  return {
    min: Math.max(0, min),
    max: tidy(Math.ceil(high / step + 0.5) * step),
    step: tidy(step),
    zoomed: min > 0,
  };
}

const run = (text: string, size: number, bold: boolean): string =>
  `<a:r><a:rPr lang="en-GB" sz="${size}" b="${bold ? 1 : 0}">${solid(ink)}<a:latin typeface="Arial"/><a:cs typeface="Arial"/></a:rPr><a:t>${xmlText(text)}</a:t></a:r>`;

interface TitlePlace {
  /** The left top corner as shares of the chart; left to the spreadsheet when not given. */
  readonly at?: { readonly x: number; readonly y: number };
  /** Whether the title runs upwards beside its axis. */
  readonly upright?: boolean;
}

/** A `<c:title>` of one or more lines. */
export function titleXml(
  lines: readonly string[],
  size: number,
  bold: boolean,
  { at, upright = false }: TitlePlace = {},
): string {
  const paragraphs = lines.map(
    (line) =>
      `<a:p><a:pPr algn="l"><a:defRPr sz="${size}" b="${bold ? 1 : 0}"/></a:pPr>${run(line, size, bold)}</a:p>`,
  );
  const layout =
    at === undefined
      ? '<c:layout/>'
      : `<c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="${at.x}"/><c:y val="${at.y}"/></c:manualLayout></c:layout>`;
  return `<c:title><c:tx><c:rich><a:bodyPr rot="${upright ? -5_400_000 : 0}" vert="horz"/><a:lstStyle/>${paragraphs.join('')}</c:rich></c:tx>${layout}<c:overlay val="0"/></c:title>`;
}

/** Every how many categories a label is written so that labels do not run into each other. */
export function labelSkip(labels: readonly string[], plotPixels: number): number {
  const needed = (label: string): number => {
    const words = labels.length <= 12 ? label.split(' ') : [label];
    return Math.max(...words.map((word) => word.length)) * labelPixels + 10;
  };
  const widest = Math.max(1, ...labels.map(needed));
  return Math.max(1, Math.ceil((labels.length * widest) / plotPixels));
}

const line = `<c:spPr>${outline('767676', 0.75)}</c:spPr>`;

function categoryAxisXml(plan: SheetPlan, chart: ChartModel, title: string, skip: number): string {
  const bars = chart.kind === 'stacked-bar';
  const scaling = `<c:scaling><c:orientation val="${bars ? 'maxMin' : 'minMax'}"/></c:scaling>`;
  const skips = bars
    ? '<c:tickLblSkip val="1"/>'
    : `<c:tickLblSkip val="${skip}"/><c:tickMarkSkip val="${skip}"/>`;
  return `<c:catAx><c:axId val="${categoryAxis}"/>${scaling}<c:delete val="0"/><c:axPos val="${bars ? 'l' : 'b'}"/>${title}<c:numFmt formatCode="${xmlText(seriesFormat(plan, { column: chart.categoryColumn }))}" sourceLinked="0"/><c:majorTickMark val="${bars ? 'none' : 'out'}"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>${line}${textStyle(1100, ink, !bars && skip > 1)}<c:crossAx val="${valueAxis}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>${skips}<c:noMultiLvlLbl val="1"/></c:catAx>`;
}

function valueAxisXml(chart: ChartModel, title: string, scale: Scale, format: string): string {
  const bars = chart.kind === 'stacked-bar';
  const max = scale.max === undefined ? '' : `<c:max val="${scale.max}"/>`;
  const min = scale.min === undefined ? '' : `<c:min val="${scale.min}"/>`;
  const scaling = `<c:scaling><c:orientation val="minMax"/>${max}${min}</c:scaling>`;
  const grid = `<c:majorGridlines><c:spPr>${outline(gridline, 0.75)}</c:spPr></c:majorGridlines>`;
  const unit = scale.step === undefined ? '' : `<c:majorUnit val="${scale.step}"/>`;
  return `<c:valAx><c:axId val="${valueAxis}"/>${scaling}<c:delete val="0"/><c:axPos val="${bars ? 'b' : 'l'}"/>${grid}${title}<c:numFmt formatCode="${xmlText(format)}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${textStyle(1100, ink)}<c:crossAx val="${categoryAxis}"/><c:crosses val="${bars ? 'max' : 'autoZero'}"/><c:crossBetween val="${chart.kind === 'km' ? 'midCat' : 'between'}"/>${unit}</c:valAx>`;
}

/** The axis of time under the steps of a scatter chart. */
function timeAxisXml(plan: SheetPlan, chart: ChartModel, title: string): string {
  const format = seriesFormat(plan, { column: chart.categoryColumn });
  return `<c:valAx><c:axId val="${categoryAxis}"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling><c:delete val="0"/><c:axPos val="b"/>${title}<c:numFmt formatCode="${xmlText(format)}" sourceLinked="0"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>${line}${textStyle(1100, ink)}<c:crossAx val="${valueAxis}"/><c:crosses val="autoZero"/><c:crossBetween val="midCat"/></c:valAx>`;
}

/** Where the plot stands, as shares of the chart. */
export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Pixels above bars lying down for the title of their axis: beside long labels it would meet them. */
export const barsTitlePixels = 22;

/** Both axes of the plot in `frame`. */
export function axesXml(plan: SheetPlan, chart: ChartModel, rows: ChartRows, frame: Frame): string {
  const scale = chartScale(plan, chart, rows);
  const bars = chart.kind === 'stacked-bar';
  const caution = scale.zoomed ? ' (the upright axis does not start at zero)' : '';
  const above = frame.y - barsTitlePixels / chartHeight(chart, plan.rows.length);
  const place = bars ? { at: { x: 0.012, y: Number(above.toFixed(4)) } } : {};
  const category = titleXml([chart.xTitle + caution], 1100, false, place);
  const value = titleXml([chart.yTitle], 1100, false, { upright: !bars });
  if (chart.kind === 'km') {
    return timeAxisXml(plan, chart, category) + valueAxisXml(chart, value, scale, formatOf(plan, chart));
  }
  const skip = labelSkip(categoryLabels(plan, chart, rows), frame.w * chartPixels.width);
  return (
    categoryAxisXml(plan, chart, category, skip) + valueAxisXml(chart, value, scale, formatOf(plan, chart))
  );
}

/** The number format of the value axis: that of the first series. */
function formatOf(plan: SheetPlan, { series: [first] }: ChartModel): string {
  return first === undefined ? 'General' : seriesFormat(plan, first);
}
