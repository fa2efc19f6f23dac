// Which model a series may have, by its number of points alone: settled before anyone looks at the values.
// Rule: too short a series gets no model; a short one ordinary least squares, said to be indicative only.

/** The minimum on each side of adoption (Cochrane EPOC), and in all. */
export const FEWEST_EACH_SIDE = 3;
export const FEWEST_POINTS = 8;
/** From here the errors may have a memory (Turner 2021). */
const REML_FROM = 12;
/** From here on each side a series is adequate by common advice. */
const ADEQUATE_EACH_SIDE = 12;
const SEASONS_FROM_MONTHS = 24;

export type SeriesStrength = 'indicative' | 'limited' | 'adequate';

export interface Plan {
  readonly refused: null;
  readonly errors: 'ols' | 'reml-ar1';
  readonly strength: SeriesStrength;
  /** Fourier pairs of a twelve-month season: 2 or none. */
  readonly harmonics: 0 | 2;
}

export type SegmentedPlan =
  | { readonly refused: 'too-few-before' | 'too-few-after' | 'too-few-points' }
  | Plan;

/**
 * The model for `before` and `after` recorded points, transition periods and gaps left out.
 * Source: EPOC 2017 (3 + 3); Turner 2021, BMC Med Res Methodol 21:181 (least squares below 12, REML from 12).
 */
export function segmentedPlan(before: number, after: number, monthly: boolean): SegmentedPlan {
  if (before < FEWEST_EACH_SIDE) return { refused: 'too-few-before' };
  if (after < FEWEST_EACH_SIDE) return { refused: 'too-few-after' };
  const points = before + after;
  if (points < FEWEST_POINTS) return { refused: 'too-few-points' };
  const adequate = before >= ADEQUATE_EACH_SIDE && after >= ADEQUATE_EACH_SIDE;
  return {
    refused: null,
    errors: points < REML_FROM ? 'ols' : 'reml-ar1',
    strength: points < REML_FROM ? 'indicative' : adequate ? 'adequate' : 'limited',
    harmonics: monthly && points >= SEASONS_FROM_MONTHS ? 2 : 0,
  };
}
