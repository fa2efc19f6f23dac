// Owns what a reader must know beside the model: short or gappy series, drift, a line that falls below nothing.
import type { Metric } from '#core/metrics/metric.ts';
import type { Plan } from '#core/stats/index.ts';
import type { Sensitivity } from '#core/stats/interrupted-time-series-sensitivity.ts';
import type { Figure, Grain } from '#shared/schemas/figure.ts';
import type { Note } from '#shared/schemas/import.ts';
import type { AdoptionSeries } from './adoption-series.ts';
import { stepOf } from './adoption-words.ts';

/** Notes of the control chart say nothing of this model. */
const ofTheChart: readonly string[] = [
  'short-series',
  'autocorrelation',
  'baseline-frozen',
  'too-many-groups',
];
const ALIKE = 0.3;

export function adoptionWarnings(
  { warnings }: Figure,
  series: AdoptionSeries,
  plan: Plan,
  found: Sensitivity,
  metric: Metric,
  grain: Grain,
): Note[] {
  const kept = warnings.filter(({ code }) => !ofTheChart.includes(code));
  const own = [
    strength(series, plan, stepOf(grain)),
    ...points(series, stepOf(grain)),
    ...model(found, plan, metric),
  ];
  return [...own.filter((note) => note !== null), ...kept];
}

function strength({ before, after }: AdoptionSeries, plan: Plan, step: string): Note | null {
  const counted = `${before} ${step}s before and ${after} after`;
  if (plan.strength === 'adequate') return null;
  const text =
    plan.strength === 'indicative'
      ? `A short series (${counted}): indicative only.`
      : `${counted}: at least 12 on each side are wanted for an adequate series.`;
  return { code: plan.strength === 'indicative' ? 'series-indicative' : 'series-limited', text };
}

function points({ transition, gaps, leftOut }: AdoptionSeries, step: string): (Note | null)[] {
  const many = (count: number) => `${count} ${step}${count === 1 ? ' is' : 's are'}`;
  return [
    transition > 0
      ? {
          code: 'transition',
          text: `${many(transition)} left out as transition around adoption. How many should be settled before looking at the result.`,
        }
      : null,
    gaps > 0
      ? {
          code: 'gaps',
          text: `${many(gaps)} without a value that can be shown and left out as gaps; where small numbers are the hidden ones, the rest is a selection.`,
        }
      : null,
    leftOut > 0
      ? { code: 'left-out', text: `${many(leftOut)} left out: beyond a series break, or not complete.` }
      : null,
  ];
}

function model({ primary, estimable }: Sensitivity, { errors }: Plan, { shape }: Metric): (Note | null)[] {
  const { lag, below } = { lag: primary.fit.residualLag1 ?? 0, below: primary.fit.latest.counterfactual };
  return [
    estimable
      ? null
      : {
          code: 'not-estimable',
          text: 'The memory of the errors runs to its boundary, so the model settled beforehand cannot be estimated; the numbers here are of the next model and give no verdict.',
        },
    errors === 'ols' && lag > ALIKE
      ? {
          code: 'autocorrelation',
          text: 'Neighbouring residuals are alike (autocorrelation above 0.3): the intervals here are too narrow.',
        }
      : null,
    below.estimate < 0
      ? {
          code: 'below-nothing',
          text: 'Continued to the latest point, the course before adoption would fall below zero, which cannot be: the difference there is not to be relied on.',
        }
      : null,
    shape === 'duration'
      ? {
          code: 'open-cases',
          text: 'Cases of the latest periods have had less time to close, and the slow ones among them are still open: newer periods can look faster for that alone.',
        }
      : null,
  ];
}
