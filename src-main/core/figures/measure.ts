// Owns what a place's rows come to: its value, what it rests on, and the interval, by the metric's shape.
import type { AmountRow, CountRow, ExposureRow, Measured, Metric, ShareRow } from '#core/metrics/metric.ts';
import { poissonRate } from '#core/stats/poisson-rate.ts';
import { wilson } from '#core/stats/wilson.ts';
import type { Period } from '#shared/calendar.ts';
import type { Asking } from './ask.ts';
import { type Measurement, nothing, type Place } from './cell.ts';
import { exposureOf } from './exposure.ts';
import { duration } from './measure-duration.ts';
import { index, mean, net, proportion } from './measure-survey.ts';
import { rowsByPlace } from './place.ts';

const LEVEL = 0.95;

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
      return (place) => duration(rows(place), tells, asking.metric);
    }
    case 'proportion': {
      const rows = rowsByPlace(measured.rows, periods, asking);
      return (place) => proportion(rows(place), minimumBase);
    }
    case 'net': {
      const rows = rowsByPlace(measured.rows, periods, asking);
      return (place) => net(rows(place), minimumBase);
    }
    case 'index': {
      const rows = rowsByPlace(measured.rows, periods, asking);
      return (place) => index(rows(place), minimumBase);
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

const fewest = (...counts: readonly number[]): number | null => {
  const some = counts.filter((count) => count > 0);
  return some.length === 0 ? null : Math.min(...some);
};

/** Of cases, those it is true of and those it is not are protected, too; of people asked, the base alone. */
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
    people: metric.disclosure.rule === 'people' ? fewest(hits, base - hits) : null,
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
