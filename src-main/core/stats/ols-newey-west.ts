// The Newey-West covariance of a least-squares fit: honest about autocorrelation in long series only.
// Rule: shown for comparison with published work; its intervals are too narrow in short series.
import { dot, type LeastSquares, type LinearModel } from './ols.ts';

/**
 * Least-squares coefficients with the heteroskedasticity and autocorrelation consistent covariance: Bartlett
 * weights 1 - l / (lag + 1), no prewhitening, times n / (n - k). Lag 0 is White's HC1.
 * `times` are whole steps in ascending order: rows that are not exactly l steps apart make no product at l.
 * Source: Newey and West 1987, Econometrica 55:703; as R sandwich::NeweyWest(prewhite = FALSE, adjust = TRUE).
 * Throws RangeError for a lag that is not a whole number from 0.
 */
export function neweyWest(
  design: readonly (readonly number[])[],
  fit: LeastSquares,
  times: readonly number[],
  lag: number,
): LinearModel {
  if (!(Number.isInteger(lag) && lag >= 0)) throw new RangeError(`A lag is a whole number, not ${lag}.`);
  const scores = design.map((row, index) => row.map((entry) => entry * (fit.residuals[index] ?? 0)));
  const rowAt = new Map(times.map((time, index) => [time, index]));
  const size = fit.coefficients.length;
  const meat = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  times.forEach((time, index) => {
    for (let apart = 0; apart <= lag; apart++) {
      const earlier = rowAt.get(time - apart);
      if (earlier === undefined) continue;
      addProducts(meat, scores[index] ?? [], scores[earlier] ?? [], 1 - apart / (lag + 1), apart > 0);
    }
  });
  const correction = design.length / fit.df;
  const half = fit.unscaled.map((row) => columnsOf(meat).map((column) => dot(row, column)));
  const covariance = half.map((row) =>
    columnsOf(fit.unscaled).map((column) => correction * dot(row, column)),
  );
  return { coefficients: fit.coefficients, covariance, df: fit.df };
}

function addProducts(
  sum: number[][],
  later: readonly number[],
  earlier: readonly number[],
  weight: number,
  bothWays: boolean,
): void {
  sum.forEach((row, i) => {
    row.forEach((entry, j) => {
      const product = (later[i] ?? 0) * (earlier[j] ?? 0);
      const mirrored = bothWays ? (later[j] ?? 0) * (earlier[i] ?? 0) : 0;
      row[j] = entry + weight * (product + mirrored);
    });
  });
}

const columnsOf = (matrix: readonly (readonly number[])[]): number[][] =>
  (matrix[0] ?? []).map((_, column) => matrix.map((row) => row[column] ?? 0));
