// Owns the words for what is lacking in a mechanism of section VII, by the register alone.
import type { MechanismEntry } from '#shared/schemas/mechanism.ts';
import { capital } from './table-sheet.ts';

const places = { yes: 'In place', partly: 'Partly in place', 'not-yet': 'Not yet in place' } as const;

/** "In place", "Partly in place", "Not yet in place", as people said of it. */
export const placeOf = ({ inPlace }: MechanismEntry): string => places[inPlace];

/** What is lacking, in words; "None told by the register" where nothing is. */
export function gapOf({ inPlace, lastEvidence, overdueDays, cadenceMonths, owner }: MechanismEntry): string {
  const gaps = [
    ...(inPlace === 'yes' ? [] : [`${places[inPlace]} by the register`]),
    ...(lastEvidence === null ? ['no evidence imported'] : []),
    ...(overdueDays === null ? [] : [`evidence overdue by ${overdueDays} days`]),
    ...(cadenceMonths === null ? ['how often evidence is due is not set'] : []),
    ...(owner === null ? ['no owner named'] : []),
  ];
  return gaps.length === 0 ? 'None told by the register' : capital(gaps.join('; '));
}
