// Ordinary least squares by QR decomposition, and what can be said of a weighted sum of its coefficients.
// Rule: the covariance comes from the inverse of R, never from the normal equations, which lose digits.
import { inverse, Matrix, QrDecomposition } from 'ml-matrix';
import { tailProbability } from './confidence-level.ts';
import { tQuantile, twoSidedTP } from './distributions.ts';

/** A column of the design whose part not explained by the ones before it is this small adds nothing. */
const RANK_TOLERANCE = 1e-7;

export interface LeastSquares {
  /** One per column of the design. */
  readonly coefficients: readonly number[];
  /** Observed minus fitted, one per row. */
  readonly residuals: readonly number[];
  readonly residualSumOfSquares: number;
  /** Rows less columns. */
  readonly df: number;
  /** (X'X)^-1: multiply by the error variance to have the covariance of the coefficients. */
  readonly unscaled: readonly (readonly number[])[];
  /** The logarithm of the determinant of X'X. */
  readonly logDeterminant: number;
}

/** What every fitted model here can be asked about: its coefficients, their covariance, its degrees of freedom. */
export interface LinearModel {
  readonly coefficients: readonly number[];
  readonly covariance: readonly (readonly number[])[];
  readonly df: number;
}

export interface Estimate {
  readonly estimate: number;
  readonly se: number;
  readonly t: number;
  readonly pValue: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * Least squares of `y` on the rows of `design`.
 * Source: Golub and Van Loan, Matrix Computations, section 5.3 (Householder QR).
 * Throws RangeError when rows and values differ in number, there are no more rows than columns, or the
 * columns depend on each other.
 */
export function leastSquares(design: readonly (readonly number[])[], y: readonly number[]): LeastSquares {
  const columns = design[0]?.length ?? 0;
  if (design.length !== y.length) throw new RangeError('A design has one row for each value.');
  if (design.length <= columns) {
    throw new RangeError(`${columns} terms need more than ${columns} points; there are ${design.length}.`);
  }
  const rows = design.map((row) => [...row]);
  const qr = new QrDecomposition(rows);
  const r = qr.upperTriangularMatrix;
  requireFullRank(rows, r);
  const coefficients = qr.solve(Matrix.columnVector([...y])).to1DArray();
  const residuals = rows.map((row, index) => (y[index] ?? 0) - dot(row, coefficients));
  const rInverse = inverse(r);
  return {
    coefficients,
    residuals,
    residualSumOfSquares: dot(residuals, residuals),
    df: design.length - columns,
    unscaled: rInverse.mmul(rInverse.transpose()).to2DArray(),
    logDeterminant: r.diagonal().reduce((sum, entry) => sum + 2 * Math.log(Math.abs(entry)), 0),
  };
}

/**
 * The residual sum of squares and the logarithm of the determinant of X'X alone, from one decomposition of the
 * design with the values as its last column: the rest of a fit costs several times as much.
 */
export function fitSize(
  design: readonly (readonly number[])[],
  y: readonly number[],
): Pick<LeastSquares, 'residualSumOfSquares' | 'logDeterminant' | 'df'> {
  const rows = design.map((row, index) => [...row, y[index] ?? 0]);
  const diagonal = new QrDecomposition(rows).upperTriangularMatrix.diagonal();
  const rest = diagonal.pop() ?? 0;
  return {
    residualSumOfSquares: rest * rest,
    logDeterminant: diagonal.reduce((sum, entry) => sum + 2 * Math.log(Math.abs(entry)), 0),
    df: rows.length - diagonal.length,
  };
}

function requireFullRank(rows: number[][], r: Matrix): void {
  r.diagonal().forEach((entry, column) => {
    const length = Math.hypot(...rows.map((row) => row[column] ?? 0));
    if (Math.abs(entry) > RANK_TOLERANCE * length) return;
    throw new RangeError(`Term ${column + 1} of the design adds nothing to the terms before it.`);
  });
}

/** The fit as a model with the covariance that ordinary least squares gives it: s^2 (X'X)^-1. */
export function ordinaryModel({
  coefficients,
  residualSumOfSquares,
  df,
  unscaled,
}: LeastSquares): LinearModel {
  const variance = residualSumOfSquares / df;
  return { coefficients, df, covariance: unscaled.map((row) => row.map((entry) => entry * variance)) };
}

/**
 * The weighted sum of a model's coefficients (one weight a coefficient) with its t interval and two-sided p.
 * Without any error left (a series that the model meets exactly) t is infinite, or 0 for an estimate of 0.
 */
export function estimateOf(model: LinearModel, weights: readonly number[], level = 0.95): Estimate {
  const estimate = dot(weights, model.coefficients);
  const variance = dot(
    weights,
    model.covariance.map((row) => dot(row, weights)),
  );
  const se = Math.sqrt(Math.max(0, variance));
  const t = estimate === 0 ? 0 : estimate / se;
  const reach = -tQuantile(tailProbability(level), model.df) * se;
  const pValue = Number.isFinite(t) ? twoSidedTP(t, model.df) : 0;
  return { estimate, se, t, pValue, lower: estimate - reach, upper: estimate + reach };
}

/** The sum of products of two vectors of one length. */
export function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
}
