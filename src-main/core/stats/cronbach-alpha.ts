// Cronbach's alpha: whether the items of a scale measure one thing.
// Rule: listwise (a row with any gap is left out); a negative alpha is shown as it is, not as zero.
import { tailProbability } from './confidence-level.ts';
import { fQuantile } from './distributions.ts';
import { meanOf, varianceOf } from './moments.ts';

export interface CronbachAlpha {
  readonly items: number;
  readonly completeRows: number;
  /** Null, with all that follows, below two items or two complete rows or when no total differs. */
  readonly alpha: number | null;
  /** From the mean correlation of the items; null when an item never varies. */
  readonly standardisedAlpha: number | null;
  readonly feldtLower: number | null;
  readonly feldtUpper: number | null;
  /** Alpha without each item in turn; null for a scale of two items. */
  readonly alphaIfDropped: readonly (number | null)[] | null;
  /** Correlation of each item with the sum of the others. */
  readonly correctedItemTotal: readonly (number | null)[];
}

/**
 * Raw alpha of `rows` (respondents) of item scores, null for no answer. Recode reverse-worded items first.
 * Source: Cronbach 1951; interval Feldt, Woodruff and Salih 1987; as R psych::alpha.
 * Throws RangeError when rows differ in length.
 */
export function cronbachAlpha(rows: readonly (readonly (number | null)[])[], level = 0.95): CronbachAlpha {
  const tail = tailProbability(level);
  const items = rows[0]?.length ?? 0;
  if (rows.some((row) => row.length !== items)) throw new RangeError('Every row has one place an item.');
  const complete = rows.filter((row): row is readonly number[] => row.every((score) => score !== null));
  const columns = Array.from({ length: items }, (_, item) => complete.map((row) => row[item] ?? Number.NaN));
  const alpha = rawAlpha(columns);
  const df1 = complete.length - 1;
  const feldt = (p: number) =>
    alpha === null ? null : 1 - (1 - alpha) * fQuantile(p, df1, df1 * (items - 1));
  const others = columns.map((_, item) => columns.toSpliced(item, 1));
  return {
    items,
    completeRows: complete.length,
    alpha,
    standardisedAlpha: standardised(columns),
    feldtLower: feldt(1 - tail),
    feldtUpper: feldt(tail),
    alphaIfDropped: items > 2 ? others.map(rawAlpha) : null,
    correctedItemTotal: columns.map((column, item) => correlation(column, totals(others[item] ?? []))),
  };
}

type Columns = readonly (readonly number[])[];

/** k / (k - 1) x (1 - the sum of the items' variances over the variance of the totals). */
function rawAlpha(columns: Columns): number | null {
  const k = columns.length;
  const parts = columns.reduce((sum, column) => sum + varianceOf(column), 0);
  const whole = varianceOf(totals(columns));
  return whole > 0 && k > 1 ? (k / (k - 1)) * (1 - parts / whole) : null;
}

function standardised(columns: Columns): number | null {
  const k = columns.length;
  const pairs = columns.flatMap((one, i) => columns.slice(i + 1).map((other) => correlation(one, other)));
  const known = pairs.filter((r) => r !== null);
  if (k < 2 || known.length < pairs.length) return null;
  const r = meanOf(known);
  return (k * r) / (1 + (k - 1) * r);
}

/** The sum over the items, row by row. */
function totals(columns: Columns): number[] {
  const rows = columns[0]?.length ?? 0;
  return Array.from({ length: rows }, (_, row) =>
    columns.reduce((sum, column) => sum + (column[row] ?? 0), 0),
  );
}

/** Pearson's correlation; null where either does not vary. */
function correlation(x: readonly number[], y: readonly number[]): number | null {
  const [meanX, meanY] = [meanOf(x), meanOf(y)];
  const products = x.reduce((sum, value, row) => sum + (value - meanX) * ((y[row] ?? 0) - meanY), 0);
  const spread = Math.sqrt(varianceOf(x) * varianceOf(y)) * (x.length - 1);
  return spread > 0 ? products / spread : null;
}
