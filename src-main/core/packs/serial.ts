// Owns calendar days as Excel counts them: the 1900 system, in UTC so that no time zone can move a day.

const epochSerial = 25_569;
const dayMs = 86_400_000;

/** The serial number of a day `YYYY-MM-DD`; 46204 for 2026-07-01. */
export const serialOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / dayMs + epochSerial;

/** Whether a text is a real day that Excel and every reader agree on (from 1 March 1900). */
export function isCalendarDay(day: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || day < '1900-03-01') return false;
  const instant = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(day);
}
