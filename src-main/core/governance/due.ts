// Owns when something is due: the last evidence plus the cadence that a person set.
import { addMonths } from '#shared/calendar.ts';

export interface Due {
  readonly nextDue: string | null;
  /** Days past that day; null where it has not passed. */
  readonly overdueDays: number | null;
}

/** When evidence after `last` is due, seen from `today`; nulls without evidence or without a cadence. */
export function dueAfter(last: string | null, cadenceMonths: number | null, today: string): Due {
  if (last === null || cadenceMonths === null) return { nextDue: null, overdueDays: null };
  const nextDue = addMonths(last, cadenceMonths);
  const days = Math.round((Date.parse(today) - Date.parse(nextDue)) / 86_400_000);
  return { nextDue, overdueDays: days > 0 ? days : null };
}
