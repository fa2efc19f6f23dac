// Owns what the parts of a plan share: how cells are read, how a place is named, what is known above.
import type { Metric } from '#core/metrics/metric.ts';
import { periodOf } from '#shared/calendar.ts';
import type { Grain } from '#shared/schemas/figure.ts';
import { keyOf, type Place } from './cell.ts';
import type { Series, SeriesPlan } from './plan-series.ts';
import type { PlannedCell } from './population.ts';
import type { Solved, TableSystem } from './system.ts';

/** Whether the number of a group is hidden in the period that begins on `from` (all dates: any day). */
export type Hides = (coords: readonly string[], from: string) => boolean;

export const nothing: Hides = () => false;

/** What is hidden of a population, by how it is cut (names in alphabetical order) and by which periods. */
export interface Plan {
  hides(cuts: readonly string[], grain: Grain): Promise<Hides>;
  /** The shortest periods by which it is published cut so, where that is decided; null: by none. */
  shortest(cuts: readonly string[]): Promise<Grain | null | undefined>;
}

/** What the parts of a plan are worked out from. */
export interface Planning {
  readonly metric: Metric;
  /** From how many people or cases on a number is shown. */
  readonly threshold: number;
  cells(cuts: readonly string[], grain: Grain): Promise<PlannedCell[]>;
  readonly hides: Plan['hides'];
  /** The names of what is hidden of a pair of cuts by year and for all dates, which are decided together. */
  years(cuts: readonly string[]): Promise<ReadonlySet<string>>;
  /** One cut over all the periods it is published by. */
  series(series: Series): Promise<SeriesPlan>;
  solve(system: TableSystem): Promise<Solved>;
}

/** A place has one name in all of a plan. All dates are one period, wherever they begin. */
export const nameAt = (coords: readonly string[], from: string, grain: Grain): string =>
  keyOf(grain, grain === 'all' ? '' : from, ...coords);

export const nameOf = ({ coords, period }: Place, grain: Grain): string => nameAt(coords, period.from, grain);

export const hidesOf =
  (names: ReadonlySet<string>, grain: Grain): Hides =>
  (coords, from) =>
    names.has(nameAt(coords, from, grain));

/** The first day of the longer period that a day is in. */
export const dayIn = (from: string, grain: Grain): string =>
  grain === 'all' ? '' : periodOf(from, grain).from;

/** A cell's coordinates on fewer cuts. */
export const onto = (cuts: readonly string[], kept: readonly string[]) => (coords: readonly string[]) =>
  coords.filter((_, index) => kept.includes(cuts[index] ?? ''));

export const except = (cuts: readonly string[], left: string): string[] => cuts.filter((cut) => cut !== left);
