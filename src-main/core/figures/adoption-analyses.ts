// Owns the table of analyses of one series: the model that gives the verdict and those that may cast doubt.
// The rule: what could not be estimated is a row that says so, never a row that is not there.
import type { Metric } from '#core/metrics/metric.ts';
import type { SegmentedSeries } from '#core/stats/index.ts';
import { type Estimate, type QuasiPoisson, quasiPoisson, type RateChange } from '#core/stats/index.ts';
import {
  agrees,
  type Sensitivity,
  type SensitivityRow,
} from '#core/stats/interrupted-time-series-sensitivity.ts';
import type { AdoptionAnalysis } from '#shared/schemas/adoption.ts';
import { withLimits } from './adoption-words.ts';

/** Events of each recorded period, and what they are counted among. */
export interface Counts {
  readonly events: readonly number[];
  readonly exposure: readonly number[];
  /** Whether the exposure is known; else every period weighs the same. */
  readonly known: boolean;
}

export const analysisTitles: Readonly<Record<AdoptionAnalysis['id'], string>> = {
  'reml-ar1': 'Generalised least squares, AR(1) errors (REML)',
  'prais-winsten': 'Prais-Winsten, AR(1) errors',
  ols: 'Ordinary least squares',
  'newey-west': 'Least squares with Newey-West errors',
  'no-season': 'The chosen model without seasonal terms',
  'quasi-poisson': 'Quasi-Poisson model of the counts (rate ratio)',
};

/** Every analysis, the primary first. */
export function analysesOf(
  found: Sensitivity,
  series: SegmentedSeries,
  counts: Counts | null,
  metric: Metric,
  hacLag: number,
): AdoptionAnalysis[] {
  const main = found.primary.fit.latest.effect;
  const row = (entry: SensitivityRow, primary: boolean) => difference(entry, primary, main, metric, hacLag);
  const rows = [row(found.primary, true), ...found.others.map((other) => row(other, false))];
  return counts === null ? rows : [...rows, rateRatio(series, counts, main)];
}

function difference(
  { id, fit }: SensitivityRow,
  primary: boolean,
  main: Estimate,
  metric: Metric,
  hacLag: number,
): AdoptionAnalysis {
  const decimals = metric.format.decimals + 1;
  const told = (estimate: Estimate | undefined) =>
    estimate ? { ...limitsOf(estimate), shown: withLimits(estimate, decimals) } : null;
  const notes: Partial<Record<SensitivityRow['id'], string>> = {
    'newey-west': `Lag ${hacLag}. For comparison with published work: its intervals are too narrow in short series.`,
    ols: 'Takes neighbouring periods as independent.',
  };
  return {
    id,
    title: analysisTitles[id],
    primary,
    measure: 'difference',
    levelChange: told(fit?.terms.levelChange),
    latest: told(fit?.latest.effect),
    agrees: primary ? null : fit !== null && agrees(main, fit.latest.effect),
    note: fit === null ? 'Not estimable: the memory of the errors runs to its boundary.' : (notes[id] ?? ''),
  };
}

function rateRatio(series: SegmentedSeries, counts: Counts, main: Estimate): AdoptionAnalysis {
  const model = fitted(series, counts);
  const told = (change: RateChange | undefined) =>
    change
      ? {
          estimate: change.ratio,
          lower: change.lower,
          upper: change.upper,
          p: change.pValue,
          shown: `${ratio(change.ratio)} (${ratio(change.lower)} to ${ratio(change.upper)})`,
        }
      : null;
  const latest = model?.latest;
  const against = counts.known
    ? 'Per head of staff'
    : 'Counts alone: the headcount of every period is not known';
  return {
    id: 'quasi-poisson',
    title: analysisTitles['quasi-poisson'],
    primary: false,
    measure: 'rate-ratio',
    levelChange: told(model?.terms.levelChange),
    latest: told(latest),
    agrees: latest !== undefined && agrees(main, { estimate: latest.logRatio, pValue: latest.pValue }),
    note: model
      ? `${against}; dispersion ${model.dispersion.toFixed(2)}.`
      : 'Not estimable: there are too few events on one side of adoption.',
  };
}

function fitted(series: SegmentedSeries, { events, exposure }: Counts): QuasiPoisson | null {
  try {
    return quasiPoisson({ ...series, values: events }, exposure);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const ratio = (value: number): string => value.toFixed(2);

export const limitsOf = ({ estimate, lower, upper, pValue }: Estimate) => ({
  estimate,
  lower,
  upper,
  p: pValue,
});
