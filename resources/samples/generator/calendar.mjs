// Dates as whole days since 1 January 1970 (UTC), so that no time zone can move them.

const MS = 86_400_000;
const pad = (/** @type {number} */ n) => String(n).padStart(2, '0');

/** @param {string} iso `YYYY-MM-DD` @returns {number} day number */
export const day = (iso) => Date.parse(`${iso}T00:00:00Z`) / MS;

/** @param {number} d @returns {{ y: number, m: number, d: number }} calendar parts, month 1 to 12 */
export function parts(d) {
  const date = new Date(d * MS);
  return { y: date.getUTCFullYear(), m: date.getUTCMonth() + 1, d: date.getUTCDate() };
}

/** @param {number} d @returns {string} `YYYY-MM-DD` */
export const iso = (d) => new Date(d * MS).toISOString().slice(0, 10);

/** @param {number} d @returns {string} `DD/MM/YYYY` */
export function uk(d) {
  const p = parts(d);
  return `${pad(p.d)}/${pad(p.m)}/${p.y}`;
}

/** @param {number} d @returns {string} `MM/DD/YYYY`, as American tools write it */
export function us(d) {
  const p = parts(d);
  return `${pad(p.m)}/${pad(p.d)}/${p.y}`;
}

/** @param {number} d @param {number} [seconds] @returns {Date} a UTC instant for a workbook cell */
export const instant = (d, seconds = 0) => new Date(d * MS + seconds * 1000);

/** @param {number} seconds since midnight @returns {string} `HH:MM:SS` */
export const clock = (seconds) => `${pad(Math.floor(seconds / 3600))}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;

/** @param {number} seconds since midnight @returns {string} `H:MM:SS AM` */
export function clock12(seconds) {
  const h = Math.floor(seconds / 3600);
  return `${h % 12 === 0 ? 12 : h % 12}${clock(seconds).slice(2)} ${h < 12 ? 'AM' : 'PM'}`;
}

/** @param {number} y @param {number} m month, may run past 12 @returns {number} the first day of that month */
export const monthStart = (y, m) => Date.UTC(y, m - 1, 1) / MS;

/** Monday 0 to Sunday 6. @param {number} d */
export const weekday = (d) => (((d + 3) % 7) + 7) % 7;

/** Monday to Friday days from `from` to `to`, both counted; bank holidays are not taken out. @param {number} from @param {number} to */
export function workingDays(from, to) {
  if (to < from) return 0;
  const before = (/** @type {number} */ d) => {
    const monday = d - weekday(d);
    return ((monday + 3) / 7) * 5 + Math.min(weekday(d), 5);
  };
  return before(to + 1) - before(from);
}

/** The last day of a spell of `n` working days that begins on working day `from`. @param {number} from @param {number} n */
export function addWorkingDays(from, n) {
  const w = weekday(from) + n - 1;
  return from - weekday(from) + Math.floor(w / 5) * 7 + (w % 5);
}

/** The same day, or the Monday after a weekend. @param {number} d */
export const onWorkingDay = (d) => (weekday(d) > 4 ? d + 7 - weekday(d) : d);

/** Start year of the financial year (April to March). @param {number} d */
export function financialYear(d) {
  const p = parts(d);
  return p.m >= 4 ? p.y : p.y - 1;
}
