// Owns the plain-English reading of a figure, made by rule from what may be shown.
// The rule: it says what changed or did not, never why; it is silent about what is hidden.
import { formatDate } from '#shared/calendar.ts';
import type { AdoptionRun, ChartLimits, FigurePoint } from '#shared/schemas/figure.ts';
import type { SeriesBreak } from '#shared/schemas/series-break.ts';
import type { Asking } from './ask.ts';
import { enoughToTest, FALSE_ALARMS, isCompared } from './change.ts';
import { breakBetween } from './series.ts';
import { writeValue } from './shown.ts';

const MOST_SENTENCES = 4;

/** What a verdict goes by besides the points. */
export interface Marks {
  readonly limits: readonly ChartLimits[];
  readonly sinceAdoption: readonly AdoptionRun[];
  readonly breaks: readonly SeriesBreak[];
}

/** One or two sentences for a whole, one for each group of a split of few, one overview of many. */
export function readingOf(points: readonly FigurePoint[], marks: Marks, asking: Asking): string {
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
  return current.map(({ latest, recorded }) => sentence(latest, recorded, marks, asking)).join(' ');
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

function sentence(
  latest: FigurePoint,
  recorded: readonly FigurePoint[],
  marks: Marks,
  asking: Asking,
): string {
  const { metric } = asking;
  const name = nameOf(latest) ?? metric.card.title;
  const base = isCompared(metric.shape) ? ` (base ${latest.base})` : '';
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
  { limits, sinceAdoption, breaks }: Marks,
  asking: Asking,
): string {
  const earlier = recorded.filter((point) => point.from < latest.from);
  const before = earlier.filter((point) => point.segment === latest.segment).at(-1);
  const broken = before === undefined ? brokenFrom(earlier.at(-1), latest, breaks) : '';
  if (broken !== '') return broken;
  const chart = limits.find((entry) => isOf(entry, latest));
  const judged = chart !== undefined && chart.mean !== null && !chart.trial;
  if (isCompared(asking.metric.shape)) {
    const wave = waveVerdict(latest, before, asking);
    return judged ? `${wave} ${chartVerdict(chart, latest)}`.trim() : wave;
  }
  const earlierText = before === undefined ? [] : [`It was ${before.shown} ${during(before, asking)}.`];
  const verdict = judged ? [chartVerdict(chart, latest)] : earlierText;
  return [...verdict, ...sinceOf(latest, recorded, sinceAdoption)].join(' ');
}

/** Whether limits are those in force at a point. */
const isOf = ({ group, segment, from, to }: ChartLimits, point: FigurePoint): boolean =>
  group === point.group && segment === point.segment && from <= point.from && point.from <= to;

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
    return !enoughToTest(asking.metric.shape, latest, before)
      ? `Too few answers to compare with ${before.period}.`
      : `It was ${before.shown} ${during(before, asking)}.`;
  }
  if (change.verdict === 'no-clear-change') {
    const alone = change.p < FALSE_ALARMS;
    const counted = alone ? `, allowing for the ${change.compared} comparisons made here` : '';
    return `No clear change since ${change.since}${counted}.`;
  }
  const { direction } = asking.metric.card;
  const side = change.verdict === 'higher' ? 'Higher' : 'Lower';
  const better = (direction === 'increase') === (change.verdict === 'higher');
  const says = better ? 'consistent with improvement' : 'consistent with worsening';
  return `${side} than on ${change.since}${direction === 'neutral' ? '' : `: ${says}`}.`;
}

function chartVerdict(chart: ChartLimits, latest: FigurePoint): string {
  if (chart.chart === 'run') {
    return chart.variation === 'runs_signal'
      ? 'Over all that is shown the points do not run as chance would have them: something changed.'
      : 'Over all that is shown the points run as chance would have them: no clear change.';
  }
  return [pointVerdict(chart, latest), ...targetVerdict(chart)].join(' ');
}

function pointVerdict({ signals }: ChartLimits, latest: FigurePoint): string {
  const signal = signals.find(({ from }) => from === latest.from);
  if (signal === undefined) return 'Within its usual range: no clear change.';
  const side = signal.type.endsWith('_high') ? 'Higher than' : 'Lower than';
  if (signal.type.startsWith('improvement')) return `${side} usual: consistent with improvement.`;
  if (signal.type.startsWith('concern')) return `${side} usual: consistent with worsening.`;
  return `${side} usual; the number has no good or bad direction.`;
}

const targets = {
  consistent_pass: 'As it runs now, it meets its target every time.',
  consistent_fail: 'As it runs now, it misses its target every time.',
  inconsistent: 'As it runs now, it meets its target at some times and misses it at others.',
} as const;

const targetVerdict = ({ assurance }: ChartLimits): string[] =>
  assurance === null ? [] : [targets[assurance]];

const sides = {
  consistent_with_improvement: 'on the better side of the mean before adoption: consistent with improvement',
  consistent_with_worsening: 'on the worse side of the mean before adoption: consistent with worsening',
  shifted_higher: 'above the mean before adoption, which is neither good nor bad in itself',
  shifted_lower: 'below the mean before adoption, which is neither good nor bad in itself',
} as const;

const inWords = { 6: 'six', 7: 'seven' } as const;

/** The headline, where adoption lies in the line of the latest point; never from one signal. */
function sinceOf(
  latest: FigurePoint,
  recorded: readonly FigurePoint[],
  sinceAdoption: readonly AdoptionRun[],
): string[] {
  const found = sinceAdoption.find(
    ({ group, segment }) => group === latest.group && segment === latest.segment,
  );
  if (found === undefined || found.verdict === 'too_little_data') return [];
  const { run, verdict } = found;
  const many = inWords[found.runLength];
  if (verdict === 'no_clear_change' || run === null)
    return [`Since adoption no ${many} in a row are on one side of the mean before it: no clear change.`];
  // A run that began before the first point shown is told from there.
  const first = recorded.find(({ from }) => from >= run.from);
  const last = recorded.findLast(({ to }) => to <= run.to);
  if (first === undefined || last === undefined || last.from < first.from) return [];
  const lasts = last.from === latest.from;
  const when = lasts ? `up to ${last.period} are` : `from ${first.period} to ${last.period} were`;
  return [`${many.charAt(0).toUpperCase()}${many.slice(1)} or more in a row ${when} ${sides[verdict]}.`];
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
