// Owns how a denominator finds its place: by period, and by those cuts that divide it.
import type { ExposureRow } from '#core/metrics/metric.ts';
import type { Asking } from './ask.ts';
import { keyOf, type Place } from './cell.ts';
import { coordsOf } from './place.ts';

/** The denominator of a place; null where there is none. A cut that divides no denominator is passed over. */
export function exposureOf(
  rows: readonly ExposureRow[],
  { cuts }: Asking,
): (place: Place) => Pick<ExposureRow, 'exposure' | 'people'> {
  const divided = cuts.map((_, cut) => rows.some((row) => [row.cut1, row.cut2, row.cut3][cut] !== null));
  const masked = (coords: readonly string[]): string[] =>
    coords.map((value, cut) => (divided[cut] ? value : ''));
  const index = new Map(rows.map((row) => [keyOf(row.period, ...masked(coordsOf(row, cuts.length))), row]));
  return ({ period, coords }) => index.get(keyOf(period.from, ...masked(coords))) ?? { exposure: null };
}
