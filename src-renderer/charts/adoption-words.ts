// Owns the words of "before and after adoption": one point read out, the chart as text, the data to copy.
// The rule: every number comes written; nothing is rounded or compared here.
import type { AdoptionPoint, ModelledAdoption } from '../../src-shared/schemas/adoption.ts';
import { dayText } from '../wording.ts';

const phaseWords: Readonly<Record<AdoptionPoint['phase'], string>> = {
  before: 'Before adoption',
  after: 'After adoption',
  transition: 'Transition, left out',
  'left-out': 'Left out',
};
export const phaseText = ({ phase }: AdoptionPoint): string => phaseWords[phase];

/** A point as short lines. */
export const adoptionLines = (point: AdoptionPoint): string[] => [
  `Observed ${point.shown}`,
  ...(point.fitted ? [`Model ${point.fitted.shown}`] : []),
  ...(point.counterfactual ? [`Course before, continued: ${point.counterfactual.shown}`] : []),
  ...(point.phase === 'before' || point.phase === 'after' ? [] : [phaseText(point)]),
];

/** "April 2024: Observed 12. Model 12.4. Course before, continued: 15.1 (12.0 to 18.2)." */
export const adoptionPointReading = (point: AdoptionPoint): string =>
  `${point.period}: ${adoptionLines(point).join('. ')}.`;

/** Measure, unit, days and adoption. */
export function adoptionSubtitle({ metric, series, adoptionDate }: ModelledAdoption): string {
  const [first, last] = [series[0]?.from, series.at(-1)?.to];
  const days = first && last ? `, ${dayText(first)} to ${dayText(last)}` : '';
  const measure =
    metric.title.toLowerCase() === metric.unit.toLowerCase()
      ? metric.title
      : `${metric.title}, ${metric.unit}`;
  return `${measure}${days}. Adopted on ${dayText(adoptionDate)}.`;
}

/** The chart for someone who cannot see it. */
export const adoptionAltText = (adoption: ModelledAdoption): string =>
  [
    adoption.reading,
    adoption.shift.text,
    adoptionSubtitle(adoption),
    ...adoption.series.slice(-1).map(adoptionPointReading),
  ].join(' ');

/** The series, the estimates and the other analyses as tab-separated text. */
export function adoptionText({ series, estimates, sensitivity }: ModelledAdoption): string {
  const lines: readonly (readonly string[])[] = [
    ['Period', 'Side', 'Observed', 'Model', 'Course before, continued (95% interval)'],
    ...series.map((point) => [
      point.period,
      phaseText(point),
      point.shown,
      point.fitted?.shown ?? '',
      point.counterfactual?.shown ?? '',
    ]),
    [],
    ['Estimate', 'Unit', 'Value', '95% interval', 'p'],
    ...estimates.map(({ title, unit, shown }) => [title, unit, shown.estimate, shown.interval, shown.p]),
    [],
    ['Analysis', 'Change of level', 'Latest point', 'Same answer', 'Note'],
    ...sensitivity.map((row) => [
      row.title,
      row.levelChange?.shown ?? '',
      row.latest?.shown ?? '',
      agreementText(row),
      row.note,
    ]),
  ];
  return lines.map((cells) => cells.join('\t')).join('\n');
}

export const agreementText = ({ primary, agrees }: ModelledAdoption['sensitivity'][number]): string =>
  primary ? 'Gives the verdict' : agrees ? 'Yes' : 'No';
