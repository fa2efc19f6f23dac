// The count, mean and standard deviation of a sample.

export interface Sample {
  readonly n: number;
  readonly mean: number;
  /** Sample standard deviation (divisor n - 1); null with one value. */
  readonly sd: number | null;
}

/** The mean, corrected once by the mean residual, so that equal values have exactly their value as mean. */
export function meanOf(values: readonly number[]): number {
  const rough = values.reduce((sum, value) => sum + value, 0) / values.length;
  return rough + values.reduce((sum, value) => sum + (value - rough), 0) / values.length;
}

/** Squared deviations from the mean over n - 1; NaN with fewer than two values. */
export function varianceOf(values: readonly number[]): number {
  const mean = meanOf(values);
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return values.length < 2 ? Number.NaN : squares / (values.length - 1);
}

/** Null without values. Throws RangeError for a value that is not a finite number. */
export function sampleOf(values: readonly number[]): Sample | null {
  if (!values.every(Number.isFinite)) throw new RangeError('Every value of a sample is a finite number.');
  if (values.length === 0) return null;
  const sd = values.length < 2 ? null : Math.sqrt(varianceOf(values));
  return { n: values.length, mean: meanOf(values), sd };
}

/** The middle value, or the mean of the two middle ones; NaN without values. */
export function medianOf(values: readonly number[]): number {
  const ordered = values.toSorted((a, b) => a - b);
  const middle = Math.floor(ordered.length / 2);
  const upper = ordered[middle] ?? Number.NaN;
  return ordered.length % 2 === 1 ? upper : ((ordered[middle - 1] ?? Number.NaN) + upper) / 2;
}
