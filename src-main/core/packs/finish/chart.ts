// Owns one chart part: a native Excel chart with titles, legend and data bound to cells.
// The rule: nothing is drawn that is not in the sheet's table, and gaps stay gaps.
import type { SheetPlan } from '../layout.ts';
import { lineCount } from '../measure.ts';
import type { ChartModel, SeriesModel } from '../model.ts';
import { chartHeight, chartPixels } from '../page-layout.ts';
import { axesXml, axisIds, barsTitlePixels, chartScale, type Frame, labelSkip, titleXml } from './axes.ts';
import { type ChartRows, categoryLabels, chartRows } from './chart-data.ts';
import { ink } from './palette.ts';
import { drawsLines, seriesXml, solid, textStyle } from './series.ts';
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
  const { min = 0, max = 0 } = chartScale(plan, chart, rows);
  const series = chart.series.map((_, i) => seriesXml(plan, chart, i, rows, max - min)).join('');
  if (chart.kind === 'km') {
    return `<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>${series}${axisIds}</c:scatterChart>`;
  }
  if (drawsLines(chart)) {
    return `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series}<c:marker val="1"/>${axisIds}</c:lineChart>`;
  }
  const stacked = chart.kind !== 'column';
  const direction = chart.kind === 'stacked-bar' ? 'bar' : 'col';
  const overlap = stacked ? '<c:overlap val="100"/>' : '<c:overlap val="0"/>';
  return `<c:barChart><c:barDir val="${direction}"/><c:grouping val="${stacked ? 'stacked' : 'clustered'}"/><c:varyColors val="0"/>${series}<c:gapWidth val="60"/>${overlap}${axisIds}</c:barChart>`;
}

const seriesLabel = (series: SeriesModel): string => series.label ?? series.column;

/** How many rows the legend takes, with room for a key beside each name. */
function legendRows(chart: ChartModel): number {
  if (chart.series.length < 2) return 0;
  const longest = Math.max(...chart.series.map((series) => seriesLabel(series).length)) * 7 + 60;
  const perRow = Math.max(1, Math.floor((chartPixels.width * 0.95) / longest));
  return Math.ceil(chart.series.length / perRow);
}

const share = (value: number): number => Number(value.toFixed(4));

/** Pixels of the chart down to the end of its titles, and to the end of the legend under them. */
const titlesEnd = (titles: number): number => 22 + titles * 20;
const legendEnd = (chart: ChartModel, titles: number): number => titlesEnd(titles) + legendRows(chart) * 24;

/** How many lines the longest category label takes, where labels are broken at words. */
function labelLines(labels: readonly string[], skip: number, plotPixels: number): number {
  if (skip > 1 || labels.length === 0) return 1;
  const room = Math.max(1, Math.floor(plotPixels / labels.length / 7.5));
  return Math.min(4, Math.max(...labels.map((label) => lineCount(label, room + 1.5))));
}

/** Shares of the chart that the plot takes, leaving room for titles and legend above it and for labels (which
 * some programs slant when they are many) and the title of the axis below. */
function frameOf(plan: SheetPlan, chart: ChartModel, rows: ChartRows, titles: number): Frame {
  const height = chartHeight(chart, plan.rows.length);
  const bars = chart.kind === 'stacked-bar';
  const top = (legendEnd(chart, titles) + 8 + (bars ? barsTitlePixels : 0)) / height;
  const labels = chart.kind === 'km' ? [] : categoryLabels(plan, chart, rows);
  const skip = labelSkip(labels, chartPixels.width * 0.85);
  const more = bars ? 0 : skip > 1 ? 40 : 17 * (labelLines(labels, skip, chartPixels.width * 0.85) - 1);
  const below = (72 + more) / height;
  const longest = Math.max(0, ...labels.map((label) => label.length));
  const left = bars ? Math.min(0.45, (longest * 7 + 50) / chartPixels.width) : 0.12;
  return { x: share(left), y: share(top), w: share(0.97 - left), h: share(1 - top - below) };
}

/** Above the plot, where no axis title or label can meet it, in a place of its own. */
function legendXml(plan: SheetPlan, chart: ChartModel, titles: number): string {
  if (chart.series.length < 2) return '';
  const height = chartHeight(chart, plan.rows.length);
  const y = share(titlesEnd(titles) / height);
  const h = share((legendRows(chart) * 24) / height);
  const place = `<c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="0.012"/><c:y val="${y}"/><c:w val="0.976"/><c:h val="${h}"/></c:manualLayout></c:layout>`;
  return `<c:legend><c:legendPos val="t"/>${place}<c:overlay val="0"/>${textStyle(1100, ink)}</c:legend>`;
}

/** The XML of a chart part. */
export function chartXml(plan: SheetPlan, chart: ChartModel): string {
  const rows = chartRows(chart, plan.rows.length);
  const lines = titleLines(chart.title);
  const frame = frameOf(plan, chart, rows, lines.length);
  const layout = `<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="${frame.x}"/><c:y val="${frame.y}"/><c:w val="${frame.w}"/><c:h val="${frame.h}"/></c:manualLayout></c:layout>`;
  const axes = axesXml(plan, chart, rows, frame);
  const plot = `<c:plotArea>${layout}${plotXml(plan, chart, rows)}${axes}</c:plotArea>`;
  const title = titleXml(lines, titleSize, true, { at: { x: 0.012, y: 0.02 } });
  const body = `<c:chart>${title}<c:autoTitleDeleted val="0"/>${plot}${legendXml(plan, chart, lines.length)}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>`;
  const paper = `<c:spPr>${solid('FFFFFF')}<a:ln><a:noFill/></a:ln></c:spPr>`;
  return `${declaration}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="${officeRelations}"><c:date1904 val="0"/><c:lang val="en-GB"/><c:roundedCorners val="0"/>${body}${paper}${textStyle(1100, ink)}</c:chartSpace>`;
}
