// Owns the parts that a control chart is judged in: groups, their unbroken segments, and the phases in one.
// The rule: a phase starts with the first period that begins on or after a rebase; a period across it stays old.
import type { SegmentedCell } from './series.ts';
import { seriesOf } from './series.ts';

/** A frozen baseline has so many points before adoption, or more. */
const BASELINE = 12;

export interface Phase {
  readonly cells: readonly SegmentedCell[];
  /** Counted from 0 in its segment. */
  readonly number: number;
  /** So many recorded points, those before adoption, alone make the limits; null: all of them do. */
  readonly frozen: number | null;
}

/** The segments of each group, in time order. */
export const segmentsOf = (cells: readonly SegmentedCell[]): SegmentedCell[][] =>
  seriesOf(cells).flatMap((series) => {
    const numbers = [...new Set(series.map(({ segment }) => segment))];
    return numbers.map((number) => series.filter(({ segment }) => segment === number));
  });

/** The phases of a segment between the days on which limits were set anew. */
export function phasesOf(
  segment: readonly SegmentedCell[],
  rebases: readonly string[],
  adoptionDate: string | null,
): Phase[] {
  const started = ({ period }: SegmentedCell): number => rebases.filter((date) => date <= period.from).length;
  const numbers = [...new Set(segment.map(started))];
  return numbers.map((phase, number) => {
    const cells = segment.filter((cell) => started(cell) === phase);
    return { cells, number, frozen: baselineOf(cells, adoptionDate) };
  });
}

/** How many recorded points lie wholly before adoption, where there are enough of them; else null. */
export function baselineOf(cells: readonly SegmentedCell[], adoptionDate: string | null): number | null {
  if (adoptionDate === null) return null;
  const before = cells.filter(({ period, value }) => value !== null && period.to < adoptionDate).length;
  return before >= BASELINE ? before : null;
}
