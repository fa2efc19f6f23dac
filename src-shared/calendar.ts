// Owns the council's calendar: months, quarters, financial and municipal years, waves, and their words.
// Dates are `YYYY-MM-DD` text and periods whole days, both ends included; no time zone can move them.
import { AppError } from './errors.ts';
import type { Grain } from './schemas/figure.ts';

export interface Period {
  /** First and last day. */
  readonly from: string;
  readonly to: string;
  /** "April 2024", "Q1 2024/25", "2024/25", "2024/25 municipal year", "14 October 2024". */
  readonly title: string;
}

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const isoShape = /^(\d{4})-(\d{2})-(\d{2})$/;
const pad = (value: number, width = 2): string => String(value).padStart(width, '0');
const iso = (year: number, month: number, day: number): string => {
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year + (date.getUTCFullYear() - 2000));
  return `${pad(date.getUTCFullYear(), 4)}-${pad(date.getUTCMonth() + 1)}-${pad(date.getUTCDate())}`;
};
const lastOfMonth = (year: number, month: number): string => addDays(iso(year, month + 1, 1), -1);
const spanYears = (year: number): string => `${year}/${pad((year + 1) % 100)}`;

function parts(date: string): readonly [year: number, month: number, day: number] {
  const [, year, month, day] = isoShape.exec(date) ?? [];
  return [Number(year), Number(month), Number(day)];
}

const isDate = (text: string): boolean => {
  const [year, month, day] = parts(text);
  return isoShape.test(text) && month >= 1 && month <= 12 && iso(year, month, day) === text;
};

/** A date some days later (or, negative, earlier). */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** A date some calendar months later (or earlier), kept inside its month: 31 March less one is 28 February. */
export function addMonths(date: string, months: number): string {
  const [year, month, day] = parts(date);
  const first = iso(year, month + months, 1);
  const [targetYear, targetMonth] = parts(first);
  const last = lastOfMonth(targetYear, targetMonth);
  return `${first.slice(0, 8)}${pad(Math.min(day, Number(last.slice(8))))}`;
}

/** "31 March 2026". */
export function formatDate(date: string): string {
  const [year, month, day] = parts(date);
  return `${day} ${monthNames[month - 1] ?? ''} ${year}`;
}

const month = (year: number, number: number): Period => ({
  from: iso(year, number, 1),
  to: lastOfMonth(year, number),
  title: `${monthNames[number - 1] ?? ''} ${year}`,
});

/** Quarter 1 is April to June; `year` is the one in which the financial year starts. */
const quarter = (year: number, number: number): Period => ({
  from: iso(year, 1 + number * 3, 1),
  to: addDays(iso(year, 4 + number * 3, 1), -1),
  title: `Q${number} ${spanYears(year)}`,
});

const financialYear = (year: number): Period => ({
  from: iso(year, 4, 1),
  to: iso(year + 1, 3, 31),
  title: spanYears(year),
});

const municipalYear = (year: number): Period => ({
  from: iso(year, 5, 1),
  to: iso(year + 1, 4, 30),
  title: `${spanYears(year)} municipal year`,
});

const range = (from: string, to: string): Period => ({
  from,
  to,
  title: `${formatDate(from)} to ${formatDate(to)}`,
});

/**
 * The period of a grain in which a date falls, as the SQL macro `mart.period_start` places it.
 * A wave is its own day. `all` has no period of its own: the date stands alone, too.
 */
export function periodOf(date: string, grain: Grain): Period {
  const [year, number] = parts(date);
  switch (grain) {
    case 'month':
      return month(year, number);
    case 'quarter':
      return quarter(number < 4 ? year - 1 : year, number < 4 ? 4 : Math.floor((number - 1) / 3));
    case 'financial-year':
      return financialYear(number < 4 ? year - 1 : year);
    case 'municipal-year':
      return municipalYear(number < 5 ? year - 1 : year);
    default:
      return { from: date, to: date, title: formatDate(date) };
  }
}

/**
 * Every whole period that holds a day from `from` to `to`, in order; for `all` the one span itself.
 * Waves come from the data, not from the calendar: asking for them is a mistake (RangeError).
 */
export function periodsBetween(from: string, to: string, grain: Grain): Period[] {
  if (grain === 'wave') throw new RangeError('Waves are read from the data, not from the calendar.');
  if (grain === 'all') return from <= to ? [range(from, to)] : [];
  const periods: Period[] = [];
  for (let next = periodOf(from, grain); next.from <= to; next = periodOf(addDays(next.to, 1), grain)) {
    periods.push(next);
  }
  return periods;
}

const yearPair = (first: string, second: string): number | null =>
  (Number(first) + 1) % 100 === Number(second) ? Number(first) : null;

/** What each way of writing a period means; null where its numbers make none. */
const readers: readonly [RegExp, (...groups: string[]) => Period | null][] = [
  [
    /^(\d{4})-(\d{2})-(\d{2})\.\.(\d{4})-(\d{2})-(\d{2})$/,
    (...text) => {
      const [from, to] = [text.slice(0, 3).join('-'), text.slice(3, 6).join('-')];
      return isDate(from) && isDate(to) && from <= to ? range(from, to) : null;
    },
  ],
  [/^(\d{4})$/, (year = '') => ({ from: `${year}-01-01`, to: `${year}-12-31`, title: year })],
  // "2009-10" is October 2009: a financial year that could be a month is written with a slash.
  [/^(\d{4})-(0[1-9]|1[0-2])$/, (year, number) => month(Number(year), Number(number))],
  [
    /^(\d{4})[/-](\d{2})( municipal year)?$/,
    (first = '', second = '', municipal = '') => {
      const year = yearPair(first, second);
      if (year === null) return null;
      return municipal ? municipalYear(year) : financialYear(year);
    },
  ],
  [
    /^(\d{4})[/-](\d{2}) ?q([1-4])$/,
    (first = '', second = '', number = '') => {
      const year = yearPair(first, second);
      return year === null ? null : quarter(year, Number(number));
    },
  ],
  [
    /^q([1-4]) ?(\d{4})[/-](\d{2})$/,
    (number = '', first = '', second = '') => {
      const year = yearPair(first, second);
      return year === null ? null : quarter(year, Number(number));
    },
  ],
];

/**
 * A period as people write it: `2024/25` or `2024-25` (financial year), `2024-25 Q2`, `2024` (calendar
 * year), `2024-11` (month), `2024/25 municipal year`, `2024-04-01..2025-03-31`.
 * @throws AppError period-invalid
 */
export function parsePeriod(text: string): Period {
  const plain = text.trim().toLowerCase().replace(/\s+/g, ' ');
  for (const [shape, read] of readers) {
    const match = shape.exec(plain);
    const period = match && read(...match.slice(1));
    if (period) return period;
  }
  throw new AppError('period-invalid', { period: text });
}
