// Weights that make a survey's margins (directorate, grade, ...) those of the headcount at once.
// Rule: a weight is trimmed at five times the median only where asked, and how many were is told.
import { postStratification } from './post-stratification.ts';

const MOST_ROUNDS = 1000;
const CONVERGED = 1e-12;
/** The worst margin may miss by this share after the last round, else the margins contradict each other. */
const ACCEPTED = 1e-6;

export type Margins = Readonly<Record<string, Readonly<Record<string, number>>>>;

export interface RakingOptions {
  /** Weights above this many medians are cut down to it, then raked once more; null or absent = none. */
  readonly trimAtMedians?: number | null | undefined;
}

export interface Raked {
  /** One per respondent; they sum to the headcount. */
  readonly weights: readonly number[];
  /** How many weights were cut down. */
  readonly trimmed: number;
  /** False where the weights do not meet every margin, as after trimming or for margins that contradict. */
  readonly converged: boolean;
}

/**
 * Iterative proportional fitting of unit weights to `headcount`, margin by margin in its order.
 * `respondents[i][margin]` is the category of respondent i. With one margin this is post-stratification.
 * Categories of the headcount without respondents cannot be met and make `converged` false.
 * Source: Deming and Stephan 1940, Ann Math Stat 11:427; Deville, Särndal and Sautory 1993.
 * Throws RangeError without respondents or margins, or where a respondent's category has no headcount.
 */
export function rake(
  respondents: readonly Readonly<Record<string, unknown>>[],
  headcount: Margins,
  { trimAtMedians = null }: RakingOptions = {},
): Raked {
  const margins = Object.entries(headcount).map(([margin, targets]) => ({
    targets,
    categories: respondents.map((respondent) => String(respondent[margin])),
  }));
  if (respondents.length === 0 || margins.length === 0) {
    throw new RangeError('Raking needs respondents and at least one margin.');
  }
  const full = fitMargins(
    respondents.map(() => 1),
    margins,
  );
  if (trimAtMedians === null) return { ...full, trimmed: 0 };
  const cap = trimAtMedians * medianOf(full.weights);
  const trimmed = full.weights.filter((weight) => weight > cap).length;
  if (trimmed === 0) return { ...full, trimmed };
  const cut = full.weights.map((weight) => Math.min(weight, cap));
  const scale = sumOf(full.weights) / sumOf(cut);
  const weights = cut.map((weight) => weight * scale);
  return { weights, trimmed, converged: false };
}

interface Margin {
  readonly targets: Readonly<Record<string, number>>;
  readonly categories: readonly string[];
}

function fitMargins(start: readonly number[], margins: readonly Margin[]) {
  let weights = [...start];
  for (let round = 0; round < MOST_ROUNDS && worstMiss(weights, margins) > CONVERGED; round++) {
    for (const { targets, categories } of margins) {
      const factors = postStratification(totals(weights, categories), targets).weights;
      weights = weights.map((weight, index) => weight * (factors[categories[index] ?? ''] ?? 1));
    }
  }
  return { weights, converged: worstMiss(weights, margins) <= ACCEPTED };
}

function worstMiss(weights: readonly number[], margins: readonly Margin[]): number {
  const misses = margins.flatMap(({ targets, categories }) => {
    const reached = totals(weights, categories);
    return Object.entries(targets).map(([category, target]) =>
      target === 0 ? (reached[category] ?? 0) : Math.abs((reached[category] ?? 0) / target - 1),
    );
  });
  return Math.max(...misses);
}

function totals(weights: readonly number[], categories: readonly string[]): Record<string, number> {
  const sums: Record<string, number> = {};
  categories.forEach((category, index) => {
    sums[category] = (sums[category] ?? 0) + (weights[index] ?? 0);
  });
  return sums;
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, value) => sum + value, 0);

function medianOf(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}
