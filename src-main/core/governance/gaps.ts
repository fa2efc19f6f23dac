// Owns what is missing between the first and the last day of a source: months without a row where rows come
// all the time, intervals much longer than usual where they come in waves, snapshots or periods.
import { addDays, addMonths, formatDate, periodOf } from '#shared/calendar.ts';
import type { SourceHealth } from '#shared/schemas/health.ts';

type Gap = NonNullable<SourceHealth['gaps']>[number];

/** Kinds whose rows come all the time: each month should have some. */
export const monthlyKinds: readonly string[] = ['absence-spell', 'incident', 'leaver'];
const regularKinds: readonly string[] = [
  'absence-aggregate',
  'workforce-snapshot',
  'survey-response',
  'survey-aggregate',
];
/** An interval is a gap when it is longer than this many usual ones. */
const LONGER = 1.5;
const DAYS_A_MONTH = 30.44;

/**
 * The gaps of a kind. `days` are its distinct days (of a monthly kind: months) in order; `cadenceMonths` is
 * how often evidence is to come, where a person has said so. Null for kinds that keep no rhythm.
 */
export function gapsOf(kind: string, days: readonly string[], cadenceMonths: number | null): Gap[] | null {
  if (monthlyKinds.includes(kind)) return missingMonths(days);
  return regularKinds.includes(kind) ? longIntervals(days, cadenceMonths) : null;
}

function missingMonths(months: readonly string[]): Gap[] {
  return months.flatMap((month, index) => {
    const before = months[index - 1];
    const first = before === undefined ? month : addMonths(before, 1);
    if (first >= month) return [];
    const last = periodOf(addDays(month, -1), 'month');
    const from = periodOf(first, 'month').title;
    const text = from === last.title ? `No rows in ${from}` : `No rows from ${from} to ${last.title}`;
    return [{ from: first, to: last.to, text }];
  });
}

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

function longIntervals(days: readonly string[], cadenceMonths: number | null): Gap[] {
  const steps = days.slice(1).map((day, index) => daysBetween(days[index] ?? day, day));
  const middle = [...steps].sort((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 0;
  const usual = cadenceMonths === null ? middle : cadenceMonths * DAYS_A_MONTH;
  if (steps.length < 2 && cadenceMonths === null) return [];
  return steps.flatMap((step, index) => {
    const [from, to] = [days[index], days[index + 1]];
    if (from === undefined || to === undefined || step <= LONGER * usual) return [];
    const every = Math.max(1, Math.round(usual / DAYS_A_MONTH));
    const rhythm = every === 1 ? 'every month' : `every ${every} months`;
    const said = cadenceMonths === null ? `it usually comes ${rhythm}` : `it is to come ${rhythm}`;
    return [{ from, to, text: `Nothing between ${formatDate(from)} and ${formatDate(to)}; ${said}` }];
  });
}
