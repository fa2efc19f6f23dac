// Run charts, interrupted series and Kaplan-Meier steps: how each is drawn, and what they must be given.
import { beforeAll, describe, expect, it } from 'vitest';
import type { SheetModel, WorkbookModel } from '#core/packs/model.ts';
import { validateWorkbook } from '#core/packs/validate.ts';
import { writeWorkbook } from '#core/packs/write-workbook.ts';
import { chartModel } from './chart-models.ts';
import { openPackage } from './open-package.ts';

let parts: Map<string, string>;
beforeAll(async () => {
  parts = openPackage(await writeWorkbook(chartModel()));
});
const chart = (n: number): string => parts.get(`xl/charts/chart${n}.xml`) ?? '';
const series = (n: number): string[] => chart(n).match(/<c:ser>.*?<\/c:ser>/gs) ?? [];
const looks = (n: number): string[] =>
  series(n).map((ser) => {
    const line = /<c:spPr><a:ln><a:noFill\/>/.test(ser) ? 'none' : /prstDash val="(\w+)"/.exec(ser)?.[1];
    return `${line} ${/symbol val="(\w+)"/.exec(ser)?.[1]}`;
  });
/** The elements of a part of a chart in their order. */
const order = (xml: string): string[] => {
  const found: string[] = [];
  let depth = 0;
  for (const [, closing, name = '', empty] of xml.matchAll(/<(\/?)([\w:]+)[^>]*?(\/?)>/g)) {
    if (closing === '/') depth -= 1;
    else {
      if (depth === 1) found.push(name.replace('c:', ''));
      if (empty !== '/') depth += 1;
    }
  }
  return found;
};

const changed = (name: string, change: (sheet: SheetModel) => SheetModel): WorkbookModel => {
  const model = chartModel();
  return { ...model, sheets: model.sheets.map((sheet) => (sheet.name === name ? change(sheet) : sheet)) };
};
const broken = (model: WorkbookModel): string[] =>
  validateWorkbook(model).flatMap(({ rule, severity, where }) =>
    severity === 'E' ? [`${rule} ${where}`] : [],
  );

describe('a run chart', () => {
  it('has its line, its median and marks of another shape', () => {
    expect(looks(5)).toEqual(['solid circle', 'solid none', 'none triangle']);
    expect(chart(5)).toContain('<c:lineChart>');
  });
});

describe('an interrupted series', () => {
  it('has points, a fitted line, a dashed course before, a thin band and an upright line at the event', () => {
    expect(looks(6)).toEqual([
      'none circle',
      'solid none',
      'dash none',
      'sysDot none',
      'sysDot none',
      'none diamond',
    ]);
    const event = series(6)[5] ?? '';
    expect(order(event)).toEqual(['idx', 'order', 'tx', 'spPr', 'marker', 'errBars', 'cat', 'val', 'smooth']);
    const axis = (end: string) => Number(new RegExp(`<c:${end} val="([\\d.]+)"`).exec(chart(6))?.[1]);
    expect(event).toContain(`<c:val val="${axis('max') - axis('min')}"/>`);
    expect(event.match(/<c:pt /g)).toHaveLength(24 + 1 + 1);
  });
});

describe('Kaplan-Meier steps', () => {
  it('go level to the next time and then down, cell by cell, and stop where a mark stands', () => {
    const [first = '', , , last = ''] = series(7);
    expect(chart(7)).toContain('<c:scatterChart><c:scatterStyle val="lineMarker"/>');
    expect(order(first)).toEqual(['idx', 'order', 'tx', 'spPr', 'marker', 'xVal', 'yVal', 'smooth']);
    const points = (ser: string, axis: string): string[] =>
      [...(new RegExp(`<c:${axis}>.*</c:${axis}>`, 's').exec(ser)?.[0] ?? '').matchAll(/<c:v>([^<]*)</g)].map(
        (match) => match[1] ?? '',
      );
    expect(points(first, 'xVal').slice(0, 6)).toEqual(['0', '2', '2', '3', '3', '7']);
    expect(points(first, 'yVal').slice(0, 6)).toEqual(['100', '100', '96.1', '96.1', '91.4', '91.4']);
    expect(points(first, 'yVal')).toHaveLength(15);
    expect(points(last, 'yVal')).toHaveLength(12);
    expect(looks(7)).toEqual(['solid none', 'sysDot none', 'sysDot none', 'dash none']);
  });

  it('need times that rise, and no more steps than a reference can name', () => {
    const times = (rows: readonly number[]) =>
      changed('Time_in_post', (sheet) => ({
        ...sheet,
        table: { ...sheet.table, rows: rows.map((time) => [time, 90, 80, 95, 90]) },
      }));
    expect(broken(times([0, 5, 5, 9]))).toEqual([]);
    expect(broken(times([0, 5, 4]))).toEqual(['C01 Time_in_post, chart 1']);
    expect(broken(times(Array.from({ length: 400 }, (_, i) => i)))).toEqual(['C01 Time_in_post, chart 1']);
  });
});

describe('words that Excel cuts', () => {
  it('are refused: headings, titles and names of series over 255 characters', () => {
    const long = 'word '.repeat(60);
    const heading = changed('Stacked_columns', (sheet) => ({
      ...sheet,
      table: {
        ...sheet.table,
        columns: [...sheet.table.columns, { header: long, type: 'text' }],
        rows: sheet.table.rows.map((row) => [...row, 'x']),
      },
    }));
    expect(broken(heading)).toEqual(['T04 Stacked_columns']);
    const named = changed('Stacked_columns', (sheet) => ({
      ...sheet,
      charts: sheet.charts.map((one) => ({ ...one, series: [{ column: 'Principal', label: long }] })),
    }));
    expect(broken(named)).toEqual(['C03 Stacked_columns, chart 1']);
  });
});
