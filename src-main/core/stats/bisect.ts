// Root of a monotone function by halving the bracket until two neighbouring numbers are left.
// Slow and certain: exact intervals are computed once a figure, not in a loop over rows.

/**
 * The x in [low, high] where `isBelow` turns from true to false: `isBelow(x)` says that the root lies
 * above x. Accurate to the last bit of the double.
 */
export function bisect(low: number, high: number, isBelow: (x: number) => boolean): number {
  let from = low;
  let to = high;
  for (;;) {
    const middle = from + (to - from) / 2;
    if (middle <= from || middle >= to) return middle;
    if (isBelow(middle)) from = middle;
    else to = middle;
  }
}
