// Owns how days, counts and codes are written for people on every screen: British, plain, short.

const dayWords = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const monthWords = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' });
const momentWords = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' });
const numbers = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });

/** "31 March 2026" from "2026-03-31". */
export const dayText = (day: string): string => dayWords.format(new Date(`${day.slice(0, 10)}T00:00:00Z`));
/** "Mar 2026" from milliseconds. */
export const monthText = (time: number): string => monthWords.format(new Date(time));
/** "31 March 2026 at 14:05" from an ISO instant, in the reader's own time. */
export const momentText = (instant: string): string => {
  const time = new Date(instant);
  return Number.isNaN(time.getTime()) ? instant : momentWords.format(time);
};
/** "1,204"; a fraction keeps at most two places. */
export const numberText = (value: number): string => numbers.format(value);
/** "1 row", "1,204 rows". */
export const countText = (count: number, one: string, many = `${one}s`): string =>
  `${numberText(count)} ${count === 1 ? one : many}`;
/** "4.2 MB" from bytes. */
export const bytesText = (bytes: number): string => {
  if (bytes < 1000) return countText(bytes, 'byte');
  return bytes < 1_000_000
    ? `${numberText(Math.round(bytes / 1000))} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
};
/** "Absence spells" from "absence-spells". */
export const idText = (id: string): string => {
  const words = id.replaceAll(/[-_]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};
