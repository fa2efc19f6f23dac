// The four special-cause rules and the target rule, each alone, on one phase of a chart.
// Rule: a signal is a side (-1 low or falling, 1 high or rising, 0 none); a gap (null) breaks every run.

/** -1 below the mean, under a line or falling; 1 above, over or rising; 0 neither. */
export type Side = -1 | 0 | 1;
export type ImprovementDirection = 'increase' | 'decrease' | 'neutral';
/** consistent_fail and consistent_pass: the process limits lie wholly on one side of the target. */
export type Assurance = 'consistent_pass' | 'consistent_fail' | 'inconsistent';

/** Shift: `runLength` or more consecutive points on one side of the mean; a point on the mean breaks it. */
export function shiftSignals(sides: readonly (Side | null)[], runLength: number): Side[] {
  const signals: Side[] = sides.map(() => 0);
  let start = 0;
  sides.forEach((side, index) => {
    if (side !== sides[start]) start = index;
    if (side && index - start + 1 >= runLength) signals.fill(side, start, index + 1);
  });
  return signals;
}

/**
 * Trend: `runLength` consecutive points each strictly above (or below) the last; a tie breaks it.
 * A point of a trend takes the direction of the step out of it where the next point is in a trend too, otherwise
 * of the step into it (as NHSRplotthedots), so that a peak between two trends belongs to the second.
 */
export function trendSignals(values: readonly (number | null)[], runLength: number): Side[] {
  const steps = values.map((value, index): Side => {
    const before = values[index - 1] ?? null;
    return value === null || before === null ? 0 : (Math.sign(value - before) as Side);
  });
  const inTrend = values.map(() => false);
  let start = 0;
  steps.forEach((step, index) => {
    if (step === 0) start = index;
    else if (step !== steps[index - 1]) start = index - 1;
    if (step !== 0 && index - start + 1 >= runLength) inTrend.fill(true, start, index + 1);
  });
  return steps.map((into, index) => {
    if (!inTrend[index]) return 0;
    return (inTrend[index + 1] && steps[index + 1]) || into;
  });
}

/**
 * Two of three: three consecutive points on one side of the mean, at least two of them `beyond` two sigma.
 * Only those beyond are signals. What counts as beyond is the caller's choice of variant.
 */
export function twoOfThreeSignals(beyond: readonly boolean[], sides: readonly (Side | null)[]): Side[] {
  const signals: Side[] = sides.map(() => 0);
  for (let first = 0; first + 2 < sides.length; first++) {
    const side = sides[first];
    const window = [first, first + 1, first + 2];
    if (!side || window.some((index) => sides[index] !== side)) continue;
    const hits = window.filter((index) => beyond[index]);
    if (hits.length >= 2) for (const hit of hits) signals[hit] = side;
  }
  return signals;
}

/**
 * Whether the process can be relied on to meet `target`, from its limits; null for a neutral measure.
 * A target exactly on a limit is inconsistent ("hit and miss").
 */
export function assuranceOf(
  direction: ImprovementDirection,
  limits: { readonly lower: number; readonly upper: number },
  target: number,
): Assurance | null {
  if (direction === 'neutral') return null;
  if (target > limits.upper) return direction === 'increase' ? 'consistent_fail' : 'consistent_pass';
  if (target < limits.lower) return direction === 'increase' ? 'consistent_pass' : 'consistent_fail';
  return 'inconsistent';
}
