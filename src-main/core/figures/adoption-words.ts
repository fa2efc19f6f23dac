// Owns the words of "before and after adoption": numbers with their unit, the verdict, the reading.
// The rule: they follow from the codes, say what differs and never why, and are silent about what is hidden.
import type { Metric } from '#core/metrics/metric.ts';
import type { Estimate } from '#core/stats/index.ts';
import { isClear, type Sensitivity } from '#core/stats/interrupted-time-series-sensitivity.ts';
import type { AdoptionAnalysis, AdoptionVerdict } from '#shared/schemas/adoption.ts';
import type { Grain } from '#shared/schemas/figure.ts';

type Limits = Pick<Estimate, 'estimate' | 'lower' | 'upper'>;

const step: Partial<Record<Grain, string>> = { month: 'month', quarter: 'quarter' };
export const stepOf = (grain: Grain): string => step[grain] ?? grain;

/** A number with its sign: "+1.2", "-0.4", "0.0". */
export function signed(value: number, decimals: number): string {
  // Adding zero turns -0 into 0.
  const rounded = Number(value.toFixed(decimals)) + 0;
  return new Intl.NumberFormat('en-GB', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    signDisplay: 'exceptZero',
  }).format(rounded);
}

export const pText = (p: number): string => (p < 0.001 ? 'under 0.001' : p.toFixed(p < 0.0995 ? 3 : 2));

/** "+1.2 (-0.4 to +2.8)". */
export const withLimits = ({ estimate, lower, upper }: Limits, decimals: number): string =>
  `${signed(estimate, decimals)} (${signed(lower, decimals)} to ${signed(upper, decimals)})`;

/** What a difference of two values of the metric is counted in. */
export const differenceUnit = ({ card, format }: Metric): string =>
  format.unit === 'percent' ? 'percentage points' : card.unit;

/** By the primary's difference at the latest point, at 5 per cent. */
export function verdictOf({ primary, estimable }: Sensitivity, { card }: Metric): AdoptionVerdict {
  const { effect } = primary.fit.latest;
  if (!estimable) return 'too-little-data';
  if (!isClear(effect)) return 'no-clear-change';
  const higher = effect.estimate > 0;
  if (card.direction === 'neutral') return higher ? 'higher' : 'lower';
  return (card.direction === 'increase') === higher
    ? 'consistent-with-improvement'
    : 'consistent-with-worsening';
}

const verdictWords: Readonly<Record<AdoptionVerdict, string>> = {
  'consistent-with-improvement': 'consistent with improvement',
  'no-clear-change': 'no clear change',
  'consistent-with-worsening': 'consistent with worsening',
  higher: 'higher, which is neither good nor bad in itself',
  lower: 'lower, which is neither good nor bad in itself',
  'too-little-data': 'too little data',
};
export const verdictText = (verdict: AdoptionVerdict): string => verdictWords[verdict];

/** One sentence on whether the other analyses say the same. */
export function robustnessText(estimable: boolean, analyses: readonly AdoptionAnalysis[]): string {
  const others = analyses.filter(({ primary }) => !primary);
  const unlike = others.filter((row) => row.agrees === false);
  if (estimable && unlike.length === 0) {
    return `Robust to the choice of model: the ${others.length} other analyses agree in sign and significance at the latest point.`;
  }
  const named = unlike.map(({ title }) => title).join(', ');
  const why = estimable
    ? `in sign or significance at the latest point these differ: ${named}`
    : 'the model chosen beforehand cannot be estimated';
  return `Not robust: ${why}.`;
}

interface Told {
  readonly metric: Metric;
  readonly verdict: AdoptionVerdict;
  readonly latest: Limits;
  readonly period: string;
  readonly robust: boolean;
  readonly strength: 'indicative' | 'limited' | 'adequate';
  readonly otherEvents: number;
}

/** Two to four plain sentences. */
export function adoptionReading(told: Told): string {
  const { metric, verdict, latest, period, otherEvents } = told;
  const { title } = metric.card;
  const decimals = metric.format.decimals + 1;
  const size = `${signed(Math.abs(latest.estimate), decimals).replace('+', '')} ${differenceUnit(metric)}`;
  const side = latest.estimate >= 0 ? 'above' : 'below';
  const range = `95% interval ${signed(latest.lower, decimals)} to ${signed(latest.upper, decimals)}`;
  const stands = `in ${period} the series stands ${size} ${side} the continuation of its course before adoption (${range})`;
  const sentences = [
    verdict === 'too-little-data'
      ? `${title}: too little data to judge. The series drifts so much from one period to the next that its memory cannot be told from a trend.`
      : verdict === 'no-clear-change'
        ? `${title}: no clear change. By the model, ${stands}, which includes no difference.`
        : `${title}: ${verdictText(verdict)}. By the model, ${stands}.`,
  ];
  if (verdict !== 'too-little-data') {
    sentences.push(
      told.robust
        ? 'It is robust to the choice of model.'
        : 'It is not robust: other analyses of the same series differ in sign or significance.',
    );
  }
  if (told.strength === 'indicative') sentences.push('The series is short: this is indicative only.');
  if (otherEvents > 0) {
    const events = otherEvents === 1 ? 'Another event lies' : `${otherEvents} other events lie`;
    sentences.push(`${events} in the time modelled and may account for it as well.`);
  }
  return sentences.join(' ');
}
