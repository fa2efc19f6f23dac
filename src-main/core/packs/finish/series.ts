// Owns one `<c:ser>` of a line or bar chart: its look, its labels, its data.
// The rule: element order is the schema's; Excel refuses a chart that breaks it.
import type { SheetPlan } from '../layout.ts';
import type { ChartModel, SeriesModel } from '../model.ts';
import {
  type ChartRows,
  categoryData,
  seriesFormat,
  seriesName,
  seriesValues,
  valueData,
} from './chart-data.ts';
import { ink, type SeriesLook, seriesLooks, styleAt } from './palette.ts';
import { stepData } from './steps.ts';
import { xmlText } from './xml.ts';

const emuPerPoint = 12_700;
const mostLabelledBars = 30;

export const solid = (colour: string): string => `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;

export const outline = (colour: string, points: number, dash = 'solid'): string =>
  `<a:ln w="${Math.round(points * emuPerPoint)}" cap="${dash === 'solid' ? 'rnd' : 'flat'}">${solid(colour)}<a:prstDash val="${dash}"/><a:round/></a:ln>`;

/** Whether a chart is lines over categories, as against bars and the steps of a scatter chart. */
export const drawsLines = ({ kind }: ChartModel): boolean =>
  kind === 'line' || kind === 'xmr' || kind === 'run' || kind === 'its';

const noLine = '<a:ln><a:noFill/></a:ln>';

const lineShape = (look: SeriesLook): string =>
  `<c:spPr>${look.width === 0 ? noLine : outline(look.colour, look.width, look.dash)}</c:spPr>`;

const marker = (look: SeriesLook): string =>
  look.marker === 'none'
    ? '<c:marker><c:symbol val="none"/></c:marker>'
    : `<c:marker><c:symbol val="${look.marker}"/><c:size val="${look.markerSize}"/><c:spPr>${solid(look.colour)}${outline(look.colour, 0.75)}</c:spPr></c:marker>`;

/** Text properties of chart words; `auto` lets labels that do not fit be skipped instead of broken. */
export const textStyle = (size: number, colour: string, auto = false): string =>
  `<c:txPr><a:bodyPr rot="${auto ? -60_000_000 : 0}" vert="horz"/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${size}" b="0">${solid(colour)}<a:latin typeface="Arial"/><a:cs typeface="Arial"/></a:defRPr></a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>`;

/** Value labels on bars where they can be read: few bars, and segments wide enough to hold them. */
function barLabels(
  plan: SheetPlan,
  chart: ChartModel,
  series: SeriesModel,
  rows: ChartRows,
  look: SeriesLook,
): string {
  const count = rows.to - rows.from;
  const stacked = chart.kind !== 'column';
  const most = chart.kind === 'stacked-bar' ? mostLabelledBars : 10;
  if (stacked ? count > most : count * chart.series.length > mostLabelledBars) return '';
  const totals = stacked ? stackTotals(plan, chart, rows) : [];
  const tallest = Math.max(0, ...totals);
  const tooSmall = seriesValues(plan, series, rows).flatMap((value, i) =>
    stacked && value !== undefined && value < tallest * 0.07
      ? [`<c:dLbl><c:idx val="${i}"/><c:delete val="1"/></c:dLbl>`]
      : [],
  );
  const format = `<c:numFmt formatCode="${xmlText(seriesFormat(plan, series))}" sourceLinked="0"/>`;
  const shape = '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>';
  const flags =
    '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>';
  const position = `<c:dLblPos val="${stacked ? 'ctr' : 'outEnd'}"/>`;
  return `<c:dLbls>${tooSmall.join('')}${format}${shape}${textStyle(1000, stacked ? look.label : ink)}${position}${flags}</c:dLbls>`;
}

/** What each stack of a chart adds up to; a stack with a gap counts what is shown. */
export function stackTotals(plan: SheetPlan, chart: ChartModel, rows: ChartRows): number[] {
  const totals: number[] = Array(rows.to - rows.from).fill(0);
  for (const series of chart.series) {
    seriesValues(plan, series, rows).forEach((value, i) => {
      totals[i] = (totals[i] ?? 0) + (value ?? 0);
    });
  }
  return totals;
}

/** An event as an upright line through the plot, which is `height` units of its axis high. */
const eventLine = (look: SeriesLook, height: number): string =>
  `<c:errBars><c:errDir val="y"/><c:errBarType val="both"/><c:errValType val="fixedVal"/><c:noEndCap val="1"/><c:val val="${height}"/><c:spPr>${outline(look.colour, 1.5)}</c:spPr></c:errBars>`;

/** One series of the chart, `index` from 0; `height` is that of the plot in units of its axis. */
export function seriesXml(
  plan: SheetPlan,
  chart: ChartModel,
  index: number,
  rows: ChartRows,
  height: number,
): string {
  const series = chart.series[index];
  if (series === undefined) return '';
  const look = seriesLooks[series.style ?? styleAt(index)];
  const head = `<c:idx val="${index}"/><c:order val="${index}"/>${seriesName(plan, series)}`;
  if (chart.kind === 'km') {
    const bare = marker({ ...look, marker: 'none' });
    return `<c:ser>${head}${lineShape(look)}${bare}${stepData(plan, chart, series, rows)}<c:smooth val="0"/></c:ser>`;
  }
  const data = `${categoryData(plan, chart, rows)}${valueData(plan, series, rows)}`;
  if (drawsLines(chart)) {
    const event = series.style === 'event' ? eventLine(look, height) : '';
    return `<c:ser>${head}${lineShape(look)}${marker(look)}${event}${data}<c:smooth val="0"/></c:ser>`;
  }
  const edge = rows.to - rows.from > mostLabelledBars ? noLine : outline('FFFFFF', 0.75);
  const fill = `<c:spPr>${solid(look.colour)}${edge}</c:spPr>`;
  return `<c:ser>${head}${fill}<c:invertIfNegative val="0"/>${barLabels(plan, chart, series, rows, look)}${data}</c:ser>`;
}
