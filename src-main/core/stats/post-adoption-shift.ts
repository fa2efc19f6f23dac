// The headline verdict on a measure: have the points since adoption stayed on the better side of how it was before?
// Rule: the baseline is frozen at what came before adoption; one sustained shift is judged, not every signal, so
// that pure chance says "improvement" about once in twenty charts.
import { meanOf } from './moments.ts';
import { recorded } from './moving-range.ts';
import { type ImprovementDirection, type Side, shiftSignals } from './special-cause-rules.ts';

/** Fewer recorded points before adoption give no mean worth freezing. */
export const LEAST_BASELINE = 12;

/** For a neutral measure a shift is only higher or lower. */
export type ShiftVerdict =
  | 'consistent_with_improvement'
  | 'consistent_with_worsening'
  | 'shifted_higher'
  | 'shifted_lower'
  | 'no_clear_change'
  | 'too_little_data';

export interface PostAdoptionShift {
  readonly verdict: ShiftVerdict;
  /** Recorded points before and since adoption. */
  readonly before: number;
  readonly after: number;
  /** The frozen mean of the points before; null without any. */
  readonly baselineMean: number | null;
  /** The run that decided, as indices into the values (end exclusive); null when there is none. */
  readonly run: { readonly start: number; readonly end: number } | null;
}

export interface PostAdoptionOptions {
  /** Index of the first value at or after adoption: the values before it are the baseline. */
  readonly baselineN: number;
  readonly improvementDirection: ImprovementDirection;
  /** Consecutive points that make a shift: 7, or 6 as the Making Data Count tool also offers. */
  readonly runLength?: 6 | 7 | undefined;
}

/**
 * Judges `values` in time order (null is a gap, which breaks a run) by the latest run of points since adoption on
 * one side of the frozen mean; a point on the mean breaks it. Too little data: fewer than 12 recorded points before
 * or `runLength` since.
 * Source: the shift rule of NHS England's Making Data Count. False alarms and power at 12 points before and 12 since
 * are simulated by `npm run false-alarms`. Throws RangeError when baselineN is not a place in the series.
 */
export function postAdoptionShift(
  values: readonly (number | null)[],
  { baselineN, improvementDirection, runLength = 7 }: PostAdoptionOptions,
): PostAdoptionShift {
  if (!(Number.isInteger(baselineN) && baselineN >= 0 && baselineN <= values.length))
    throw new RangeError(`Adoption is a place in the series (0 to ${values.length}), not ${baselineN}.`);
  const baseline = recorded(values.slice(0, baselineN));
  const since = values.slice(baselineN);
  const before = baseline.length;
  const after = recorded(since).length;
  const baselineMean = before === 0 ? null : meanOf(baseline);
  const known = { before, after, baselineMean };
  if (before < LEAST_BASELINE || after < runLength || baselineMean === null)
    return { verdict: 'too_little_data', ...known, run: null };
  const sides = since.map((value) => (value === null ? null : sideOf(value, baselineMean)));
  const signals = shiftSignals(sides, runLength);
  const last = signals.findLastIndex((side) => side !== 0);
  const side = signals[last] ?? 0;
  if (side === 0) return { verdict: 'no_clear_change', ...known, run: null };
  const start = signals.findLastIndex((other, index) => index < last && other !== side) + 1;
  const run = { start: baselineN + start, end: baselineN + last + 1 };
  return { verdict: verdictOf(side, improvementDirection), ...known, run };
}

/** A point within rounding of a computed mean lies on it. */
function sideOf(value: number, mean: number): Side {
  const distance = value - mean;
  return Math.abs(distance) <= 1e-12 * Math.abs(mean) ? 0 : (Math.sign(distance) as Side);
}

function verdictOf(side: -1 | 1, better: ImprovementDirection): ShiftVerdict {
  if (better === 'neutral') return side === 1 ? 'shifted_higher' : 'shifted_lower';
  return (better === 'increase') === (side === 1)
    ? 'consistent_with_improvement'
    : 'consistent_with_worsening';
}
