// What may be cut together: in no metric do the pairs of dimensions close a ring, through which tables that
// are each safe could tell together what none of them shows.
import { describe, expect, it } from 'vitest';
import { metrics } from '#core/metrics/index.ts';
import type { Metric } from '#core/metrics/metric.ts';

/** The first pair that joins two dimensions which are joined already, or null. */
function ringOf(pairs: Readonly<Record<string, readonly [string, string]>>): string | null {
  const parts = new Map<string, string>();
  const rootOf = (dimension: string): string => {
    const above = parts.get(dimension);
    return above === undefined ? dimension : rootOf(above);
  };
  for (const [name, [group, across]] of Object.entries(pairs)) {
    const [a, b] = [rootOf(group), rootOf(across)];
    if (a === b) return name;
    parts.set(a, b);
  }
  return null;
}

/** Whether a cut divides people or cases: questions, behaviours and what picks a population do not. */
const divides = ({ choices, disclosure }: Metric, cut: string): boolean =>
  !choices.includes(cut) && (disclosure.rule === 'people' || disclosure.partitions.includes(cut));

describe('the pairs of a metric', () => {
  it('are seen to close a ring where they do', () => {
    expect(ringOf({ ab: ['a', 'b'], bc: ['b', 'c'] })).toBeNull();
    expect(ringOf({ ab: ['a', 'b'], bc: ['b', 'c'], ca: ['c', 'a'] })).toBe('ca');
    expect(ringOf({ ab: ['a', 'b'], ba: ['b', 'a'] })).toBe('ba');
  });

  it.each(metrics.map((metric) => [metric.card.id, metric] as const))('%s: close none', (_, metric) => {
    const pairs = Object.entries(metric.twoWay).filter(([, pair]) =>
      pair.every((cut) => divides(metric, cut)),
    );
    expect(ringOf(Object.fromEntries(pairs))).toBeNull();
  });

  it('are of dimensions that the metric is cut by, and a scheme is in none', () => {
    for (const { cuts, twoWay } of metrics) {
      for (const pair of Object.values(twoWay)) {
        for (const cut of pair) expect(cuts).toContain(cut);
        expect(pair).not.toContain('scheme');
      }
    }
  });
});
