// Rolling sums and the ratios made of them: sickness and turnover over twelve months.
// Rule: a ratio of sums, never a mean of monthly ratios; null until every month of the window is there.
// Charts of these are for telling only: neighbouring points share eleven months, so no rule, no interrupted
// time series and no correlation may ever be run on them.

type Monthly = readonly (number | null)[];

/** 12 month-ends, 13 with the opening one, or the mean of opening and closing. */
export type HeadcountAverage = 'mean-12' | 'mean-13' | 'open-close';

/** Sum over the months i - window + 1 .. i; null where one of them is missing. Throws RangeError for window < 1. */
export function rollingSum(series: Monthly, window = 12): (number | null)[] {
  if (!(Number.isInteger(window) && window >= 1)) throw new RangeError(`A window has months, not ${window}.`);
  return series.map((_, index) => sumOf(series.slice(Math.max(0, index - window + 1), index + 1), window));
}

/**
 * The average of month-end stock over the window that ends at each month. `mean-13` and `open-close` need the
 * month before the window, too (its close is the window's opening).
 * Source: LG Inform metric 3524 for `open-close`; `mean-13` is the fixed choice for turnover.
 */
export function rollingAverage(stock: Monthly, average: HeadcountAverage, window = 12): (number | null)[] {
  if (average === 'mean-12') return scaled(rollingSum(stock, window), 1 / window);
  if (average === 'mean-13') return scaled(rollingSum(stock, window + 1), 1 / (window + 1));
  return stock.map((close, index) => {
    const open = stock[index - window] ?? null;
    return open === null || close === null ? null : (open + close) / 2;
  });
}

/**
 * multiplier x sum(numerator) / denominator, where the denominator is already rolled (a sum or an average).
 * Null where either is, or where the denominator is zero.
 */
export function rollingRatio(
  numerator: Monthly,
  rolledDenominator: Monthly,
  multiplier: number,
  window = 12,
): (number | null)[] {
  return rollingSum(numerator, window).map((sum, index) => {
    const below = rolledDenominator[index] ?? null;
    return sum === null || below === null || below === 0 ? null : (multiplier * sum) / below;
  });
}

function sumOf(months: Monthly, window: number): number | null {
  if (months.length < window || months.some((value) => value === null)) return null;
  return months.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}

const scaled = (series: Monthly, factor: number): (number | null)[] =>
  series.map((value) => (value === null ? null : value * factor));
