// Owns what of a figure is hidden. Everything that could tell a hidden number goes with it.

import type { Grain } from '#shared/schemas/figure.ts';
import type { Note } from '#shared/schemas/import.ts';
import type { Asking } from './ask.ts';
import type { FigureCell, Place } from './cell.ts';
import { arePaired, groupsOf } from './plan.ts';
import { isPublished } from './plan-series.ts';

/** One reason for both: saying which number was small and which was not would narrow both down. */
const REASON = 'Confidential: the group is small, or would give away one that is';

/** The cells with the values that may not be shown taken out. */
export const disclose = (cells: readonly FigureCell[], hides: (place: Place) => boolean): FigureCell[] =>
  cells.map((cell) => (hides(cell) ? blank(cell) : cell));

const blank = (cell: FigureCell): FigureCell => ({
  ...cell,
  value: null,
  numerator: null,
  denominator: null,
  base: null,
  interval: null,
  suppressed: 'c',
  reason: REASON,
});

const words: Readonly<Record<Grain, string>> = {
  month: 'month',
  quarter: 'quarter',
  'financial-year': 'financial year',
  'municipal-year': 'municipal year',
  wave: 'wave',
  all: 'all dates',
};

/**
 * Why all of a figure that is cut finely is hidden, and what can be asked instead. `shortest`: the shortest
 * periods by which one cut is published.
 */
export function cutNotes({ metric, cuts, grain }: Asking, shortest: Grain | null | undefined): Note[] {
  const groups = groupsOf(metric, cuts);
  if (metric.disclosure.rule === 'public' || groups.length === 0) return [];
  const by = groups.map((cut) => cut.replaceAll('-', ' ')).join(' and ');
  if (groups.length === 1) {
    if (shortest === undefined || (shortest !== null && isPublished(grain, shortest))) return [];
    const instead =
      shortest === null
        ? 'In no period can enough of the numbers be shown.'
        : shortest === 'all'
          ? 'They are shown for all dates together.'
          : `They are shown by ${words[shortest]} and longer.`;
    return [
      note(
        `Divided by ${by}, too many numbers${grain === 'all' ? '' : ` by ${words[grain]}`} would have to be hidden. ${instead}`,
      ),
    ];
  }
  if (groups.length > 2 || !arePaired(metric, groups)) {
    const pairs = Object.values(metric.twoWay).filter((pair) => pair.some((cut) => groups.includes(cut)));
    const instead = pairs
      .map((pair) => pair.map((cut) => cut.replaceAll('-', ' ')).join(' with '))
      .join(', ');
    return [
      note(
        `Divided by ${by} at once, the numbers would point at people, so none is shown. ${instead === '' ? 'Divide by one of them.' : `Together there are: ${instead}.`}`,
      ),
    ];
  }
  if (!metric.disclosure.adds || grain === 'financial-year' || grain === 'all') return [];
  return [
    note(
      `Divided by ${by} at once, numbers are shown by financial year and for all dates only: in shorter periods they would point at people.`,
    ),
  ];
}

const note = (text: string): Note => ({ code: 'cut-too-fine', text });
