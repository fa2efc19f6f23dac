// Owns the rules of charts: bound to the table, told in words, few series, titles and units (C01 to C04, C06).
import { chartRows } from '../finish/chart-data.ts';
import { mostSteps } from '../finish/steps.ts';
import {
  type ChartModel,
  isShorthand,
  type PackProblem,
  type SheetModel,
  type WorkbookModel,
} from '../model.ts';
import { error, repeated, warning, when } from './problem.ts';

/** Lines that judge or frame a series, which a reader need not tell apart from categories. */
const ruleLines = new Set([
  'value',
  'mean',
  'limit',
  'median',
  'observed',
  'fitted',
  'counterfactual',
  'band',
  'event',
  'signal',
  'signal-improving',
  'signal-concerning',
]);

function bindingRules(sheet: SheetModel, chart: ChartModel, where: string): PackProblem[] {
  const column = (header: string) => sheet.table.columns.find((c) => c.header === header);
  const { from, to } = chartRows(chart, sheet.table.rows.length);
  return [
    ...when(
      column(chart.categoryColumn) === undefined,
      error('C01', where, 'the category column is not in the table of the sheet'),
    ),
    ...chart.series.flatMap((series) =>
      when(
        column(series.column)?.type !== 'number',
        error('C01', where, 'a series is not a number column of the sheet'),
      ),
    ),
    ...when(
      !Number.isInteger(from) || !Number.isInteger(to) || from < 0 || from >= to,
      error('C01', where, 'the chart draws no row of the table'),
    ),
    ...when(chart.series.length === 0, error('C01', where, 'the chart has no series')),
    ...repeated(chart.series.map((series) => series.column)).map(() =>
      error('C01', where, 'a column is drawn twice'),
    ),
  ];
}

function wordRules(sheet: SheetModel, chart: ChartModel, where: string): PackProblem[] {
  const { alt } = chart;
  return [
    ...when(
      alt.trim().length < 40 || /^chart ?\d*$/i.test(alt.trim()),
      error('C02', where, 'the alternative text does not say what the chart shows'),
    ),
    ...when(
      !/chart|graph/i.test(alt),
      error('C02', where, 'the alternative text does not name the type of chart'),
    ),
    ...when(alt.length > 300, error('C02', where, 'the alternative text is longer than 300 characters')),
    ...when(
      alt.length <= 300 && alt.length > 250,
      warning('C02', where, 'the alternative text should be 250 characters at most'),
    ),
    ...when(
      !/table|sheet|column/i.test(alt) && !alt.includes(sheet.name),
      warning('C02', where, 'the alternative text should say where the data is'),
    ),
    ...when(chart.title.trim() === '', error('C03', where, 'the chart has no title')),
    ...when(
      chart.xTitle.trim() === '' || chart.yTitle.trim() === '',
      error('C03', where, 'an axis has no title'),
    ),
    ...when(
      [chart.title, ...chart.series.map(({ label }) => label ?? '')].some((text) => text.length > 255),
      error('C03', where, 'the title or the name of a series is longer than 255 characters'),
    ),
    ...when(
      /%/.test(chart.xTitle + chart.yTitle),
      error('C03', where, 'an axis title writes its unit as a sign'),
    ),
  ];
}

function seriesRules(chart: ChartModel, where: string): PackProblem[] {
  const styles = chart.series.map((series, i) => series.style ?? `category${i + 1}`);
  const categories = styles.filter((style) => !ruleLines.has(style));
  return [
    ...when(categories.length > 4, error('C04', where, 'the chart has more than four categorical series')),
    ...when(repeated(categories).length > 0, error('C04', where, 'two series are drawn in the same style')),
  ];
}

/** A reference names each run of numbers and each run of gaps; Excel reads some 8,000 characters of it. */
function gapRules(sheet: SheetModel, chart: ChartModel, where: string): PackProblem[] {
  const { from, to } = chartRows(chart, sheet.table.rows.length);
  return chart.series.flatMap((series) => {
    const index = sheet.table.columns.findIndex((column) => column.header === series.column);
    const marks = sheet.table.rows.slice(from, to).map((row) => isShorthand(row[index]));
    const runs = marks.filter((mark, i) => i === 0 || mark !== marks[i - 1]).length;
    return when(
      runs * (sheet.name.length + 20) > 8000,
      error('C06', where, 'a series has more gaps than a chart can keep as gaps'),
    );
  });
}

/** Steps stand at numbers that rise, and there are as many as a reference can name. */
function stepRules(sheet: SheetModel, chart: ChartModel, where: string): PackProblem[] {
  if (chart.kind !== 'km') return [];
  const { from, to } = chartRows(chart, sheet.table.rows.length);
  const index = sheet.table.columns.findIndex((column) => column.header === chart.categoryColumn);
  const times = sheet.table.rows.slice(from, to).map((row) => row[index]);
  const rising = times.every((time, i) => typeof time === 'number' && time >= Number(times[i - 1] ?? 0));
  return [
    ...when(!rising, error('C01', where, 'the times of the steps are not numbers from zero that rise')),
    ...when(
      times.length > mostSteps(sheet.name),
      error('C01', where, `the chart has more steps than the ${mostSteps(sheet.name)} it can draw`),
    ),
  ];
}

/** Each chart draws number columns of its own sheet and says in words what it shows. */
export function chartRules(model: WorkbookModel): PackProblem[] {
  return model.sheets.flatMap((sheet) => {
    if (sheet.table.rows.length === 0) return [];
    const alts = sheet.charts.map((chart) => chart.alt);
    return [
      ...sheet.charts.flatMap((chart, i) => {
        const where = `${sheet.name}, chart ${i + 1}`;
        return [
          ...bindingRules(sheet, chart, where),
          ...wordRules(sheet, chart, where),
          ...seriesRules(chart, where),
          ...gapRules(sheet, chart, where),
          ...stepRules(sheet, chart, where),
        ];
      }),
      ...repeated(alts).map(() => error('C02', sheet.name, 'two charts have the same alternative text')),
    ];
  });
}
