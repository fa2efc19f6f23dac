// Owns where rows go: every period of the data times every group there is, so that nothing is missing.
// A period without a row is an empty place; what that means (a zero or a gap) the measure decides.

import type { Cell, Span } from '#core/metrics/metric.ts';
import { type Period, periodOf, periodsBetween } from '#shared/calendar.ts';
import type { Asking } from './ask.ts';
import { keyOf, type Place } from './cell.ts';

/** The periods of the data's span; waves are found in the rows later. */
export function periodsOf({ grain, from, to }: Asking, span: Span): Period[] {
  if (grain === 'wave') return [];
  if (grain !== 'all') return periodsBetween(span.from, span.to, grain);
  const [first, last] = [from ?? span.from, to ?? span.to];
  const [whole] = periodsBetween(first, first > last ? first : last, 'all');
  if (whole === undefined) return [];
  return [from === null && to === null ? { ...whole, title: 'All dates' } : whole];
}

/**
 * A last period in which nothing stands and which the data end before the middle of: that nothing was
 * recorded in it yet is no sign that nothing happened.
 */
export function justBegun(periods: readonly Period[], rows: readonly Cell[], span: Span): Period | null {
  const last = periods.at(-1);
  if (!last || periods.length < 2 || rows.some((row) => row.period === last.from)) return null;
  const middle = (Date.parse(last.from) + Date.parse(last.to)) / 2;
  return Date.parse(span.to) < middle ? last : null;
}

/** The periods of waves: one for each day on which rows stand. */
export const wavesOf = (rows: readonly Cell[]): Period[] =>
  [...new Set(rows.map((row) => row.period))].sort().map((day) => periodOf(day, 'wave'));

/** Every group on every period, in a settled order: groups by name, then time. */
export function placesOf(rows: readonly Cell[], periods: readonly Period[], cuts: number): Place[] {
  let groups: string[][] = [[]];
  for (let cut = 0; cut < cuts; cut++) {
    const values = [...new Set(rows.map((row) => coordsOf(row, cuts)[cut] ?? ''))].sort();
    groups = groups.flatMap((group) => values.map((value) => [...group, value]));
  }
  return groups.flatMap((coords) => periods.map((period) => ({ period, coords })));
}

export const coordsOf = (row: Cell, cuts: number): string[] =>
  [row.cut1, row.cut2, row.cut3].slice(0, cuts).map((value) => value ?? '');

/** Rows by the place they stand on. */
export function rowsByPlace<R extends Cell>(
  rows: readonly R[],
  periods: readonly Period[],
  { grain, cuts }: Asking,
): (place: Place) => readonly R[] {
  const whole = grain === 'all' ? periods[0]?.from : undefined;
  const index = new Map<string, R[]>();
  for (const row of rows) {
    const key = keyOf(whole ?? row.period, ...coordsOf(row, cuts.length));
    const there = index.get(key);
    if (there) there.push(row);
    else index.set(key, [row]);
  }
  return ({ period, coords }) => index.get(keyOf(period.from, ...coords)) ?? [];
}
