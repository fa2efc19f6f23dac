// Owns the guard against subtraction over time: the same number in a pack issued earlier and now.
// The rule: what differs from an issued number by 1 to threshold - 1 would show those few, and is hidden now.

/** Numbers (people, answers or cases) by what they are of; only numbers that are shown stand in an issue. */
export type Quantities = ReadonlyMap<string, number>;

/**
 * The keys of `now` that an earlier issue shows with a number less than `threshold` away, but not the same.
 * A number that no earlier issue shows gives nothing to subtract from.
 */
export function tellingDifferences(
  now: Quantities,
  issued: readonly Quantities[],
  threshold: number,
): Set<string> {
  const telling = new Set<string>();
  for (const then of issued) {
    for (const [key, quantity] of now) {
      const earlier = then.get(key);
      if (earlier === undefined || earlier === quantity) continue;
      if (Math.abs(quantity - earlier) < threshold) telling.add(key);
    }
  }
  return telling;
}
