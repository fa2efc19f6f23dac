// Owns the rolling window: so many events within so many months, from whichever day they begin.
import { addMonths } from '#shared/calendar.ts';

export interface Rule {
  readonly interventions: number;
  readonly months: number;
}

/** A window of twelve months from 10 March holds the days up to and with 9 March of the next year. */
const within = (first: string, date: string, months: number): boolean => date < addMonths(first, months);

/**
 * What of a person's events (by date) makes a pattern.
 * @returns the events that stand in a window which holds enough, and the most that one window holds; null
 * where no window does
 */
export function patternIn<T extends { readonly date: string }>(
  events: readonly T[],
  { interventions, months }: Rule,
): { readonly events: T[]; readonly count: number } | null {
  const told = new Set<T>();
  let count = 0;
  for (const [at, first] of events.entries()) {
    const held = events.slice(at).filter(({ date }) => within(first.date, date, months));
    if (held.length < interventions) continue;
    for (const event of held) told.add(event);
    count = Math.max(count, held.length);
  }
  return count === 0 ? null : { events: events.filter((event) => told.has(event)), count };
}
