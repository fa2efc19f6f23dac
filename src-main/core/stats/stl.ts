// Seasonal-trend decomposition by loess (STL). To look at only: nothing here is tested for significance.
import { localLine } from './stl-loess.ts';

export interface StlOptions {
  /** Points in a season. */
  readonly period: number;
  /** Loess windows in points, odd, at least 3. Defaults: 7, the standard choice for the trend, the next odd period. */
  readonly seasonalWindow?: number | undefined;
  readonly trendWindow?: number | undefined;
  readonly lowPassWindow?: number | undefined;
  /** Inner passes, and outer passes with bisquare robustness weights. Defaults 2 and 0. */
  readonly inner?: number | undefined;
  readonly outer?: number | undefined;
}

export interface Stl {
  readonly seasonal: readonly number[];
  readonly trend: readonly number[];
  readonly remainder: readonly number[];
}

/**
 * Decomposes `values` (no gaps) into seasonal, trend and remainder; loess of degree 1 at every point.
 * Source: Cleveland, Cleveland, McRae and Terpenning 1990, J Off Stat 6:3; as R stats::stl with all jumps 1.
 * Throws RangeError for a period below 2 or a series of two periods or less.
 */
export function stl(values: readonly number[], options: StlOptions): Stl {
  const { period, inner = 2, outer = 0 } = options;
  if (!(Number.isInteger(period) && period >= 2 && values.length > 2 * period)) {
    throw new RangeError('A seasonal series has more than two whole seasons of two points or more.');
  }
  const seasonalWindow = oddWindow(options.seasonalWindow ?? 7);
  const windows = {
    seasonal: seasonalWindow,
    trend: oddWindow(options.trendWindow ?? Math.ceil((1.5 * period) / (1 - 1.5 / seasonalWindow))),
    lowPass: oddWindow(options.lowPassWindow ?? period),
  };
  let parts = { seasonal: values.map(() => 0), trend: values.map(() => 0) };
  let weights: readonly number[] | null = null;
  for (let pass = 0; pass <= outer; pass++) {
    for (let round = 0; round < inner; round++) {
      parts = innerPass(values, parts.trend, period, windows, weights);
    }
    weights = bisquare(values.map((value, i) => value - at(parts.seasonal, i) - at(parts.trend, i)));
  }
  const remainder = values.map((value, i) => value - at(parts.seasonal, i) - at(parts.trend, i));
  return { ...parts, remainder };
}

interface Windows {
  readonly seasonal: number;
  readonly trend: number;
  readonly lowPass: number;
}

function innerPass(
  values: readonly number[],
  trend: readonly number[],
  period: number,
  windows: Windows,
  weights: readonly number[] | null,
) {
  const detrended = values.map((value, i) => value - at(trend, i));
  const cycles = smoothCycles(detrended, period, windows.seasonal, weights);
  const averaged = movingAverage(movingAverage(movingAverage(cycles, period), period), 3);
  const low = smooth(averaged, windows.lowPass, null);
  const seasonal = values.map((_, i) => at(cycles, period + i) - at(low, i));
  const level = values.map((value, i) => value - at(seasonal, i));
  return { seasonal, trend: smooth(level, windows.trend, weights) };
}

/** Each month's series smoothed by itself and carried one season beyond either end. */
function smoothCycles(
  values: readonly number[],
  period: number,
  window: number,
  weights: readonly number[] | null,
): number[] {
  const result = new Array<number>(values.length + 2 * period).fill(0);
  for (let phase = 0; phase < period; phase++) {
    const own = (series: readonly number[]) => series.filter((_, i) => i % period === phase);
    const [cycle, cycleWeights] = [own(values), weights && own(weights)];
    const n = cycle.length;
    const inner = smooth(cycle, window, cycleWeights);
    const before = localLine(cycle, window, 0, 1, Math.min(window, n), cycleWeights) ?? at(inner, 0);
    const after = localLine(cycle, window, n + 1, Math.max(1, n - window + 1), n, cycleWeights);
    [before, ...inner, after ?? at(inner, n - 1)].forEach((value, season) => {
      result[season * period + phase] = value;
    });
  }
  return result;
}

/** Loess at every point, with the window of the nearest points. */
function smooth(values: readonly number[], window: number, weights: readonly number[] | null): number[] {
  const n = values.length;
  const half = (window + 1) / 2;
  return values.map((value, index) => {
    const left = window >= n ? 1 : Math.min(Math.max(index + 1 - half + 1, 1), n - window + 1);
    const right = window >= n ? n : left + window - 1;
    return localLine(values, window, index + 1, left, right, weights) ?? value;
  });
}

function movingAverage(values: readonly number[], length: number): number[] {
  let sum = values.slice(0, length).reduce((total, value) => total + value, 0);
  const averages = [sum / length];
  for (let i = length; i < values.length; i++) {
    sum += at(values, i) - at(values, i - length);
    averages.push(sum / length);
  }
  return averages;
}

/** Weights (1 - (r / 6 median)^2)^2 of the absolute remainders. */
function bisquare(remainders: readonly number[]): number[] {
  const sizes = remainders.map(Math.abs);
  const sorted = [...sizes].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const reach = 3 * (at(sorted, middle) + at(sorted, sorted.length - middle - 1));
  return sizes.map((size) => {
    if (size <= 0.001 * reach) return 1;
    return size <= 0.999 * reach ? (1 - (size / reach) ** 2) ** 2 : 0;
  });
}

function oddWindow(points: number): number {
  const window = Math.max(3, Math.round(points));
  return window % 2 === 0 ? window + 1 : window;
}

const at = (numbers: readonly number[], index: number): number => numbers[index] ?? 0;
