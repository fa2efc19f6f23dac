// How wide columns and pages are: words wrap before the print shrinks, and a last page is not left nearly empty.
import { describe, expect, it } from 'vitest';
import { columnWidths, widestTable } from '#core/packs/column-widths.ts';
import { planSheet } from '#core/packs/layout.ts';
import { lineCount, textUnits } from '#core/packs/measure.ts';
import type { Cell, ChartModel, ColumnModel, SheetModel } from '#core/packs/model.ts';

const words = (header: string, width?: number): ColumnModel => ({
  header,
  type: 'text',
  ...(width === undefined ? {} : { width }),
});
const number = (header: string): ColumnModel => ({ header, type: 'number', format: '0' });

const sum = (widths: readonly number[]): number => widths.reduce((total, width) => total + width, 0);

const widthsOf = (columns: readonly ColumnModel[], row: readonly Cell[], limit?: number): number[] =>
  columnWidths(
    columns,
    row.map((cell) => [cell]),
    columns.map(() => 'General'),
    limit,
  );

const question = 'Officers and councillors share information early enough to act on it';

describe('columns', () => {
  const columns = [
    words('Question', 60),
    words('Survey', 30),
    words('Wave', 30),
    ...Array.from({ length: 7 }, (_, i) => number(`Share ${i + 1} (per cent)`)),
    words('Statement', 60),
  ];
  const shares = Array.from({ length: 7 }, () => 50);
  const row = [question, 'Councillor survey', '18 November 2024', ...shares, question];

  it('of words give up room where a table is wider than a page, and numbers do not', () => {
    const wide = widthsOf(columns, row, Number.POSITIVE_INFINITY);
    const fitted = widthsOf(columns, row);
    expect(sum(wide)).toBeGreaterThan(widestTable);
    expect(sum(fitted)).toBeLessThanOrEqual(widestTable);
    expect(fitted.slice(3, 10)).toEqual(wide.slice(3, 10));
    expect(lineCount(question, fitted[0] ?? 0)).toBeLessThanOrEqual(4);
    for (const width of [fitted[1], fitted[2]]) expect(width).toBeGreaterThan(12);
  });

  it('are never narrower than their longest word, however many there are', () => {
    const many = Array.from({ length: 20 }, (_, i) => words(`Column ${i}`, 30));
    const fitted = widthsOf(many, Array<Cell>(20).fill('incomprehensibilities of others'));
    for (const width of fitted) expect(width).toBeGreaterThan(textUnits('incomprehensibilities') + 1);
  });

  it('keep the room of their author where the table fits', () => {
    expect(widthsOf([words('Item', 32), words('Detail', 60)], ['Council', 'Kirkham'])).toEqual([32, 60]);
  });
});

describe('a page', () => {
  const sheet = (rows: number, lines: number): SheetModel => ({
    name: 'Lessons',
    kind: 'data',
    title: 'Lessons',
    lines: Array.from({ length: lines }, (_, i) => `Line ${i + 1} says something of the lessons.`),
    table: {
      name: 'lessons',
      columns: [words('Ref'), words('Where it came from', 24), number('Number')],
      rows: Array.from({ length: rows }, (_, i) => [`LA/${i}`, 'Survey', i]),
    },
    charts: [],
  });
  const widthOf = (rows: number, lines = 10): number =>
    sum(planSheet(sheet(rows, lines), 4, 'Contents').widths);

  it('is wider where that saves a last page of a few rows', () => {
    const short = widthOf(3);
    expect(widthOf(18)).toBeGreaterThan(short);
    expect(widthOf(18)).toBeLessThan(165);
  });

  it('stays as it is where the last page is well filled, or nothing could be saved', () => {
    expect(widthOf(34)).toBe(widthOf(3));
  });

  it('holds the charts beside its table whole, however many lines stand above', () => {
    const chart: ChartModel = {
      kind: 'xmr',
      title: 'Lessons by month',
      alt: 'Control chart of lessons by month. Data in the table on this sheet.',
      categoryColumn: 'Ref',
      xTitle: 'Month',
      yTitle: 'Lessons',
      series: [{ column: 'Number', style: 'value' }],
    };
    const heightOf = (plan: ReturnType<typeof planSheet>): number => {
      const last = plan.charts.at(-1)?.to;
      const rows = Array.from({ length: last?.row ?? 0 }, (_, row) => plan.heights[row] ?? 18);
      return (sum(rows) * 96) / 72 + (last?.dy ?? 0);
    };
    for (const lines of [1, 8, 15, 22, 29]) {
      for (const charts of [[chart], [chart, chart], [chart, chart, chart]]) {
        const plan = planSheet({ ...sheet(60, lines), charts }, 4, 'Contents');
        const apart = plan.printed.length > 1;
        expect(apart || heightOf(plan) < sum(plan.widths) * 5.86, `${lines} ${charts.length}`).toBe(true);
        if (charts.length > 1) expect(apart).toBe(true);
        if (charts.length === 1 && lines <= 15) expect(apart).toBe(false);
      }
    }
  });
});
