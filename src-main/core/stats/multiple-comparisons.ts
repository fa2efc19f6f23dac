// Adjusted p-values for a family of tests shown together.
// Rule: a test without a p-value (null) keeps its place and does not count.

type PValues = readonly (number | null)[];

/** False discovery rate: p x m / rank, stepping up. Source: Benjamini and Hochberg 1995. */
export function benjaminiHochberg(pValues: PValues): (number | null)[] {
  return inOrder(pValues, (p, m) => runningMinimum(p.map((value, index) => (value * m) / (index + 1))));
}

/** Family-wise error, stepping down. Source: Holm 1979. */
export function holm(pValues: PValues): (number | null)[] {
  return inOrder(pValues, (p, m) => runningMaximum(p.map((value, index) => value * (m - index))));
}

/** Family-wise error, p x m. */
export function bonferroni(pValues: PValues): (number | null)[] {
  return inOrder(pValues, (p, m) => p.map((value) => value * m));
}

/** Adjusts the values in rising order, caps them at 1 and puts them back. Throws RangeError outside 0 to 1. */
function inOrder(
  pValues: PValues,
  adjust: (rising: readonly number[], m: number) => readonly number[],
): (number | null)[] {
  const tests = pValues.flatMap((p, at) => (p === null ? [] : [{ p, at }])).sort((a, b) => a.p - b.p);
  if (tests.some(({ p }) => !(p >= 0 && p <= 1)))
    throw new RangeError('A p-value lies between 0 and 1, or is null.');
  const adjusted: (number | null)[] = pValues.map(() => null);
  const rising = tests.map(({ p }) => p);
  adjust(rising, rising.length).forEach((value, rank) => {
    const test = tests[rank];
    if (test !== undefined) adjusted[test.at] = Math.min(1, value);
  });
  return adjusted;
}

function runningMaximum(values: readonly number[]): number[] {
  let highest = Number.NEGATIVE_INFINITY;
  return values.map((value) => (highest = Math.max(highest, value)));
}

function runningMinimum(values: readonly number[]): number[] {
  return runningMaximum(values.toReversed().map((value) => -value))
    .map((value) => -value)
    .toReversed();
}
