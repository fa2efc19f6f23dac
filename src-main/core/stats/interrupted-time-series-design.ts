// The terms of a segmented regression and their coding, the same for every error structure.
// Rule (Linden's itsa coding): the level change is the jump AT the first point after adoption, and the
// post-adoption counter starts at 0 there. Where it starts at 1, the jump is level change - slope change.

export interface SegmentedSeries {
  /** Whole steps in ascending order; a step that is not there is a gap. */
  readonly times: readonly number[];
  /** One per time. */
  readonly values: readonly number[];
  /** The time of the first point after adoption. */
  readonly start: number;
  /** Pairs of sine and cosine in a season of `period` steps; 0 for none. */
  readonly harmonics?: number | undefined;
  readonly period?: number | undefined;
  /** False leaves the change of slope out: a step model. Default true. */
  readonly slopeChange?: boolean | undefined;
}

/** A term's name is `intercept`, `preSlope`, `levelChange`, `slopeChange`, `sin1`, `cos1`, ... */
export interface SegmentedDesign {
  readonly terms: readonly string[];
  /** The row of any time, before or after adoption. */
  rowAt(time: number): number[];
  /** The row that time would have had without adoption. */
  counterfactualRowAt(time: number): number[];
  /** The row of the change at a time: level change and slope change only. */
  changeRowAt(time: number): number[];
}

/**
 * y = intercept + preSlope t + levelChange [t >= start] + slopeChange max(t - start, 0) + Fourier pairs.
 * Source: Wagner 2002, J Clin Pharm Ther 27:299; coding of Linden 2015, Stata J 15:480.
 * Throws RangeError unless there are as many times as values, in ascending whole steps.
 */
export function segmentedDesign(series: SegmentedSeries): SegmentedDesign {
  const { times, values, start, harmonics = 0, period = 12, slopeChange = true } = series;
  if (times.length !== values.length) throw new RangeError('A series has one value for each time.');
  if (times.some((time, i) => !Number.isInteger(time) || (i > 0 && time <= (times[i - 1] ?? time)))) {
    throw new RangeError('The times of a series are whole steps in ascending order.');
  }
  const seasons = Array.from({ length: harmonics }, (_, index) => seasonal(index + 1, period)).flat();
  const changes = slopeChange ? ['levelChange', 'slopeChange'] : ['levelChange'];
  const terms = ['intercept', 'preSlope', ...changes, ...seasons.map(({ name }) => name)];
  const changeAt = (time: number): number[] =>
    [time >= start ? 1 : 0, Math.max(time - start, 0)].slice(0, changes.length);
  const seasonAt = (time: number): number[] => seasons.map(({ at }) => at(time));
  const noChange = changes.map(() => 0);
  return {
    terms,
    rowAt: (time) => [1, time, ...changeAt(time), ...seasonAt(time)],
    counterfactualRowAt: (time) => [1, time, ...noChange, ...seasonAt(time)],
    changeRowAt: (time) => [0, 0, ...changeAt(time), ...seasons.map(() => 0)],
  };
}

/** Sine and cosine of k cycles a period; the sine of half a period is zero at every step and is left out. */
function seasonal(k: number, period: number) {
  const angle = (time: number): number => (2 * Math.PI * k * time) / period;
  const sine = { name: `sin${k}`, at: (time: number) => Math.sin(angle(time)) };
  const cosine = { name: `cos${k}`, at: (time: number) => Math.cos(angle(time)) };
  return 2 * k === period ? [cosine] : [sine, cosine];
}
