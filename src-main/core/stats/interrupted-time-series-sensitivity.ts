// The same series under other assumptions, beside the model settled before: does the answer hold?
// Rule: the plan's model gives the verdict; the others may only cast doubt on it.
import { type ErrorStructure, fitSegmented, type SegmentedFit } from './interrupted-time-series.ts';
import type { SegmentedSeries } from './interrupted-time-series-design.ts';
import { dot } from './ols.ts';

const FALSE_ALARMS = 0.05;

export interface SensitivityRow {
  readonly id: ErrorStructure | 'no-season';
  /** Null where it cannot be estimated. */
  readonly fit: SegmentedFit | null;
}

export interface Sensitivity {
  /** The model that gives the verdict: the plan's, or least squares of the next kind where that has none. */
  readonly primary: SensitivityRow & { readonly fit: SegmentedFit };
  /** Whether the plan's own model could be estimated. Where not, no verdict is due. */
  readonly estimable: boolean;
  readonly others: readonly SensitivityRow[];
}

/** Everything that the values themselves forbid a model: no variation at all. */
export const isConstant = (values: readonly number[]): boolean => {
  const [first = 0] = values;
  const spread = values.map((value) => value - first);
  return dot(spread, spread) <= 1e-20 * dot(values, values);
};

/**
 * Fits the plan's model and the others. Where restricted likelihood ends at its boundary (a series that
 * drifts, as California's cigarette sales do) Prais-Winsten, else least squares, stands in for it.
 */
export function sensitivity(series: SegmentedSeries, errors: 'ols' | 'reml-ar1', lag: number): Sensitivity {
  const order: readonly ErrorStructure[] = ['reml-ar1', 'prais-winsten', 'ols', 'newey-west'];
  const rows = order.map((id) => ({ id, fit: fitSegmented(series, { errors: id, lag }) }));
  const candidates = errors === 'ols' ? ['ols'] : ['reml-ar1', 'prais-winsten', 'ols'];
  const found = candidates
    .map((id) => rows.find((row) => row.id === id))
    .find((row) => row?.fit !== null && row !== undefined);
  if (!found?.fit) throw new RangeError('The series has no model.');
  const primary = { id: found.id, fit: found.fit };
  const others: SensitivityRow[] = rows.filter((row) => row.id !== primary.id);
  if ((series.harmonics ?? 0) > 0) {
    const plain = fitSegmented({ ...series, harmonics: 0 }, { errors: primary.id });
    others.push({ id: 'no-season', fit: plain });
  }
  return { primary, estimable: primary.id === errors, others };
}

export interface Answer {
  readonly estimate: number;
  readonly pValue: number;
}

/** Significance at 5 per cent, and the sign: what a verdict rests on. */
export const isClear = ({ pValue }: Answer): boolean => pValue < FALSE_ALARMS;

/** Whether another analysis says the same: the same sign and the same side of significance. */
export const agrees = (one: Answer, other: Answer): boolean =>
  Math.sign(one.estimate) === Math.sign(other.estimate) && isClear(one) === isClear(other);
