// Owns what a place's rows come to: its value, what it rests on, and the interval, by the metric's shape.
import type {
  AmountRow,
  CountRow,
  DurationRow,
  ExposureRow,
  MeanRow,
  Measured,
  Metric,
  ProportionRow,
  ShareRow,
} from '#core/metrics/metric.ts';
import { kaplanMeier, timeToReach } from '#core/stats/kaplan-meier.ts';
import { meanInterval } from '#core/stats/mean-interval.ts';
import { poissonRate } from '#core/stats/poisson-rate.ts';
import { wilson } from '#core/stats/wilson.ts';
import type { Period } from '#shared/calendar.ts';
import type { Asking } from './ask.ts';
import type { Measurement, Place } from './cell.ts';
import { exposureOf } from './exposure.ts';
import { rowsByPlace } from './place.ts';

const LEVEL = 0.95;

const nothing: Measurement = {
  value: null,
  numerator: null,
  denominator: null,
  base: null,
  interval: null,
  suppressed: null,
  reason: null,
  quantity: 0,
  present: false,
  people: null,
  scale: null,
  questions: null,
};

/**
 * The measurement of each place. `minimumBase` keeps questions that few answered out of a theme's mean:
 * together with the others shown, the mean would tell what they hide.
 */
export function measurer(
  measured: Measured,
  periods: readonly Period[],
  asking: Asking,
  minimumBase: number,
): (place: Place) => Measurement {
  switch (measured.shape) {
    case 'count': {
      const rows = rowsByPlace(measured.rows, periods, asking);
      return (place) => count(rows(place));
    }
    case 'amount': {
      const rows = rowsByPlace(measured.rows, periods, asking);
      return (place) => amount(rows(place), asking.metric);
    }
    case 'share': {
      const rows = rowsByPlace(measured.rows, periods, asking);
      return (place) => share(rows(place), asking.metric);
    }
    case 'duration': {
      const rows = rowsByPlace(measured.rows, periods, asking);
      const { tells } = measured;
      return (place) => (tells === 'longest-open' ? longestOpen(rows(place)) : duration(rows(place), tells));
    }
    case 'proportion': {
      const rows = rowsByPlace(measured.rows, periods, asking);
      return (place) => proportion(rows(place), minimumBase);
    }
    case 'mean': {
      const rows = rowsByPlace(measured.rows, periods, asking);
      return (place) => mean(rows(place), minimumBase);
    }
    case 'rate': {
      const rows = rowsByPlace(measured.rows, periods, asking);
      const exposure = exposureOf(measured.exposure, asking);
      return (place) => rate(count(rows(place)), exposure(place), measured.per, asking.metric);
    }
    case 'ratio': {
      const rows = rowsByPlace(measured.rows, periods, asking);
      const exposure = exposureOf(measured.exposure, asking);
      return (place) =>
        ratio(amount(rows(place), asking.metric), exposure(place), measured.per, asking.metric);
    }
  }
}

function count(rows: readonly CountRow[]): Measurement {
  const total = rows.reduce((sum, row) => sum + row.count, 0);
  return { ...nothing, value: total, numerator: total, base: total, quantity: total, present: total > 0 };
}

function amount(rows: readonly AmountRow[], metric: Metric): Measurement {
  const total = rows.reduce((sum, row) => sum + row.amount, 0);
  const missing = rows.reduce((sum, row) => sum + row.missing, 0);
  // Published aggregates rest on no rows of ours: there is nobody to protect and no zero to add.
  const published = rows.some((row) => row.base === null);
  const base = published ? null : rows.reduce((sum, row) => sum + (row.base ?? 0), 0);
  const whole = missing === 0;
  return {
    ...nothing,
    value: whole ? total : null,
    numerator: whole ? total : null,
    base: whole ? base : null,
    suppressed: whole ? null : 'x',
    reason: whole
      ? null
      : (metric.noExposure ?? 'A published number behind it was withheld by its publisher'),
    quantity: base ?? 0,
    present: base !== null && (base > 0 || total > 0),
  };
}

