// The same data as the chart, as a table, and as text to paste into a sheet.
import type { Figure, FigurePoint, Suppression } from '../../src-shared/schemas/figure.ts';
import { DataTable, type TableColumn } from '../parts/data-table.tsx';
import { SymbolKey } from '../parts/symbol-key.tsx';
import { numberText } from '../wording.ts';
import { changeText, groupName, intervalText, judgedText, lookWords, signalOf } from './words.ts';

interface FigureColumn extends TableColumn<FigurePoint> {
  readonly text: (point: FigurePoint) => string;
}

const optional = (value: number | null): string => (value === null ? '' : numberText(value));
const signalText = (figure: Figure, point: FigurePoint): string => {
  const signal = signalOf(figure, point);
  return signal ? `${lookWords[signal.look]} (${signal.rules.join('; ')})` : '';
};

/** The columns that this figure needs; a column that would be empty throughout is left out. */
export function figureColumns(figure: Figure): FigureColumn[] {
  const { points, metric } = figure;
  const has = (test: (point: FigurePoint) => boolean) => points.some(test);
  const column = (
    id: string,
    header: string,
    text: (point: FigurePoint) => string,
    sortBy: (point: FigurePoint) => string | number | null,
    more: Partial<TableColumn<FigurePoint>> = {},
  ): FigureColumn => ({ id, header, text, show: text, sortBy, ...more });
  const number = { numeric: true };
  const columns = [
    column(
      'period',
      'Period',
      (p) => p.period,
      (p) => p.from,
      { names: true },
    ),
    has((p) => p.group !== null) &&
      column(
        'group',
        'Group',
        (p) => groupName(p) ?? 'All',
        (p) => groupName(p) ?? '',
      ),
    has((p) => p.across !== null) &&
      column(
        'across',
        'Across',
        (p) => p.across ?? 'All',
        (p) => p.across ?? '',
      ),
    column(
      'value',
      `Value (${metric.unit})`,
      (p) => p.shown,
      (p) => p.value,
      number,
    ),
    has((p) => p.interval !== null) &&
      column(
        'interval',
        'Interval',
        (p) => intervalText(p, figure),
        (p) => p.interval?.lower ?? null,
        number,
      ),
    has((p) => p.numerator !== null) &&
      column(
        'numerator',
        'Numerator',
        (p) => optional(p.numerator),
        (p) => p.numerator,
        number,
      ),
    has((p) => p.denominator !== null) &&
      column(
        'denominator',
        'Denominator',
        (p) => optional(p.denominator),
        (p) => p.denominator,
        number,
      ),
    has((p) => p.base !== null && p.base !== p.denominator) &&
      column(
        'base',
        'Base',
        (p) => optional(p.base),
        (p) => p.base,
        number,
      ),
    has((p) => p.change !== null) && column('change', 'Change', changeText, (p) => p.change?.value ?? null),
    has((p) => signalOf(figure, p) !== null) &&
      column(
        'signal',
        'Signal',
        (p) => signalText(figure, p),
        (p) => signalText(figure, p),
      ),
    has((p) => p.reason !== null) &&
      column(
        'reason',
        'Why hidden',
        (p) => p.reason ?? '',
        (p) => p.reason ?? '',
      ),
  ];
  return columns.filter((one) => one !== false);
}

/** The figure as tab-separated text with a heading line, and under it how its chart is judged. */
export function figureText(figure: Figure): string {
  const columns = figureColumns(figure);
  const cell = (text: string) => text.replaceAll(/[\t\r\n]+/g, ' ');
  const lines = figure.points.map((point) => columns.map((column) => cell(column.text(point))).join('\t'));
  const judged = judgedText(figure).map((method) => `How it is judged: ${cell(method)}`);
  return [columns.map((column) => column.header).join('\t'), ...lines, ...judged].join('\n');
}

/** The marks that stand for values in this figure. */
export const marksOf = (figure: Figure): ReadonlySet<Suppression> =>
  new Set(figure.points.flatMap((point) => point.suppressed ?? []));

export function FigureTable({ figure }: { figure: Figure }) {
  return (
    <>
      <DataTable
        caption={figure.metric.title}
        columns={figureColumns(figure)}
        rows={figure.points}
        rowKey={(point) => `${point.from} ${point.to} ${point.group} ${point.across} ${point.segment}`}
      />
      <SymbolKey used={marksOf(figure)} />
    </>
  );
}
