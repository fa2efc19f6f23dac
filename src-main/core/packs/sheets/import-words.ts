// Owns how packs tell of an import: what it is, and the days that it covers.
import { formatDate } from '#shared/calendar.ts';
import type { ImportRecord } from '#shared/schemas/import.ts';
import type { DraftCell } from './draft.ts';
import { notKnown } from './table-sheet.ts';

/** "Absence spell". */
export const datasetOf = ({ kind }: ImportRecord): string =>
  kind.charAt(0).toUpperCase() + kind.slice(1).replaceAll('-', ' ');

/** "Wave of 5 February 2024", or the first and last day that its rows tell of. */
export function coversOf({ wave, covers }: ImportRecord): DraftCell {
  if (wave !== null) return `Wave of ${formatDate(wave)}`;
  return covers === null ? notKnown : `${formatDate(covers.from)} to ${formatDate(covers.to)}`;
}
