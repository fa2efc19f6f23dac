// Run charts: whether a short series is anything but random about its median. For 8 to 12 survey waves.
import { binomialQuantile } from './distributions.ts';
import { medianOf } from './moments.ts';
import { firstRecorded, recorded } from './moving-range.ts';

export interface RunsReading {
  /** Points not on the centre line; the others neither lengthen nor break a run. */
  readonly useful: number;
  /** All null with no useful point. A run longer than its maximum or too few crossings is a signal. */
  readonly longestRun: number | null;
  readonly longestRunMax: number | null;
  readonly crossings: number | null;
  readonly crossingsMin: number | null;
  readonly signal: boolean;
}

export interface RunChart extends RunsReading {
  /** Null with no recorded point. */
  readonly median: number | null;
}

/**
 * The run chart of `values` (null is a gap) about the median of the first `freeze` recorded points, or of all.
 * Source: Anhoej and Olesen 2014; as R qicharts2. Throws RangeError when freeze is below 1.
 */
export function runChart(values: readonly (number | null)[], freeze: number | null = null): RunChart {
  const baseline = recorded(firstRecorded(values, freeze));
  const median = baseline.length === 0 ? null : medianOf(baseline);
  return { median, ...readRuns(values.map((value) => (value === null ? null : value - (median ?? 0)))) };
}

/** Longest run and crossings of the centre line, from each point's distance to it (null is a gap). */
export function readRuns(distances: readonly (number | null)[]): RunsReading {
  const sides = recorded(distances).map(Math.sign).filter(Boolean);
  const useful = sides.length;
  if (useful === 0) {
    return {
      useful,
      longestRun: null,
      longestRunMax: null,
      crossings: null,
      crossingsMin: null,
      signal: false,
    };
  }
  let run = 0;
  let longestRun = 0;
  let crossings = 0;
  sides.forEach((side, index) => {
    const crossed = index > 0 && side !== sides[index - 1];
    run = crossed ? 1 : run + 1;
    crossings += crossed ? 1 : 0;
    longestRun = Math.max(longestRun, run);
  });
  const longestRunMax = Math.round(Math.log2(useful)) + 3;
  const crossingsMin = useful === 1 ? 0 : binomialQuantile(0.05, useful - 1, 0.5);
  const signal = longestRun > longestRunMax || crossings < crossingsMin;
  return { useful, longestRun, longestRunMax, crossings, crossingsMin, signal };
}
