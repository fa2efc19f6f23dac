// Owns the numbers of the model as they are shown: the table of estimates and the line of every period.
import type { Metric } from '#core/metrics/metric.ts';
import type { Estimate, SegmentedFit } from '#core/stats/index.ts';
import type { AdoptionEstimate, AdoptionPoint } from '#shared/schemas/adoption.ts';
import type { Grain } from '#shared/schemas/figure.ts';
import type { AdoptionSeries } from './adoption-series.ts';
import { differenceUnit, pText, signed, stepOf, withLimits } from './adoption-words.ts';

/** The estimates in the order they are read: the latest point first, as the verdict rests on it. */
export function estimatesOf(fit: SegmentedFit, metric: Metric, grain: Grain): AdoptionEstimate[] {
  const unit = differenceUnit(metric);
  const { decimals } = metric.format;
  const slope = `${unit} a ${stepOf(grain)}`;
  const { effect, percent, counterfactual } = fit.latest;
  const clear = counterfactual.lower > 0 || counterfactual.upper < 0;
  const rows = [
    row(
      'latest-difference',
      'Difference from the counterfactual at the latest point',
      unit,
      effect,
      decimals + 1,
    ),
    clear
      ? row(
          'latest-percent',
          'The same as a share of the counterfactual',
          'per cent',
          { ...percent, pValue: null },
          1,
        )
      : null,
    row(
      'level-change',
      'Change of level at the first point after',
      unit,
      fit.terms.levelChange,
      decimals + 1,
    ),
    row('slope-change', 'Change of slope', slope, fit.terms.slopeChange, decimals + 2),
    row('pre-slope', 'Slope before', slope, fit.terms.preSlope, decimals + 2),
    row('post-slope', 'Slope after', slope, fit.postSlope, decimals + 2),
  ];
  return rows.filter((found) => found !== null);
}

function row(
  id: AdoptionEstimate['id'],
  title: string,
  unit: string,
  found: (Omit<Estimate, 'pValue' | 'se' | 't'> & { readonly pValue: number | null }) | undefined,
  decimals: number,
): AdoptionEstimate | null {
  if (found === undefined) return null;
  const { estimate, lower, upper, pValue } = found;
  return {
    id,
    title,
    unit,
    estimate,
    lower,
    upper,
    p: pValue,
    shown: {
      estimate: signed(estimate, decimals),
      interval: withLimits(found, decimals).replace(/^\S+ \((.*)\)$/, '$1'),
      p: pValue === null ? '' : pText(pValue),
    },
  };
}

/** Every period with what was observed, fitted and expected without adoption. */
export function linesOf(series: AdoptionSeries, fit: SegmentedFit, metric: Metric): AdoptionPoint[] {
  const [first, last] = [series.recorded[0]?.time ?? 0, series.recorded.at(-1)?.time ?? 0];
  const drawn = within(metric);
  const plain = (value: number) => ({ value: drawn(value), shown: written(drawn(value), metric) });
  return series.points.map(({ point, phase, time }) => {
    const inside = time >= first && time <= last && (phase === 'before' || phase === 'after');
    return {
      from: point.from,
      to: point.to,
      period: point.period,
      phase,
      observed: point.suppressed === null ? point.value : null,
      shown: point.shown,
      fitted: inside ? plain(fit.fittedAt(time)) : null,
      counterfactual:
        inside && phase === 'after' ? expected(fit.counterfactualAt(time), metric, drawn) : null,
    };
  });
}

function expected({ estimate, lower, upper }: Estimate, metric: Metric, drawn: (value: number) => number) {
  const value = drawn(estimate);
  const text = (number: number): string => written(drawn(number), metric);
  return {
    value,
    lower: drawn(lower),
    upper: drawn(upper),
    shown: `${text(estimate)} (${text(lower)} to ${text(upper)})`,
  };
}

const written = (value: number, { format }: Metric): string =>
  signed(value, format.decimals + 1).replace('+', '');

/** No figure here is below nothing, and no percentage of a whole above 100: lines are drawn inside that. */
const within =
  ({ shape }: Metric) =>
  (value: number): number =>
    Math.max(0, shape === 'share' ? Math.min(100, value) : value);
