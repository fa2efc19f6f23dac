// Owns one chart part: a native Excel chart with titles, legend and data bound to cells.
// The rule: nothing is drawn that is not in the sheet's table, and gaps stay gaps.
import { chartHeight, chartPixels, type SheetPlan } from '../layout.ts';
import type { ChartModel, SeriesModel } from '../model.ts';
import { axesXml, axisIds, labelSkip, titleXml } from './axes.ts';
import { type ChartRows, categoryLabels, chartRows } from './chart-data.ts';
import { ink } from './palette.ts';
import { seriesXml, solid, textStyle } from './series.ts';
import { declaration, officeRelations } from './xml.ts';

const titleCharacters = 50;
const titleSize = 1300;

/** The chart title broken at words into lines that fit the chart. */
function titleLines(title: string): string[] {
  const lines: string[] = [];
  for (const word of title.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= titleCharacters) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else lines.push(word);
  }
  return lines.map((line, i) => (i < lines.length - 1 ? `${line} ` : line));
}

function plotXml(plan: SheetPlan, chart: ChartModel, rows: ChartRows): string {
  const series = chart.series.map((_, i) => seriesXml(plan, chart, i, rows)).join('');
  if (chart.kind === 'line' || chart.kind === 'xmr') {
    return `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series}<c:marker val="1"/>${axisIds}</c:lineChart>`;
  }
  const stacked = chart.kind !== 'column';
  const direction = chart.kind === 'stacked-bar' ? 'bar' : 'col';
  const overlap = stacked ? '<c:overlap val="100"/>' : '<c:overlap val="0"/>';
  return `<c:barChart><c:barDir val="${direction}"/><c:grouping val="${stacked ? 'stacked' : 'clustered'}"/><c:varyColors val="0"/>${series}<c:gapWidth val="60"/>${overlap}${axisIds}</c:barChart>`;
}

interface Frame {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

const seriesLabel = (series: SeriesModel): string => series.label ?? series.column;

/** How many rows the legend takes, with room for a key beside each name. */
function legendRows(chart: ChartModel): number {
  if (chart.series.length < 2) return 0;
  const longest = Math.max(...chart.series.map((series) => seriesLabel(series).length)) * 7 + 60;
  const perRow = Math.max(1, Math.floor((chartPixels.width * 0.95) / longest));
  return Math.ceil(chart.series.length / perRow);
}

/** Shares of the chart that the plot takes, leaving room for titles above, labels (which some programs slant when
 * they are many) and legend below. */
function frameOf(plan: SheetPlan, chart: ChartModel, rows: ChartRows, titles: number): Frame {
  const height = chartHeight(chart, plan.rows.length);
  const top = (30 + titles * 20) / height;
  const labels = categoryLabels(plan, chart, rows);
  const slanted = labelSkip(labels, chartPixels.width * 0.85) > 1 && chart.kind !== 'stacked-bar' ? 40 : 0;
  const below = (72 + slanted + legendRows(chart) * 22) / height;
  const longest = Math.max(0, ...labels.map((label) => label.length));
  const left = chart.kind === 'stacked-bar' ? Math.min(0.45, (longest * 7 + 50) / chartPixels.width) : 0.12;
  const share = (value: number): number => Number(value.toFixed(4));
  return { x: share(left), y: share(top), w: share(0.97 - left), h: share(1 - top - below) };
}

const legend = `<c:legend><c:legendPos val="b"/><c:overlay val="0"/>${textStyle(1100, ink)}</c:legend>`;

/** The XML of a chart part. */
export function chartXml(plan: SheetPlan, chart: ChartModel): string {
  const rows = chartRows(chart, plan.rows.length);
  const lines = titleLines(chart.title);
  const frame = frameOf(plan, chart, rows, lines.length);
  const layout = `<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="${frame.x}"/><c:y val="${frame.y}"/><c:w val="${frame.w}"/><c:h val="${frame.h}"/></c:manualLayout></c:layout>`;
  const axes = axesXml(plan, chart, rows, frame.w);
  const plot = `<c:plotArea>${layout}${plotXml(plan, chart, rows)}${axes}</c:plotArea>`;
  const title = titleXml(lines, titleSize, true, { at: { x: 0.012, y: 0.02 } });
  const body = `<c:chart>${title}<c:autoTitleDeleted val="0"/>${plot}${chart.series.length > 1 ? legend : ''}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>`;
  const paper = `<c:spPr>${solid('FFFFFF')}<a:ln><a:noFill/></a:ln></c:spPr>`;
  return `${declaration}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="${officeRelations}"><c:date1904 val="0"/><c:lang val="en-GB"/><c:roundedCorners val="0"/>${body}${paper}${textStyle(1100, ink)}</c:chartSpace>`;
}
