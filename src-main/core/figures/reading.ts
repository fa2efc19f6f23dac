// Owns the plain-English reading of a figure, made by rule from what may be shown.
// The rule: it says what changed or did not, never why; it is silent about what is hidden.
import { formatDate } from '#shared/calendar.ts';
import type { ChartLimits, FigurePoint } from '#shared/schemas/figure.ts';
import type { SeriesBreak } from '#shared/schemas/series-break.ts';
import type { Asking } from './ask.ts';
import { TEST_FROM } from './change.ts';
import { breakBetween } from './series.ts';
import { writeValue } from './shown.ts';

const MOST_SENTENCES = 4;

/** One or two sentences for a whole, one for each group of a split of few, one overview of many. */
export function readingOf(
  points: readonly FigurePoint[],
  limits: readonly ChartLimits[],
  breaks: readonly SeriesBreak[],
  asking: Asking,
): string {
  const groups = new Map<string, FigurePoint[]>();
  for (const point of points) {
    const key = JSON.stringify([point.group, point.across]);
    groups.set(key, [...(groups.get(key) ?? []), point]);
  }
  const read = [...groups.values()].flatMap((series) => {
    const recorded = series.filter(isShown);
    const latest = recorded.at(-1);
    return latest ? [{ latest, recorded }] : [];
  });
  const newest = read.reduce((most, { latest }) => (latest.from > most ? latest.from : most), '');
  const current = read.filter(({ latest }) => latest.from === newest);
  const [one] = current;
  if (one === undefined) {
    return points.length === 0
      ? 'There is no data for this yet.'
      : 'There is nothing that can be shown here.';
  }
  if (current.length > MOST_SENTENCES)
    return overview(
      current.map(({ latest }) => latest),
      asking,
    );
  return current
    .map(({ latest, recorded }) => sentence(latest, recorded, { limits, breaks }, asking))
    .join(' ');
}

/** "on 14 October 2024" for a wave, "in April 2024" for a period, "for all dates". */
const during = ({ period }: FigurePoint, { grain }: Asking): string =>
  grain === 'wave'
    ? `on ${period}`
    : grain === 'all'
      ? `for ${period.replace(/^All/, 'all')}`
      : `in ${period}`;

const isShown = (point: FigurePoint): boolean =>
  point.suppressed === null && (point.value !== null || point.base !== null);

/** What a verdict goes by besides the points. */
interface Marks {
  readonly limits: readonly ChartLimits[];
  readonly breaks: readonly SeriesBreak[];
}

function sentence(
  latest: FigurePoint,
  recorded: readonly FigurePoint[],
  marks: Marks,
  asking: Asking,
): string {
  const { metric } = asking;
  const name = nameOf(latest) ?? metric.card.title;
  const base = metric.shape === 'proportion' || metric.shape === 'mean' ? ` (base ${latest.base})` : '';
  const favourable =
    metric.card.id === 'survey-favourable' && latest.shown.endsWith('%') ? ' favourable' : '';
  const range =
    latest.interval && latest.value !== null
      ? `, ${writeValue(latest.interval.lower, metric.format)} to ${writeValue(latest.interval.upper, metric.format)}`
      : '';
  const when = ` ${during(latest, asking)}`;
  const verdict = verdictOf(latest, recorded, marks, asking);
  return `${name}: ${latest.shown}${favourable}${when}${base}${range}.${verdict ? ` ${verdict}` : ''}`;
}

function nameOf({ group, label, across }: FigurePoint): string | null {
  if (group === null) return null;
  return across === null ? (label ?? group) : `${label ?? group}, ${across}`;
}

function verdictOf(
  latest: FigurePoint,
  recorded: readonly FigurePoint[],
  { limits, breaks }: Marks,
  asking: Asking,
): string {
  const earlier = recorded.filter((point) => point.from < latest.from);
  const before = earlier.filter((point) => point.segment === latest.segment).at(-1);
  const broken = before === undefined ? brokenFrom(earlier.at(-1), latest, breaks) : '';
  if (broken !== '') return broken;
  if (asking.metric.shape === 'proportion') return waveVerdict(latest, before, asking);
  const chart = limits.find((entry) => entry.group === latest.group && entry.segment === latest.segment);
  if (chart && chart.mean !== null) return chartVerdict(chart, latest);
  if (before === undefined) return '';
  return `It was ${before.shown} ${during(before, asking)}.`;
}

/** Why nothing before it is compared with the first point after a break. */
function brokenFrom(
  earlier: FigurePoint | undefined,
  latest: FigurePoint,
  breaks: readonly SeriesBreak[],
): string {
  const found = earlier && breakBetween(breaks, earlier, latest);
  return found ? `Not compared with what came before: the series breaks on ${formatDate(found.date)}.` : '';
}

function waveVerdict(latest: FigurePoint, before: FigurePoint | undefined, asking: Asking): string {
  if (before === undefined) return '';
  const { change } = latest;
  if (change === null) {
    const tested = latest.numerator !== null && before.numerator !== null;
    const few = Math.min(latest.denominator ?? 0, before.denominator ?? 0) < TEST_FROM;
    return tested && few
      ? `Too few answers to compare with ${before.period}.`
      : `It was ${before.shown} ${during(before, asking)}.`;
  }
  if (change.verdict === 'no-clear-change') return `No clear change since ${change.since}.`;
  const { direction } = asking.metric.card;
  const side = change.verdict === 'higher' ? 'Higher' : 'Lower';
  const better = (direction === 'increase') === (change.verdict === 'higher');
  const says = better ? 'consistent with improvement' : 'consistent with worsening';
  return `${side} than on ${change.since}${direction === 'neutral' ? '' : `: ${says}`}.`;
}

function chartVerdict(chart: ChartLimits, latest: FigurePoint): string {
  const signal = chart.signals.find(({ from }) => from === latest.from);
  if (signal === undefined) return 'Within its usual range: no clear change.';
  const side = signal.type.endsWith('_high') ? 'Higher than' : 'Lower than';
  if (signal.type.startsWith('improvement')) return `${side} usual: consistent with improvement.`;
  if (signal.type.startsWith('concern')) return `${side} usual: consistent with worsening.`;
  return `${side} usual; the number has no good or bad direction.`;
}

function overview(latest: readonly FigurePoint[], asking: Asking): string {
  const { metric } = asking;
  const values = latest.flatMap(({ value }) => (value === null ? [] : [value]));
  const [first] = latest;
  if (first === undefined || values.length === 0) return '';
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const groups = `${metric.card.title} ${during(first, asking)}: ${latest.length} groups are shown`;
  // Mean scores may be on different scales: a range of them would say nothing.
  if (metric.shape === 'mean') return `${groups}.`;
  return `${groups}, from ${writeValue(least, metric.format)} to ${writeValue(most, metric.format)}.`;
}