/** Those it is true of are protected as the whole is: few of them are few people. */
function share(rows: readonly ShareRow[], metric: Metric): Measurement {
  const base = rows.reduce((sum, row) => sum + row.base, 0);
  const hits = rows.reduce((sum, row) => sum + row.hits, 0);
  if (base === 0)
    return {
      ...nothing,
      suppressed: 'z',
      reason: metric.noExposure ?? 'There is nothing to take a share of',
    };
  const { p, lower, upper } = wilson(hits, base, LEVEL);
  return {
    ...nothing,
    value: 100 * p,
    numerator: hits,
    denominator: base,
    base,
    interval: { lower: 100 * lower, upper: 100 * upper, level: LEVEL, method: 'Wilson' },
    quantity: base,
    present: true,
    people: hits,
  };
}

type Exposure = Pick<ExposureRow, 'exposure' | 'people'>;

function unavailable(part: Measurement, metric: Metric): Measurement {
  const reason = metric.noExposure ?? 'What it would be divided by is not known';
  return { ...part, value: null, denominator: null, suppressed: 'x', reason };
}

function rate(
  part: Measurement,
  { exposure, people = null }: Exposure,
  per: number,
  metric: Metric,
): Measurement {
  if (exposure === null || exposure <= 0) return unavailable(part, metric);
  const { rate: value, lower, upper, method } = poissonRate(part.numerator ?? 0, exposure, per, LEVEL);
  const words = method === 'garwood' ? 'Garwood (exact Poisson)' : 'Byar (Poisson)';
  return {
    ...part,
    value,
    people,
    denominator: exposure,
    interval: { lower, upper, level: LEVEL, method: words },
  };
}

function ratio(
  part: Measurement,
  { exposure, people = null }: Exposure,
  per: number,
  metric: Metric,
): Measurement {
  if (part.value === null) return part;
  if (exposure === null || exposure <= 0) return unavailable(part, metric);
  return { ...part, value: (part.value / exposure) * per, people, denominator: exposure };
}

const noCase = (reason: string): Measurement => ({ ...nothing, suppressed: 'z', reason });

/** The share still open when a time is told, and why it cannot be told. */
const reaches = {
  median: { share: 0.5, reason: 'More than half still open' },
  ninetieth: { share: 0.1, reason: 'More than a tenth still open' },
} as const;

function duration([row]: readonly DurationRow[], tells: keyof typeof reaches): Measurement {
  if (row === undefined) return noCase('No case was received');
  const { share, reason } = reaches[tells];
  const curve = kaplanMeier({ durations: row.days, events: row.closed });
  const value = timeToReach(curve, share);
  const lower = timeToReach(curve, share, 'lower');
  const upper = timeToReach(curve, share, 'upper');
  return {
    ...nothing,
    value,
    numerator: curve.events,
    denominator: curve.n,
    base: curve.n,
    interval:
      value === null || lower === null || upper === null
        ? null
        : { lower, upper, level: LEVEL, method: 'Kaplan-Meier, log-log' },
    reason: value === null ? reason : null,
    quantity: curve.n,
    present: true,
  };
}

/** It is protected as the number of all cases behind it is, and as that of the open ones where those are few. */
function longestOpen([row]: readonly DurationRow[]): Measurement {
  if (row === undefined) return noCase('No case was received');
  const open = row.days.filter((_, index) => row.closed[index] !== true);
  const behind = { quantity: row.days.length, present: true, people: open.length };
  if (open.length === 0) return { ...noCase('No case is open'), ...behind };
  return { ...nothing, ...behind, value: Math.max(...open), base: open.length };
}

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

function proportion(rows: readonly ProportionRow[], minimumBase: number): Measurement {
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

function mean(rows: readonly MeanRow[], minimumBase: number): Measurement {
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
  const { lower, upper } = meanInterval(only.base, only.mean, only.base < 2 ? null : only.sd, LEVEL);
  const interval =
    lower === null || upper === null ? null : { lower, upper, level: LEVEL, method: 'Student t' };
  return { ...whole, value: only.mean, base: only.base, interval };
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
