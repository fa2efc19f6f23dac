// Moving ranges, the measure of ordinary variation behind every individuals chart.
// Rule: no range is taken across a gap.
import { meanOf } from './moments.ts';

/** A moving range of this many mean moving ranges or more is an outlier (Nelson 1982). */
const SCREEN_FACTOR = 3.267;

export interface MovingRange {
  /** Mean absolute step between neighbouring values; null where no two values are neighbours. */
  readonly mean: number | null;
  /** Ranges that screening left out. */
  readonly screened: number;
}

/**
 * The mean moving range of a series with gaps (null). Screening drops outlying ranges once, and drops none where
 * it would drop all (a constant series). Source: Nelson 1982.
 */
export function movingRange(series: readonly (number | null)[], screen: boolean): MovingRange {
  const ranges = adjacentPairs(series).map(([before, after]) => Math.abs(after - before));
  if (ranges.length === 0) return { mean: null, screened: 0 };
  const cut = SCREEN_FACTOR * meanOf(ranges);
  const kept = screen ? ranges.filter((range) => range < cut) : ranges;
  if (kept.length === 0) return { mean: meanOf(ranges), screened: 0 };
  return { mean: meanOf(kept), screened: ranges.length - kept.length };
}

/** Neighbouring recorded values; a gap has no neighbour. */
export function adjacentPairs(series: readonly (number | null)[]): (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  let before: number | null = null;
  for (const value of series) {
    if (before !== null && value !== null) pairs.push([before, value]);
    before = value;
  }
  return pairs;
}

export function recorded(series: readonly (number | null)[]): number[] {
  return series.filter((value) => value !== null);
}

/** The series up to and with its k-th recorded point, gaps kept in place; null = the whole series. */
export function firstRecorded(
  series: readonly (number | null)[],
  k: number | null,
): readonly (number | null)[] {
  if (k === null) return series;
  if (!(Number.isInteger(k) && k >= 1))
    throw new RangeError(`A baseline has a whole number of points from 1, not ${k}.`);
  let seen = 0;
  const past = series.findIndex((value) => value !== null && ++seen > k);
  return past === -1 ? series : series.slice(0, past);
}
