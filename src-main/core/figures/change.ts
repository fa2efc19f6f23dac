// Owns what a survey's value says against the wave before it in the same group and unbroken line.
// The rule: it is made after disclosure control, from two shown numbers, so that it tells no hidden one; the
// verdict goes by a p value adjusted for everything else that is compared with the same wave in one figure.
import type { Shape } from '#core/metrics/metric.ts';
import { zForLevel } from '#core/stats/confidence-level.ts';
import { twoSidedNormalP } from '#core/stats/distributions.ts';
import { benjaminiHochberg } from '#core/stats/multiple-comparisons.ts';
import { newcombe } from '#core/stats/newcombe.ts';
import { twoProportion } from '#core/stats/two-proportion.ts';
import { welch } from '#core/stats/welch.ts';
import type { Change, Interval } from '#shared/schemas/figure.ts';
import { type FigureCell, keyOf } from './cell.ts';
import { type SegmentedCell, seriesOf } from './series.ts';

/** Civil Service People Survey 2019, p. 23: answers wanted in both waves before a change is tested. */
const TEST_FROM = { question: 30, several: 20, mean: 10 } as const;
/** The share of false alarms accepted among what a figure calls changed. */
export const FALSE_ALARMS = 0.05;
const LEVEL = 0.95;

interface Difference {
  readonly value: number;
  readonly interval: Interval;
  readonly p: number;
}
type Side = Pick<FigureCell, 'value' | 'numerator' | 'denominator' | 'base' | 'spread'>;
type Compare = (now: Side, before: Side) => Difference | null;

const comparisons: Partial<Record<Shape, Compare>> = {
  proportion: (now, before) => ofProportions(now, before) ?? ofSeveral(now, before),
  net: ofNets,
  mean: ofMeans,
  index: ofMeans,
};

/** Whether the values of a shape are compared from wave to wave. */
export const isCompared = (shape: Shape): boolean => comparisons[shape] !== undefined;

/** Whether both have as many answers as a test of theirs wants. */
export function enoughToTest(shape: Shape, ...points: readonly Pick<Side, 'numerator' | 'base'>[]): boolean {
  const several = points.some(({ numerator }) => numerator === null);
  const from =
    shape === 'mean' || shape === 'index'
      ? TEST_FROM.mean
      : shape === 'proportion' && several
        ? TEST_FROM.several
        : TEST_FROM.question;
  return points.every(({ base }) => (base ?? 0) >= from);
}

/** The change at a cell of these: null for a first one, a hidden one, or one of too few answers. */
export function changes(
  cells: readonly SegmentedCell[],
  shape: Shape,
): (cell: SegmentedCell) => Change | null {
  const compare = comparisons[shape];
  if (compare === undefined) return () => null;
  const families = new Map<string, { place: string; since: string; difference: Difference }[]>();
  for (const series of seriesOf(cells)) {
    const asked = series.filter(({ suppressed }) => suppressed !== 'x');
    for (const [index, cell] of asked.entries()) {
      const before = asked[index - 1];
      if (before === undefined || before.segment !== cell.segment) continue;
      if (cell.suppressed !== null || before.suppressed !== null) continue;
      const difference = enoughToTest(shape, cell, before) ? compare(cell, before) : null;
      if (difference === null) continue;
      const family = families.get(cell.period.from) ?? [];
      family.push({ place: placeOf(cell), since: before.period.title, difference });
      families.set(cell.period.from, family);
    }
  }
  const found = new Map<string, Change>();
  for (const family of families.values()) {
    const adjusted = benjaminiHochberg(family.map(({ difference }) => difference.p));
    for (const [index, { place, since, difference }] of family.entries()) {
      const adjustedP = adjusted[index] ?? 1;
      found.set(place, {
        ...difference,
        adjustedP,
        compared: family.length,
        verdict: verdictOf(difference.value, adjustedP),
        since,
      });
    }
  }
  return (cell) => found.get(placeOf(cell)) ?? null;
}

const verdictOf = (value: number, adjustedP: number): Change['verdict'] =>
  adjustedP >= FALSE_ALARMS ? 'no-clear-change' : value > 0 ? 'higher' : 'lower';

const placeOf = ({ period, coords }: SegmentedCell): string => keyOf(period.from, ...coords);

/**
 * The difference of two percentages in points: Newcombe's interval (1998, method 10) and the pooled z test, or
 * Fisher's exact test where fewer than 5 are expected somewhere. Null where either is of several questions.
 */
export function ofProportions(now: Side, before: Side): Difference | null {
  const [x, n, y, m] = [now.numerator, now.denominator, before.numerator, before.denominator];
  if (x === null || n === null || y === null || m === null) return null;
  const { difference, lower, upper } = newcombe(x, n, y, m, LEVEL);
  const test = twoProportion(x, n, y, m, LEVEL);
  return {
    value: 100 * difference,
    interval: { lower: 100 * lower, upper: 100 * upper, level: LEVEL, method: 'Newcombe' },
    p: test.smallestExpected < 5 ? test.fisherP : (test.pValue ?? 1),
  };
}

/**
 * The difference of two means of several questions' percentages, tested as percentages of the people who
 * answered: no mean of a person's answers spreads wider than one answer does, so it errs towards no change.
 */
function ofSeveral(now: Side, before: Side): Difference | null {
  const spreadOf = ({ value }: Side): number | null =>
    value === null ? null : Math.sqrt(Math.max(0, value * (100 - value)));
  return ofNets({ ...now, spread: spreadOf(now) }, { ...before, spread: spreadOf(before) });
}

/** The difference of two values whose standard errors are spread / sqrt(base), by the normal distribution. */
function ofNets(now: Side, before: Side): Difference | null {
  if (now.value === null || before.value === null || now.base === null || before.base === null) return null;
  if (now.spread === null || before.spread === null) return null;
  const value = now.value - before.value;
  const se = Math.sqrt(now.spread ** 2 / now.base + before.spread ** 2 / before.base);
  const reach = zForLevel(LEVEL) * se;
  return {
    value,
    interval: { lower: value - reach, upper: value + reach, level: LEVEL, method: 'Normal' },
    p: se > 0 ? twoSidedNormalP(value / se) : value === 0 ? 1 : 0,
  };
}

/** The difference of two means by Welch's t test. Null where the answers do not spread, or it is not known. */
function ofMeans(now: Side, before: Side): Difference | null {
  if (now.value === null || before.value === null || now.base === null || before.base === null) return null;
  if (now.spread === null || before.spread === null) return null;
  const side = (cell: Side) => ({ n: cell.base ?? 0, mean: cell.value ?? 0, sd: cell.spread });
  const { difference, lower, upper, pValue } = welch(side(now), side(before), LEVEL);
  if (pValue === null || lower === null || upper === null) return null;
  return {
    value: difference,
    interval: { lower, upper, level: LEVEL, method: 'Welch t' },
    p: pValue,
  };
}
