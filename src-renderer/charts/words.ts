// Owns the words of a chart: units, signals, and one point read out as a sentence.
import type { ChartLimits, Figure, FigurePoint, MetricCard } from '../../src-shared/schemas/figure.ts';
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

const runsText = 'Signal of change: the points do not run as chance would have them';

const assuranceWords: Record<NonNullable<ChartLimits['assurance']>, string> = {
  consistent_pass: 'Meets its target every time',
  consistent_fail: 'Misses its target every time',
  inconsistent: 'Meets and misses its target by turns',
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

const signed = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1, signDisplay: 'exceptZero' });
const changeWords = { higher: 'higher', lower: 'lower', 'no-clear-change': 'no clear change' } as const;

/** "+12", "-3.4", "0": a difference in points. */
export const signedText = (value: number): string => signed.format(value);

/** "0.012", "under 0.001". */
export const pText = (p: number): string => (p < 0.001 ? 'under 0.001' : p.toFixed(3));

/** "+12 points: higher (adjusted p 0.003)"; empty where nothing is compared. */
export const changeText = ({ change }: FigurePoint): string =>
  change
    ? `${signedText(change.value)} points: ${changeWords[change.verdict]} (adjusted p ${pText(change.adjustedP)})`
    : '';

/** The limits in force at a point: those of its group, unbroken line and phase. */
export const limitsAt = ({ limits }: Figure, point: FigurePoint): ChartLimits | undefined =>
  limits.find(
    ({ group, segment, from, to }) =>
      group === point.group && segment === point.segment && from <= point.from && point.from <= to,
  );

/** What a chart says of its latest point, and of its target where it has one. */
export function verdictText({ mean, trial, variation, assurance }: ChartLimits): string {
  if (mean === null || trial) return 'Too little data to judge';
  const says = variation === 'runs_signal' ? runsText : lookWords[lookOf(variation)];
  return assurance === null ? says : `${says}. ${assuranceWords[assurance]}`;
}

/** The signal of a point, if its chart found one. */
export function signalOf(figure: Figure, point: FigurePoint): { look: SignalLook; rules: string[] } | null {
  const limits = limitsAt(figure, point);
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
  if (point.change) lines.push(`Since ${point.change.since}: ${changeText(point)}`);
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

/** How the charts of a figure are judged, once each; the choices of a person are in it. */
export const judgedText = ({ limits }: Figure): string[] => [
  ...new Set(limits.flatMap(({ mean, method }) => (mean === null ? [] : method))),
];

/** How many points are hidden, by mark and reason: "2 points are [c]: Confidential: the group is small." */
function hiddenText({ points }: Figure): string {
  const hidden = points.filter(({ suppressed }) => suppressed !== null);
  const reasons = new Set(
    hidden.map(({ shown, reason }) => `${shown}${reason === null ? '' : `: ${reason}`}`),
  );
  return [...reasons]
    .map((why) => {
      const count = hidden.filter(({ shown }) => why.startsWith(shown)).length;
      return ` ${count} ${count === 1 ? 'point is' : 'points are'} ${why}.`;
    })
    .join('');
}

/** The figure as text for someone who cannot see the chart. */
export function altTextOf(figure: Figure): string {
  const latest = figure.points.at(-1);
  return (
    `${figure.reading} ${subtitleOf(figure, true)} ${figure.points.length} points.${hiddenText(figure)} ` +
    `Latest: ${latest ? pointReading(figure, latest) : 'none.'}`
  );
}
