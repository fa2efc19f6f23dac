// Owns how a pack's period is divided and what it is compared with.
import { addDays, addMonths, type Period, parsePeriod, periodOf, periodsBetween } from '#shared/calendar.ts';
import type { Grain } from '#shared/schemas/figure.ts';

/** The period that a pack reports on, and what stands beside it. */
export interface PackPeriod {
  readonly period: Period;
  /** The grain of which the period is one whole; `all` where it is none. */
  readonly grain: Grain;
  /** The one before: the period of the same grain, or the same dates in earlier years. */
  readonly previous: Period;
  /** How the period is divided where it is set out in time, from two years before it. */
  readonly series: { readonly grain: Grain; readonly from: string; readonly noun: string };
  /** First month of the control charts: five years to the end of the period. */
  readonly chartsFrom: string;
}

const grains = ['month', 'quarter', 'financial-year', 'municipal-year'] as const;

const grainOf = (period: Period): Grain =>
  grains.find((grain) => {
    const whole = periodOf(period.from, grain);
    return whole.from === period.from && whole.to === period.to;
  }) ?? 'all';

/** The same dates as many whole years earlier as it takes for the two not to overlap. */
function sameDatesEarlier({ from, to }: Period): Period {
  const after = addDays(to, 1);
  let months = 12;
  while (addMonths(after, -months) > from) months += 12;
  const [period] = periodsBetween(addMonths(from, -months), addDays(addMonths(after, -months), -1), 'all');
  return period ?? { from, to, title: '' };
}

function seriesOf(period: Period): PackPeriod['series'] {
  const from = addMonths(period.from, -24);
  if (period.to <= addMonths(period.from, 1)) return { grain: 'month', from, noun: 'month' };
  if (period.to <= addMonths(period.from, 24)) return { grain: 'quarter', from, noun: 'quarter' };
  return { grain: 'financial-year', from, noun: 'financial year' };
}

/** Reads a pack's period and what follows from it. @throws AppError period-invalid */
export function packPeriod(text: string): PackPeriod {
  const period = parsePeriod(text);
  const grain = grainOf(period);
  return {
    period,
    grain,
    previous: grain === 'all' ? sameDatesEarlier(period) : periodOf(addDays(period.from, -1), grain),
    series: seriesOf(period),
    chartsFrom: addMonths(addDays(period.to, 1), -60),
  };
}
