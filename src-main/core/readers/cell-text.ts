// Turns a workbook cell's value into the text an importer reads.
// The rule: dates as ISO, numbers as Excel shows them (15 digits), booleans in capitals, errors as text.
import type { CellValue } from 'hucre';

const firstOf1900 = Date.UTC(1900, 0, 1);
const secondOf1904 = Date.UTC(1904, 0, 2);
const firstOf1904 = Date.UTC(1904, 0, 1);

/**
 * `2024-03-31`, `2024-03-31 09:05:00`, `09:05:00` for a time without a date, `TRUE`, `3.75`, `#N/A`.
 * A date arrives as a Date whose UTC parts are the wall-clock time; seconds are rounded.
 */
export function cellText(value: CellValue): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return value instanceof Date ? dateText(value) : String(value);
}

const numberText = (value: number): string =>
  String(Number.isSafeInteger(value) ? value : Number(value.toPrecision(15)));

function dateText(date: Date): string {
  const moment = Math.round(date.getTime() / 1000) * 1000;
  if (Number.isNaN(moment) || Math.abs(moment) > 8.64e15) return '#VALUE!';
  const [day = '', time = ''] = new Date(moment).toISOString().slice(0, 19).split('T');
  const withoutDay = moment < firstOf1900 || (moment > firstOf1904 && moment < secondOf1904);
  if (withoutDay) return time;
  return time === '00:00:00' ? day : `${day} ${time}`;
}
