// Owns what the answers to survey questions come to: a share, a mean, an index, a net; of one question or several.
// The rule: of several, a question that few answered is left out, so that nothing tells what it hides.
import type { MeanRow, NetRow, ProportionRow } from '#core/metrics/metric.ts';
import { zForLevel } from '#core/stats/confidence-level.ts';
import { meanInterval } from '#core/stats/mean-interval.ts';
import { wilson } from '#core/stats/wilson.ts';
import { type Measurement, nothing } from './cell.ts';

const LEVEL = 0.95;

const noAnswers: Measurement = { ...nothing, suppressed: 'x', reason: 'Not asked, or nobody answered' };

interface Lines<R> {
  /** The questions whose base is large enough, or all where none is. */
  readonly lines: readonly R[];
  readonly people: number;
  readonly scale: string | null;
  readonly questions: readonly string[];
}

function linesOf<R extends ProportionRow | MeanRow>(rows: readonly R[], minimumBase: number): Lines<R> {
  const all = rows.filter((row) => row.line !== null);
  const large = all.filter((row) => row.people >= minimumBase);
  const lines = large.length > 0 ? large : all;
  const scales = new Set(lines.flatMap(({ scale }) => (scale === null ? [] : [scale])));
  return {
    lines,
    // The people of the whole, unless a question was left out: they would tell how many answered that one.
    people: Math.max(
      0,
      ...(lines.length === all.length && large.length > 0 ? rows : lines).map((row) => row.people),
    ),
    scale: scales.size === 0 ? null : [...scales].sort().join(' and '),
    questions: lines.flatMap(({ line }) => line ?? []).sort(),
  };
}

/** The share of one question with Wilson's interval (1927); of several the plain mean of their shares. */
export function proportion(rows: readonly ProportionRow[], minimumBase: number): Measurement {
  const { lines, people, scale, questions } = linesOf(rows, minimumBase);
  const [only] = lines;
  if (only === undefined) return noAnswers;
  const whole = { ...nothing, quantity: people, present: true, scale, questions };
  if (lines.length > 1) {
    const percentages = lines.map((row) => (100 * row.hits) / row.base);
    return { ...whole, value: meanOf(percentages), base: people };
  }
  const { p, lower, upper } = wilson(only.hits, only.base, LEVEL);
  return {
    ...whole,
    value: 100 * p,
    numerator: only.hits,
    denominator: only.base,
    base: only.base,
    interval: { lower: 100 * lower, upper: 100 * upper, level: LEVEL, method: 'Wilson' },
  };
}

/** The mean score of one question with its t interval; of several on one scale the plain mean of theirs. */
export function mean(rows: readonly MeanRow[], minimumBase: number): Measurement {
  const { lines, people, scale, questions } = linesOf(rows, minimumBase);
  const [only] = lines;
  if (only === undefined) return noAnswers;
  const whole = { ...nothing, quantity: people, present: true, scale, questions };
  if (lines.length > 1) {
    if (lines.some((row) => row.scale !== only.scale)) {
      return { ...whole, base: people, suppressed: 'x', reason: 'Its questions are on different scales' };
    }
    return { ...whole, value: meanOf(lines.map((row) => row.mean)), base: people };
  }
  return { ...whole, ...ofMean(only) };
}

/** The mean of the answers to one question, or of people's own means, with its t interval. */
function ofMean({
  base,
  mean: value,
  sd,
}: MeanRow): Pick<Measurement, 'value' | 'base' | 'interval' | 'spread'> {
  const spread = base < 2 ? null : sd;
  const { lower, upper } = meanInterval(base, value, spread, LEVEL);
  const interval =
    lower === null || upper === null ? null : { lower, upper, level: LEVEL, method: 'Student t' };
  return { value, base, interval, spread };
}

/** Of several questions: the mean of people's own means, unless one was left out for its few answers. */
export function index(rows: readonly MeanRow[], minimumBase: number): Measurement {
  const { lines, people, scale, questions } = linesOf(rows, minimumBase);
  const [only] = lines;
  if (only === undefined) return noAnswers;
  const whole = { ...nothing, quantity: people, present: true, scale, questions };
  if (lines.length === 1) return { ...whole, ...ofMean(only) };
  const group = rows.find((row) => row.line === null);
  const every = rows.every((row) => row.line === null || row.people >= minimumBase);
  if (group && every) return { ...whole, ...ofMean(group) };
  return { ...whole, value: meanOf(lines.map((row) => row.mean)), base: people };
}

/** Favourable minus unfavourable; se = sqrt((f + u - (f - u)^2) / n), f and u as proportions. */
export function net(rows: readonly NetRow[], minimumBase: number): Measurement {
  const { lines, people, scale, questions } = linesOf(rows, minimumBase);
  const [only] = lines;
  if (only === undefined) return noAnswers;
  const whole = { ...nothing, quantity: people, present: true, scale, questions };
  const values = lines.map(({ hits, against, base }) => (100 * (hits - against)) / base);
  if (lines.length > 1) return { ...whole, value: meanOf(values), base: people };
  const [f, u] = [only.hits / only.base, only.against / only.base];
  const spread = 100 * Math.sqrt(Math.max(0, f + u - (f - u) ** 2));
  const value = (100 * (only.hits - only.against)) / only.base;
  const reach = (zForLevel(LEVEL) * spread) / Math.sqrt(only.base);
  return {
    ...whole,
    value,
    base: only.base,
    spread,
    interval: {
      lower: Math.max(-100, value - reach),
      upper: Math.min(100, value + reach),
      level: LEVEL,
      method: 'Normal, for a difference of two shares of one sample',
    },
  };
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
