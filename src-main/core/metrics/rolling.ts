// Owns the rolling twelve months: for each month the sums over it and the eleven before.
// The rule: for reading only. Neighbours share eleven months, so no such figure has a control chart, a test
// or a split: from one month to the next it would tell what the single month hides.
import { addMonths, type Period } from '#shared/calendar.ts';
import type { MetricCard } from '#shared/schemas/figure.ts';
import type { AmountRow, ExposureRow, Metric } from './metric.ts';

const MONTHS = 12;

/** The parts of a card that every rolling figure has alike; `of` is the figure of single months. */
export const rollingCard = (of: MetricCard, source: readonly string[] = []) => ({
  ...of,
  chart: 'line' as const,
  version: 1,
  grains: ['month' as const],
  dimensions: [...source],
});

/** Every rolling metric's part besides its card and what it reads. */
export const rollingMetric = {
  shape: 'ratio',
  cuts: [],
  twoWay: {},
  noExposure:
    'Twelve complete months are not there yet, or what it is divided by is not known for all of them',
} satisfies Partial<Metric>;

/** The twelve months that end with each of the periods, which are months. */
export const windowsOf = (months: readonly Period[]): Period[] =>
  months.map(({ to, from, title }) => ({ from: addMonths(from, 1 - MONTHS), to, title }));

/** The sum of `value` over the twelve months that end with each month; null until all twelve are there. */
function sums<Row extends { readonly period: string }>(
  months: readonly Period[],
  rows: readonly Row[],
  value: (row: Row | undefined) => number | null,
): (number | null)[] {
  const byMonth = new Map(rows.map((row) => [row.period, row]));
  const values = months.map(({ from }) => value(byMonth.get(from)));
  return values.map((_, index) => {
    const window = values.slice(Math.max(0, index + 1 - MONTHS), index + 1);
    if (window.length < MONTHS || window.includes(null)) return null;
    return window.reduce<number>((sum, one) => sum + (one ?? 0), 0);
  });
}

/** Amounts of single months as amounts of the twelve that end with each; `absent` is that of a month without a row. */
export function rollingAmounts(
  months: readonly Period[],
  rows: readonly AmountRow[],
  absent: 0 | null,
): AmountRow[] {
  const sumOf = (pick: (row: AmountRow) => number | null) =>
    sums(months, rows, (row) => (row ? pick(row) : absent));
  const [amounts, bases, missing] = [
    sumOf(({ amount }) => amount),
    sumOf(({ base }) => base),
    sumOf((row) => row.missing),
  ];
  return months.flatMap(({ from }, index): AmountRow[] => {
    const amount = amounts[index] ?? null;
    if (amount === null) return [];
    const base = bases[index] ?? null;
    return [{ period: from, cut1: null, cut2: null, cut3: null, amount, base, missing: missing[index] ?? 0 }];
  });
}

/** Denominators of single months as the sum of the twelve that end with each; null until all are known. */
export function rollingExposure(months: readonly Period[], rows: readonly ExposureRow[]): ExposureRow[] {
  const found = sums(months, rows, (row) => row?.exposure ?? null);
  return months.map(({ from }, index) => whole(from, found[index] ?? null));
}

/** The denominator of the whole in a period. */
export const whole = (period: string, exposure: number | null): ExposureRow => ({
  period,
  cut1: null,
  cut2: null,
  cut3: null,
  exposure,
});
