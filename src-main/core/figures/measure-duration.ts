// Owns what days of cases come to: the time until a share is closed, the share closed by a time, the longest.
// The rule: open cases are followed for as long as they have been, and neither left out nor called late.
import type { DurationRow, DurationTold, Metric } from '#core/metrics/metric.ts';
import { kaplanMeier, survivalAt, timeToReach } from '#core/stats/kaplan-meier.ts';
import { type Measurement, nothing } from './cell.ts';

const LEVEL = 0.95;

/** The measurement of one place; its rows are one at most. */
export function duration(rows: readonly DurationRow[], tells: DurationTold, metric: Metric): Measurement {
  if (typeof tells === 'object') return within(rows, tells.within, metric);
  return tells === 'longest-open' ? longestOpen(rows) : timeUntil(rows, tells, metric);
}

const noCase = (reason: string): Measurement => ({ ...nothing, suppressed: 'z', reason });

/** The share still open when a time is told, and why it cannot be told. */
const reaches = {
  median: { share: 0.5, reason: 'More than half still open' },
  ninetieth: { share: 0.1, reason: 'More than a tenth still open' },
} as const;

function timeUntil(
  [row]: readonly DurationRow[],
  tells: keyof typeof reaches,
  { noExposure }: Metric,
): Measurement {
  if (row === undefined) return noCase(noExposure ?? 'No case was received');
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

/** From so many cases on an estimated share is given: it is no count that could be written "1 of 8". */
const SHARE_FROM = 10;

/**
 * The share closed within so many days, 1 - S(days): open cases are followed for as long as they are, and
 * neither left out nor counted as late. Its interval is the curve's; at 0 and 100 per cent there is none.
 */
function within([row]: readonly DurationRow[], days: number | null, { noExposure }: Metric): Measurement {
  if (days === null) return { ...nothing, suppressed: 'x', reason: noExposure ?? 'No number of days is set' };
  if (row === undefined) return noCase('No case was received');
  const curve = kaplanMeier({ durations: row.days, events: row.closed });
  const closed = row.days.filter((length, index) => row.closed[index] === true && length <= days).length;
  const behind = { ...nothing, base: curve.n, quantity: curve.n, present: true, people: closed };
  if (curve.n < SHARE_FROM)
    return { ...behind, reason: `Fewer than ${SHARE_FROM} cases: too few for a share` };
  const at = survivalAt(curve, days);
  if (at === null) return { ...behind, reason: 'Not followed for as long as the target yet' };
  const { survival, lower, upper } = at;
  const told = lower !== null && upper !== null && survival > 0 && survival < 1;
  return {
    ...behind,
    value: 100 * (1 - survival),
    denominator: curve.n,
    interval: told
      ? { lower: 100 * (1 - upper), upper: 100 * (1 - lower), level: LEVEL, method: 'Kaplan-Meier, log-log' }
      : null,
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
