// Regression with errors that remember the step before (AR(1)): Prais-Winsten and restricted likelihood.
// Rule: the first point is kept, and a gap of d steps weakens the memory to its d-th power.
import { dot, fitSize, type LeastSquares, type LinearModel, leastSquares, ordinaryModel } from './ols.ts';

/** The search ends here; a maximum at an end is no estimate. */
const PHI_END = 0.99;
const GRID_STEP = 0.05;
const REFINED_TO = 1e-9;
const AT_THE_END = 1e-6;
const MOST_ROUNDS = 1000;

export interface Ar1Model extends LinearModel {
  /** The correlation of neighbouring errors. */
  readonly phi: number;
  /** Observed minus fitted, on the scale of the series. */
  readonly residuals: readonly number[];
  /** The standard deviation of an error, and of what is new in it. */
  readonly sigma: number;
  readonly innovationSigma: number;
  /** Only of the restricted-likelihood fit. */
  readonly restrictedLogLikelihood: number | null;
}

interface Regression {
  readonly design: readonly (readonly number[])[];
  readonly values: readonly number[];
  readonly times: readonly number[];
}

/**
 * Prais-Winsten regression, iterated until rho settles: rho = sum e_t e_(t-1) / sum e_(t-1)^2 over neighbours.
 * Null where it does not settle inside (-1, 1).
 * Source: Prais and Winsten 1954, Cowles Commission discussion paper 383.
 */
export function praisWinsten(regression: Regression): Ar1Model | null {
  let rho = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { rows, news } = whitened(regression, rho);
    const fit = leastSquares(rows, news);
    const next = neighbourCorrelation(residualsOf(regression, fit), regression.times);
    if (!(Math.abs(next) < 1)) return null;
    if (Math.abs(next - rho) < 1e-12) break;
    rho = next;
  }
  return modelAt(regression, rho);
}

/**
 * Generalised least squares with AR(1) errors, phi by restricted maximum likelihood: a grid over
 * (-0.99, 0.99) first, then refined. Null where the maximum sits at the boundary: not estimable.
 * Source: Patterson and Thompson 1971, Biometrika 58:545; as R nlme::gls(corAR1, method = "REML").
 */
export function remlAr1(regression: Regression): Ar1Model | null {
  const likelihood = (phi: number): number => restrictedLogLikelihood(regression, phi);
  const steps = Math.floor(PHI_END / GRID_STEP);
  const inner = Array.from({ length: 2 * steps + 1 }, (_, index) => (index - steps) * GRID_STEP);
  const grid = [-PHI_END, ...inner, PHI_END];
  const heights = grid.map(likelihood);
  const top = heights.reduce((best, height, index) => (height > (heights[best] ?? height) ? index : best), 0);
  const phi = goldenSection(likelihood, grid[top - 1] ?? -PHI_END, grid[top + 1] ?? PHI_END);
  if (Math.abs(phi) > PHI_END - AT_THE_END) return null;
  return { ...modelAt(regression, phi), restrictedLogLikelihood: likelihood(phi) };
}

function modelAt(regression: Regression, phi: number): Ar1Model {
  const { rows, news } = whitened(regression, phi);
  const fit = leastSquares(rows, news);
  const innovationSigma = Math.sqrt(fit.residualSumOfSquares / fit.df);
  return {
    ...ordinaryModel(fit),
    phi,
    residuals: residualsOf(regression, fit),
    sigma: innovationSigma / Math.sqrt(1 - phi * phi),
    innovationSigma,
    restrictedLogLikelihood: null,
  };
}

/** Up to a constant the exact form of STATISTICS 3.2; the constants make it R's logLik. */
function restrictedLogLikelihood(regression: Regression, phi: number): number {
  const { rows, news, logScale } = whitened(regression, phi);
  const { df, residualSumOfSquares, logDeterminant } = fitSize(rows, news);
  const variance = residualSumOfSquares / df;
  return -0.5 * (df * (Math.log(2 * Math.PI * variance) + 1) - logScale + logDeterminant);
}

/** What is new at each point, and the logarithm of the determinant of the scaling. */
function whitened({ design, values, times }: Regression, phi: number) {
  let logScale = 0;
  const rows: number[][] = [];
  const news: number[] = [];
  design.forEach((row, index) => {
    const apart = index === 0 ? Number.POSITIVE_INFINITY : (times[index] ?? 0) - (times[index - 1] ?? 0);
    const memory = apart === Number.POSITIVE_INFINITY ? 0 : phi ** apart;
    const scale = apart === 1 ? 1 : Math.sqrt((1 - phi * phi) / (1 - memory * memory));
    const before = design[index - 1];
    logScale += 2 * Math.log(scale);
    rows.push(row.map((entry, column) => scale * (entry - memory * (before?.[column] ?? 0))));
    news.push(scale * ((values[index] ?? 0) - memory * (values[index - 1] ?? 0)));
  });
  return { rows, news, logScale };
}

const residualsOf = ({ design, values }: Regression, { coefficients }: LeastSquares): number[] =>
  design.map((row, index) => (values[index] ?? 0) - dot(row, coefficients));

function neighbourCorrelation(residuals: readonly number[], times: readonly number[]): number {
  let products = 0;
  let squares = 0;
  residuals.forEach((residual, index) => {
    const before = residuals[index - 1];
    if (before === undefined || (times[index] ?? 0) - (times[index - 1] ?? 0) !== 1) return;
    products += residual * before;
    squares += before * before;
  });
  return squares === 0 ? 0 : products / squares;
}

/** The maximum of a function with one peak between two bounds. Source: Kiefer 1953. */
function goldenSection(height: (x: number) => number, from: number, to: number): number {
  const ratio = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [from, to];
  let [left, right] = [high - ratio * (high - low), low + ratio * (high - low)];
  let [atLeft, atRight] = [height(left), height(right)];
  while (high - low > REFINED_TO) {
    if (atLeft >= atRight) {
      [high, right, atRight] = [right, left, atLeft];
      left = high - ratio * (high - low);
      atLeft = height(left);
    } else {
      [low, left, atLeft] = [left, right, atRight];
      right = low + ratio * (high - low);
      atRight = height(right);
    }
  }
  return (low + high) / 2;
}
