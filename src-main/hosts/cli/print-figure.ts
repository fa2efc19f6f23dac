// Owns a figure in words: the reading, the points as an aligned table, warnings, where it comes from.
import type { Figure, FigurePoint } from '#shared/schemas/figure.ts';
import { number, table } from './print.ts';
import { pText } from './print-surveys.ts';

const plain = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });

const groupOf = ({ label, group, across }: FigurePoint): string =>
  [label ?? group, across].filter((part) => part !== null).join(' × ') || 'all';

/** "61.20 to 66.40 (95%)", or nothing. */
export const intervalText = ({ interval }: FigurePoint): string =>
  interval === null
    ? ''
    : `${plain.format(interval.lower)} to ${plain.format(interval.upper)} (${plain.format(interval.level * 100)}%)`;

const verdicts = { higher: 'higher', lower: 'lower', 'no-clear-change': 'no clear change' } as const;
const signed = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1, signDisplay: 'exceptZero' });

/** "+3.2 points, no clear change since 5 June 2023 (-1.1 to +7.4; p 0.02, adjusted 0.21 over 12)", or nothing. */
export function changeText({ change }: FigurePoint): string {
  if (change === null) return '';
  const { value, interval, verdict, since, p, adjustedP, compared } = change;
  const range = `${signed.format(interval.lower)} to ${signed.format(interval.upper)}`;
  return `${signed.format(value)} points, ${verdicts[verdict]} since ${since} (${range}; p ${pText(p)}, adjusted ${pText(adjustedP)} over ${compared})`;
}

const assurances = {
  consistent_pass: 'the target is met every time',
  consistent_fail: 'the target is missed every time',
  inconsistent: 'the target is met and missed by turns',
} as const;

/** "Limits of Place: mean 4.10, 1.20 to 7.00 (24 points)", once a phase; nothing where there are none. */
function limitsText(limit: Figure['limits'][number]): string[] {
  const { group, mean, lower, upper, points, phase, from, trial, byPoint, target, assurance } = limit;
  if (mean === null) return [];
  const centre = limit.chart === 'run' || limit.chart === 'g' ? 'median' : 'mean';
  const range = lower === null || upper === null ? '' : `, ${plain.format(lower)} to ${plain.format(upper)}`;
  const parts = [
    `${points} points`,
    ...(byPoint ? ['limits differ from point to point; these are the latest'] : []),
    ...(trial ? ['trial limits, nothing is judged by them'] : []),
    ...(target === null ? [] : [`target ${plain.format(target)}`]),
    ...(assurance === null ? [] : [assurances[assurance]]),
  ];
  const of = `${group === null ? '' : ` of ${group}`}${phase > 0 ? ` from ${from}` : ''}`;
  return [`Limits${of}: ${centre} ${plain.format(mean)}${range} (${parts.join('; ')})`];
}

/** A figure for people. */
export function figureText({
  metric,
  points,
  limits,
  events,
  warnings,
  reading,
  provenance,
}: Figure): string {
  const compared = points.some(({ change }) => change !== null);
  const rows = points.map((point) => [
    point.period,
    groupOf(point),
    point.shown,
    point.base === null ? '' : number(point.base),
    intervalText(point),
    ...(compared ? [changeText(point)] : []),
  ]);
  const columns = [
    { title: 'Period' },
    { title: 'Group' },
    { title: 'Value', right: true },
    { title: 'Base', right: true },
    { title: 'Interval' },
    ...(compared ? [{ title: 'Change' }] : []),
  ];
  const reasons = new Set(
    points.flatMap(({ shown, reason }) => (reason === null ? [] : [`${shown}: ${reason}`])),
  );
  return [
    metric.title,
    reading,
    '',
    rows.length > 0 ? table(columns, rows) : 'There is nothing to show for this period.',
    ...reasons,
    ...limits.flatMap(limitsText),
    ...warnings.map(({ text }) => `Warning: ${text}`),
    ...(metric.caveat ? [`Caveat: ${metric.caveat}`] : []),
    ...(events.length > 0 ? ['', 'Events'] : []),
    ...events.map(({ date, title }) => `  ${date}  ${title}`),
    '',
    `Method: ${provenance.method} (figure version ${provenance.metricVersion})`,
    `Disclosure: ${provenance.suppression.rule} Hidden here: ${number(provenance.suppression.hidden)}.`,
    ...provenance.imports.map(
      ({ importId, file, sha256, rows: count }) =>
        `Source: ${file}, import ${importId}, ${number(count)} rows, SHA-256 ${sha256.slice(0, 16)}…`,
    ),
  ].join('\n');
}
