// Owns what a survey's percentage says against the wave before it in the same group and unbroken line.
// The rule: it is made after disclosure control, from two shown numbers, so that it tells no hidden one.
import { newcombe } from '#core/stats/newcombe.ts';
import type { Change } from '#shared/schemas/figure.ts';
import { keyOf } from './cell.ts';
import { type SegmentedCell, seriesOf } from './series.ts';

/** Civil Service People Survey: a question's change is tested from this many answers in both waves. */
export const TEST_FROM = 30;
const LEVEL = 0.95;

/** The change at a cell of these: null for a first one, a hidden one, or one of too few answers. */
export function changes(cells: readonly SegmentedCell[]): (cell: SegmentedCell) => Change | null {
  const found = new Map<string, Change>();
  for (const series of seriesOf(cells)) {
    const asked = series.filter(({ suppressed }) => suppressed !== 'x');
    for (const [index, cell] of asked.entries()) {
      const before = asked[index - 1];
      const change = before?.segment === cell.segment ? compare(cell, before) : null;
      if (change) found.set(placeOf(cell), change);
    }
  }
  return (cell) => found.get(placeOf(cell)) ?? null;
}

const placeOf = ({ period, coords }: SegmentedCell): string => keyOf(period.from, ...coords);

/** The difference in percentage points with Newcombe's interval (1998, method 10), on whole answers. */
function compare(now: SegmentedCell, before: SegmentedCell): Change | null {
  const [x, n, y, m] = [now.numerator, now.denominator, before.numerator, before.denominator];
  if (now.suppressed !== null || before.suppressed !== null) return null;
  if (x === null || n === null || y === null || m === null) return null;
  if (n < TEST_FROM || m < TEST_FROM) return null;
  const { difference, lower, upper } = newcombe(x, n, y, m, LEVEL);
  return {
    value: 100 * difference,
    interval: { lower: 100 * lower, upper: 100 * upper, level: LEVEL, method: 'Newcombe' },
    verdict: lower > 0 ? 'higher' : upper < 0 ? 'lower' : 'no-clear-change',
    since: before.period.title,
  };
}
