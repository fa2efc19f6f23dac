// The one check every count passes on its way into a formula.
// Rule: a bad count is the caller's mistake and throws; it never becomes a number on a page.

/** Throws RangeError unless `value` is a whole number from `least` to `most`. `name` opens the sentence. */
export function requireCount(name: string, value: number, least = 0, most = Number.MAX_SAFE_INTEGER): void {
  if (Number.isInteger(value) && value >= least && value <= most) return;
  const upTo = most === Number.MAX_SAFE_INTEGER ? `at least ${least}` : `from ${least} to ${most}`;
  throw new RangeError(`${name} is a whole number ${upTo}, not ${value}.`);
}

/** Throws RangeError unless `value` is a finite number above zero. `name` opens the sentence. */
export function requirePositive(name: string, value: number): void {
  if (!(value > 0 && Number.isFinite(value))) throw new RangeError(`${name} is above zero, not ${value}.`);
}
