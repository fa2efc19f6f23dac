// The local straight line that STL smooths with.

/**
 * The loess value of degree 1 at position `x` from the points `left`..`right` (all counted from 1), tricube
 * weights times `robustness`. Null where no point has weight.
 * Source: Cleveland 1979, J Am Stat Assoc 74:829; as the `est` routine of Cleveland's STL program.
 */
export function localLine(
  values: readonly number[],
  window: number,
  x: number,
  left: number,
  right: number,
  robustness: readonly number[] | null,
): number | null {
  const n = values.length;
  const beyond = window > n ? Math.floor((window - n) / 2) : 0;
  const reach = Math.max(x - left, right - x) + beyond;
  const positions = Array.from({ length: right - left + 1 }, (_, index) => left + index);
  const raw = positions.map((j) => tricube(Math.abs(j - x), reach) * (robustness?.[j - 1] ?? 1));
  const total = raw.reduce((sum, weight) => sum + weight, 0);
  if (total <= 0) return null;
  const weights = raw.map((weight) => weight / total);
  const mean = weighted(weights, (i) => left + i);
  const spread = weighted(weights, (i) => (left + i - mean) ** 2);
  const slope = reach > 0 && Math.sqrt(spread) > 0.001 * (n - 1) ? (x - mean) / spread : 0;
  return weighted(weights, (i) => (slope * (left + i - mean) + 1) * (values[left + i - 1] ?? 0));
}

function tricube(distance: number, reach: number): number {
  if (distance > 0.999 * reach) return 0;
  return distance <= 0.001 * reach ? 1 : (1 - (distance / reach) ** 3) ** 3;
}

const weighted = (weights: readonly number[], value: (index: number) => number): number =>
  weights.reduce((sum, weight, index) => sum + weight * value(index), 0);
