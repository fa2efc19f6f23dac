// Owns how a value is written for people. Rounding happens here, last, and nowhere else.
import type { Metric } from '#core/metrics/metric.ts';
import type { Measurement } from './cell.ts';

/** By how many decimals; one costs more to make than to use. */
const formats = new Map<number, Intl.NumberFormat>();

function number(value: number, decimals: number): string {
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  const format = formats.get(decimals) ?? new Intl.NumberFormat('en-GB', digits);
  formats.set(decimals, format);
  // Adding zero turns -0 into 0.
  return format.format(Number(value.toFixed(decimals)) + 0);
}

/** A value in the metric's unit: "62%", "1,204", "34 days". */
export function writeValue(value: number, { decimals, unit }: Metric['format']): string {
  const smallest = 10 ** -decimals;
  const tiny = value > 0 && value < smallest / 2;
  const text = tiny ? `under ${number(smallest, decimals)}` : number(value, decimals);
  if (unit === 'percent') return `${text}%`;
  if (unit !== 'days') return text;
  // A median may lie half-way between two days.
  const days = Number.isInteger(value) ? text : number(value, 1);
  return days === '1' ? '1 day' : `${days} days`;
}

/** What stands in a table or tooltip: the value, "1 of 8" below `percentBase`, or why there is none. */
export function shownText(cell: Measurement, metric: Metric, percentBase: number): string {
  if (cell.suppressed !== null) return `[${cell.suppressed}]`;
  if (cell.value === null) return cell.reason === null ? '[x]' : lowerFirst(cell.reason);
  const { numerator, denominator } = cell;
  const few = denominator !== null && denominator < percentBase;
  if (metric.format.unit === 'percent' && few && numerator !== null) {
    return `${plain(numerator)} of ${plain(denominator)}`;
  }
  return writeValue(cell.value, metric.format);
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

const plain = (value: number): string => number(value, Number.isInteger(value) ? 0 : 1);

/** In a group below this many, none or all of it tells of each one in it. */
const ALL_OR_NONE_BELOW = 20;

/** What to take care of with a value of a group that is shown; null for nothing. */
export function cautionOf(cell: Measurement, metric: Metric): string | null {
  const { suppressed, numerator, denominator } = cell;
  if (metric.format.unit !== 'percent' || suppressed !== null) return null;
  if (numerator === null || denominator === null || denominator >= ALL_OR_NONE_BELOW) return null;
  if (numerator > 0 && numerator < denominator) return null;
  return `${numerator === 0 ? 'None' : 'All'} of a small group: this tells of everyone in it. Think before it is passed on.`;
}
