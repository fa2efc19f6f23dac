// Owns why a series gets no model before and after adoption: one reason and one piece of advice a code.
import { FEWEST_EACH_SIDE, FEWEST_POINTS } from '#core/stats/index.ts';
import type { AdoptionRefusal } from '#shared/schemas/adoption.ts';

export interface Counted {
  readonly step: string;
  readonly before: number;
  readonly after: number;
  readonly transition: number;
}

const points = (count: number, step: string): string => `${count} ${step}${count === 1 ? '' : 's'}`;

const left = ({ transition, step }: Counted): string =>
  transition === 0
    ? ''
    : ` ${points(transition, step)} ${transition === 1 ? 'is' : 'are'} left out as transition.`;

const told: Readonly<Record<AdoptionRefusal, readonly [(counted: Counted) => string, string]>> = {
  'not-adopted': [
    () => 'The adoption date is not set: there is no before and after to compare.',
    'Set the date on which Council adopted the Protocol in the settings (candour settings --adoption).',
  ],
  survey: [
    () =>
      'A survey has one or two waves a year: an interrupted time series needs many evenly spaced points, and cannot be made of them.',
    'Use the run chart and the wave-to-wave tests on the Survey screen instead.',
  ],
  'too-rare': [
    () => 'This is counted once a year or less often: too few points for an interrupted time series.',
    'Use the run chart and wave-to-wave tests, or choose months or quarters where the measure has them.',
  ],
  rolling: [
    () =>
      'These are rolling values: neighbouring points share most of their months, so that shifts and trends appear by construction.',
    'Choose the monthly measure behind it.',
  ],
  'no-data': [
    () => 'There is no data for this here.',
    'Import the data it is made from, choose a longer period or clear a filter.',
  ],
  'series-break': [
    ({ before, after, step }) =>
      `The series breaks between the time before and after adoption: ${points(before, step)} before and ${after} after it can be compared, at least ${FEWEST_EACH_SIDE} of each wanted.`,
    'What lies on the two sides of a break is not the same measure. See Data health for the break and its reason.',
  ],
  'too-few-before': [
    (counted) =>
      `Too little data to judge: ${points(counted.before, counted.step)} before adoption, at least ${FEWEST_EACH_SIDE} needed.`,
    'Import earlier data: the course before adoption is what everything after it is compared with.',
  ],
  'too-few-after': [
    (counted) =>
      `Too little data to judge: ${points(counted.after, counted.step)} after adoption, at least ${FEWEST_EACH_SIDE} needed.${left(counted)}`,
    'Wait for more data. Until then, read the control chart.',
  ],
  'too-few-points': [
    (counted) =>
      `Too little data to judge: ${points(counted.before + counted.after, counted.step)} in all, at least ${FEWEST_POINTS} needed.${left(counted)}`,
    'Wait for more data or choose a longer period. Until then, read the control chart.',
  ],
  'too-much-hidden': [
    () =>
      'More than a quarter of the periods are hidden to protect people: what is left is a selection, and a model of it would mislead.',
    'Choose the whole council, or a longer period such as the quarter.',
  ],
  'no-variation': [
    () => 'Every point has the same value: there is no variation to model.',
    'Read the values as they stand.',
  ],
  'not-estimable': [
    () => 'The points do not lie so that the terms of the model can be told apart.',
    'Choose a longer period or fewer transition periods.',
  ],
};

/** The words of a refusal. */
export function refusalWords(code: AdoptionRefusal, counted: Counted): { reason: string; advice: string } {
  const [reason, advice] = told[code];
  return { reason: reason(counted), advice };
}
