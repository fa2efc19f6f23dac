// Owns the words of a chart: units, signals, and one point read out as a sentence.
import type { Figure, FigurePoint, MetricCard } from '../../src-shared/schemas/figure.ts';
import { dayText, numberText } from '../wording.ts';

export type SignalLook = 'common' | 'improvement' | 'concern' | 'neutral';

/** How a verdict code is drawn, whatever its direction. */
export function lookOf(type: string): SignalLook {
  if (type.startsWith('improvement')) return 'improvement';
  if (type.startsWith('concern')) return 'concern';
  return type.startsWith('neutral') ? 'neutral' : 'common';
}

export const lookWords: Record<SignalLook, string> = {
  common: 'Common cause: no sign of change',
  improvement: 'Signal of improvement',
  concern: 'Signal of concern',
  neutral: 'Signal of change, neither good nor bad in itself',
};

const ruleWords: Readonly<Record<string, string>> = {
  above_upper_limit: 'above the upper limit',
  below_lower_limit: 'below the lower limit',
  trend_increasing: 'part of a rising trend',
  trend_decreasing: 'part of a falling trend',
  two_of_three_above: 'two of three points close to the upper limit',
  two_of_three_below: 'two of three points close to the lower limit',
  shift_above: 'part of a run above the mean',
  shift_below: 'part of a run below the mean',
};

export const ruleText = (rule: string): string => ruleWords[rule] ?? rule.replaceAll(/[-_]/g, ' ');

const isPercent = (unit: string): boolean => /^(%|per ?cent)/.test(unit);

/** How many decimals the figure's own values are written with. */
const decimalsOf = (figure: Figure): number =>
  figure.points.reduce((most, { shown }) => Math.max(most, /\.(\d+)/.exec(shown)?.[1]?.length ?? 0), 0);

/** A number of the figure on an axis, in an interval or as a mean: "62%", "4.1". */
export function measureText(value: number, figure: Figure): string {
  const scale = 10 ** decimalsOf(figure);
  return `${numberText(Math.round(value * scale) / scale)}${isPercent(figure.metric.unit) ? '%' : ''}`;
}

/** A tick of the value axis, which may fall between two shown values. */
export const tickText = (value: number, metric: MetricCard): string =>
  `${numberText(value)}${isPercent(metric.unit) ? '%' : ''}`;

/** "58% to 66%" of an interval; empty where there is none. */
export const intervalText = (point: FigurePoint, figure: Figure): string =>
  point.interval
    ? `${measureText(point.interval.lower, figure)} to ${measureText(point.interval.upper, figure)}`
    : '';

/** The words for a point's group; null for the whole. */
export const groupName = (point: FigurePoint): string | null => point.label ?? point.group;

/** The signal of a point, if its chart found one. */
export function signalOf(figure: Figure, point: FigurePoint): { look: SignalLook; rules: string[] } | null {
  const limits = figure.limits.find(
    (limit) => limit.group === point.group && limit.segment === point.segment,
  );
  const signal = limits?.signals.find((found) => found.from === point.from);
  return signal ? { look: lookOf(signal.type), rules: signal.rules.map(ruleText) } : null;
}

/** Which period and group a point is of: "April 2024, Adults". */
export const pointName = (point: FigurePoint): string =>
  [point.period, groupName(point), point.across].filter((part) => part !== null).join(', ');

/** A point as short lines: what it is, its value, base, interval and signal. */
export function pointLines(figure: Figure, point: FigurePoint): string[] {
  const { metric } = figure;
  const unit = /^[\d,.]+$/.test(point.shown) ? ` ${metric.unit}` : '';
  const lines = [`${point.shown}${unit}`];
  if (point.reason) lines.push(point.reason);
  if (point.base !== null) lines.push(`Base ${numberText(point.base)}`);
  if (point.interval) {
    const level = point.interval.level <= 1 ? point.interval.level * 100 : point.interval.level;
    lines.push(`${intervalText(point, figure)} (${numberText(level)}% interval)`);
  }
  const signal = signalOf(figure, point);
  if (signal) lines.push(`${lookWords[signal.look]}: ${signal.rules.join('; ')}`);
  return lines;
}

/** A point read out: "April 2024: 62%. Base 412. 57% to 67% (95% interval)." */
export const pointReading = (figure: Figure, point: FigurePoint): string =>
  `${pointName(point)}: ${pointLines(figure, point).join('. ')}.`.replace('..', '.');

/** What stands under a chart's title: measure, unit and the days it covers. */
export function subtitleOf(figure: Figure, fromNothing: boolean): string {
  const first = figure.points.reduce<string | null>((min, p) => (min && min < p.from ? min : p.from), null);
  const last = figure.points.reduce<string | null>((max, p) => (max && max > p.to ? max : p.to), null);
  const days =
    first && last ? `, ${first === last ? dayText(first) : `${dayText(first)} to ${dayText(last)}`}` : '';
  const scale = fromNothing ? '' : '. The scale does not start at zero';
  const { title, unit } = figure.metric;
  const measure = title.toLowerCase() === unit.toLowerCase() ? title : `${title}, ${unit}`;
  return `${measure}${days}${scale}.`;
}

/** The figure as text for someone who cannot see the chart. */
export const altTextOf = (figure: Figure): string =>
  `${figure.reading} ${subtitleOf(figure, true)} ${figure.points.length} points. ` +
  `Latest: ${figure.points.length > 0 ? pointReading(figure, figure.points.at(-1) as FigurePoint) : 'none.'}`;
