// Owns how a date in a cell is read: exact day, month or year, never more than the cell says.

export type DateOrder = 'dmy' | 'mdy';
export type Precision = 'day' | 'month' | 'year';
export type ReadDate =
  | { readonly kind: 'date'; readonly iso: string; readonly precision: Precision }
  /** The cell says that it is not known, or that the thing is still open. */
  | { readonly kind: 'none'; readonly why: 'blank' | 'not-stated' | 'sentinel' }
  | { readonly kind: 'unreadable' };

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const notStated =
  /^(not (stated|known|available|recorded)|unknown|n\/?a|-+|–|\.+|tbc|none|null|nil|ongoing|open|current|present)$/i;
const iso = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?:[T ].*)?$/;
const slashed = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?:[ ,T].*)?$/;
const yearFirst = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?:[ T].*)?$/;
const dayMonthName =
  /^(?:[a-z]{3,9},? )?(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})\.?,?[ -](\d{4}|\d{2})(?:[ T].*)?$/i;
const monthDayName = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?:[ T].*)?$/i;
const monthName = /^([a-z]{3,9})\.?[ -](\d{4}|\d{2})$/i;
const monthYear = /^(\d{1,2})[/.-](\d{4})$/;
const yearOnly = /^(\d{4})$/;
const serial = /^(\d{5})(?:\.\d+)?$/;

const fullYear = (year: string): number => {
  const value = Number(year);
  return year.length === 4 ? value : value + (value < 70 ? 2000 : 1900);
};
const monthOf = (name: string): number => months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
const pad = (value: number): string => (value < 10 ? `0${value}` : String(value));
const unreadable: ReadDate = { kind: 'unreadable' };

const firstDays = new Set([18991230, 18991231, 19000101]);

function made(year: number, month: number, day: number, precision: Precision): ReadDate {
  // Oracle writes "no end" as 31/12/4712; databases and spreadsheets write "nothing" as their first day.
  if (year >= 4000 || firstDays.has(year * 10_000 + month * 100 + day))
    return { kind: 'none', why: 'sentinel' };
  if (year < 1600 || month < 1 || month > 12 || day < 1) return unreadable;
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return unreadable;
  return { kind: 'date', iso: `${year}-${pad(month)}-${pad(day)}`, precision };
}

/** What a slashed date says of its order: 'dmy', 'mdy', 'either', or null where it is not slashed. */
export function orderEvidence(text: string): DateOrder | 'either' | null {
  const match = slashed.exec(text.trim());
  if (!match) return null;
  const [first, second] = [Number(match[1]), Number(match[2])];
  if (first > 12 && second <= 12) return 'dmy';
  if (second > 12 && first <= 12) return 'mdy';
  return first === second ? null : 'either';
}

/** Reads one cell. Times of day are left off; two-digit years are 1970 to 2069. */
export function readDate(cell: string, order: DateOrder): ReadDate {
  const text = cell.trim().replace(/\u00a0/g, ' ');
  if (text === '') return { kind: 'none', why: 'blank' };
  let m = iso.exec(text);
  if (m) return made(Number(m[1]), Number(m[2]), Number(m[3] ?? 1), m[3] ? 'day' : 'month');
  m = slashed.exec(text);
  if (m) {
    const [first, second, year] = [Number(m[1]), Number(m[2]), fullYear(m[3] ?? '')];
    return order === 'dmy' ? made(year, second, first, 'day') : made(year, first, second, 'day');
  }
  m = yearFirst.exec(text);
  if (m) return made(Number(m[1]), Number(m[2]), Number(m[3]), 'day');
  m = dayMonthName.exec(text);
  if (m) return made(fullYear(m[3] ?? ''), monthOf(m[2] ?? ''), Number(m[1]), 'day');
  m = monthDayName.exec(text);
  if (m) return made(Number(m[3]), monthOf(m[1] ?? ''), Number(m[2]), 'day');
  m = monthName.exec(text);
  if (m) return made(fullYear(m[2] ?? ''), monthOf(m[1] ?? ''), 1, 'month');
  m = monthYear.exec(text);
  if (m) return made(Number(m[2]), Number(m[1]), 1, 'month');
  m = yearOnly.exec(text);
  if (m) return made(Number(m[1]), 1, 1, 'year');
  m = serial.exec(text);
  if (m) return fromSerial(Number(m[1]));
  return notStated.test(text) ? { kind: 'none', why: 'not-stated' } : unreadable;
}

/** An Excel serial day of the 1900 system that lost its format on the way. */
function fromSerial(days: number): ReadDate {
  const date = new Date(Date.UTC(1899, 11, 30) + days * 86_400_000);
  return made(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate(), 'day');
}
