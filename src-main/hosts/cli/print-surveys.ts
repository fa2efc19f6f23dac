// Owns the words of the mirror, the funnel, representativeness and the lens on the command line.
// The rule: it formats what the core answered and computes no number.
import type { Funnel } from '#shared/schemas/awareness.ts';
import type { Interval } from '#shared/schemas/figure.ts';
import type { Mirror, MirrorPoint, MirrorRow } from '#shared/schemas/mirror.ts';
import type { Representativeness } from '#shared/schemas/representativeness.ts';
import type { SurveyLens } from '#shared/schemas/survey-lens.ts';
import { number, table } from './print.ts';

const signed = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1, signDisplay: 'exceptZero' });
const plain = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });
const probability = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 3, minimumFractionDigits: 3 });

/** "0.012", "under 0.001", or nothing. */
export const pText = (p: number | null): string =>
  p === null ? '' : p < 0.001 ? 'under 0.001' : probability.format(p);

const baseText = (base: number | null): string => (base === null ? '' : number(base));
const rangeText = (interval: Interval | null): string =>
  interval === null ? '' : `${plain.format(interval.lower)} to ${plain.format(interval.upper)}`;
const sideText = ({ shown, base }: MirrorPoint): string =>
  base === null ? shown : `${shown} of ${number(base)}`;
const gapText = ({ gap }: MirrorRow): string =>
  gap === null
    ? ''
    : `${signed.format(gap.value)} (${signed.format(gap.interval.lower)} to ${signed.format(gap.interval.upper)})`;
const warningLines = (warnings: readonly { readonly text: string }[]): string[] =>
  warnings.map(({ text }) => `Warning: ${text}`);

export function mirrorText({ officers, councillors, rows, reading, method, warnings }: Mirror): string {
  const columns = [
    { title: 'Question' },
    { title: 'Officers', right: true },
    { title: 'Councillors', right: true },
    { title: 'Officers minus councillors, points', right: true },
    { title: 'p', right: true },
    { title: 'adjusted p', right: true },
    { title: 'Verdict' },
  ];
  const body = rows.map((row) => [
    row.question,
    sideText(row.officers),
    sideText(row.councillors),
    gapText(row),
    pText(row.p),
    pText(row.adjustedP),
    row.says,
  ]);
  return [
    reading,
    ...(officers ? [`Officers: ${officers.instrument}, ${officers.period}`] : []),
    ...(councillors ? [`Councillors: ${councillors.instrument}, ${councillors.period}`] : []),
    ...(rows.length > 0 ? ['', table(columns, body), ''] : []),
    ...warningLines(warnings),
    `Method: ${method}`,
  ].join('\n');
}

export function funnelText({ instrument, steps, reading, method, warnings }: Funnel): string {
  const columns = [
    { title: 'Step' },
    { title: 'Share', right: true },
    { title: 'Base', right: true },
    { title: 'Interval' },
    { title: 'Question' },
  ];
  const body = steps.map((step) => [
    step.title,
    step.shown,
    baseText(step.base),
    rangeText(step.interval),
    step.question === null
      ? ''
      : `${step.question} (${step.chosenBy === 'person' ? 'chosen by a person' : 'by its words'})`,
  ]);
  return [
    ...(instrument === null ? [] : [instrument]),
    reading,
    ...(steps.length > 0 ? ['', table(columns, body), ''] : []),
    ...warningLines(warnings),
    `Method: ${method}`,
  ].join('\n');
}

export function representativenessText(value: Representativeness): string {
  const { instrument, by, rows, weighted, margin, reading, method, warnings } = value;
  const percent = (share: number | null, mark: string | null): string =>
    share === null ? (mark === null ? '[x]' : `[${mark}]`) : `${plain.format(share)}%`;
  const body = rows.map((row) => [
    row.group,
    row.responses === null ? percent(null, row.suppressed) : number(row.responses),
    percent(row.shareOfResponses, row.suppressed),
    percent(row.shareOfPopulation, row.suppressed),
    row.difference === null ? '' : signed.format(row.difference),
  ]);
  const columns = [
    { title: by.charAt(0).toUpperCase() + by.slice(1) },
    { title: 'Responses', right: true },
    { title: 'Share of responses', right: true },
    { title: 'Share of population', right: true },
    { title: 'Difference, points', right: true },
  ];
  return [
    ...(instrument === null ? [] : [instrument]),
    reading,
    ...(margin === null
      ? []
      : [
          `A percentage near 50 is right to about ${plain.format(margin)} points either way for those who could answer today.`,
        ]),
    ...(rows.length > 0 ? ['', table(columns, body), ''] : []),
    ...(weighted === null ? [] : [weightedText(weighted), '']),
    ...warningLines(warnings),
    `Method: ${method}`,
  ].join('\n');
}

function weightedText(weighted: NonNullable<Representativeness['weighted']>): string {
  const columns = [
    { title: 'Question' },
    { title: 'As answered', right: true },
    { title: 'Weighted', right: true },
    { title: 'Interval' },
    { title: 'Base', right: true },
    { title: 'Effective base', right: true },
    { title: '' },
  ];
  const rows = weighted.map((one) => [
    one.question,
    `${plain.format(one.unweighted)}%`,
    `${plain.format(one.weighted)}%`,
    rangeText(one.interval),
    number(one.base),
    number(Math.round(one.effectiveBase)),
    one.apart ? 'more than 3 points apart' : '',
  ]);
  return table(columns, rows);
}

export function lensText({ lines, instruments }: SurveyLens): string {
  const body = lines.map((line) => [
    line.line,
    line.title,
    line.behaviours === null
      ? line.suggested.length > 0
        ? `suggested: ${line.suggested.join(', ')}`
        : ''
      : line.behaviours.join(', ') || 'none of the seven',
    line.step === null ? '' : `${line.step}${line.stepBy === 'person' ? ' (set)' : ''}`,
  ]);
  const columns = [{ title: 'Line' }, { title: 'Question' }, { title: 'Behaviours' }, { title: 'Step' }];
  const confirmed = lines.filter(({ behaviours }) => behaviours !== null).length;
  return [
    `${number(confirmed)} of ${number(lines.length)} questions have their behaviours confirmed; only those count in figures by behaviour.`,
    '',
    ...(lines.length > 0 ? [table(columns, body), ''] : []),
    ...instruments.map(
      ({ instrument, side, sideBy }) =>
        `${instrument}: ${side === null ? 'whom it asks is not known' : `asks ${side}`} (${sideBy === 'person' ? 'set by a person' : 'by its name'})`,
    ),
  ].join('\n');
}
