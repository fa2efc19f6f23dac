// What an attack is about: a small world of records, everything that anybody could count in it, and what
// each shown number says of those counts.
import type { Store } from '#core/store/store.ts';
import type { FigurePoint, FigureRequest, Grain } from '#shared/schemas/figure.ts';
import type { Random } from '../config/randoms.ts';

/** A number that a point shows or hides: a sum of the world's unknowns (one named twice counts twice). */
export interface Told {
  readonly members: readonly number[];
  /** Null where it is hidden. */
  readonly value: number | null;
  /** Whether it must stay uncertain when it is hidden; other numbers are only what an attacker may use. */
  readonly guarded: boolean;
}

export interface WorldFigure {
  readonly metric: string;
  readonly grains: readonly Grain[];
  readonly splits: readonly string[];
  /** Dimensions that may be filtered. */
  readonly filters: readonly string[];
  /** Filters that every request has (a choice of population). */
  readonly always?: Readonly<Record<string, string>>;
  tell(point: FigurePoint, coords: Readonly<Record<string, string>>, request: FigureRequest): Told[];
}

export interface World {
  /** How many records there truly are of each kind. */
  readonly truth: readonly number[];
  /** The values of each dimension, which an attacker knows. */
  readonly values: Readonly<Record<string, readonly string[]>>;
  readonly figures: readonly WorldFigure[];
  /** Kinds with a value that nobody has: figures list only the values that there are. */
  readonly never: readonly number[];
  /** Sums that are always shown, whatever is hidden. */
  readonly totals: readonly (readonly number[])[];
  readonly threshold: number;
  /** Several tables are of the same people (the questions of a wave): what one tells bounds the others. */
  readonly overlapping?: boolean;
  /** First months of the data and how many there are. */
  readonly firstMonth: string;
  readonly months: number;
  fill(store: Store): Promise<void>;
}

export type WorldMaker = (random: Random) => World;

export const range = (length: number): number[] => Array.from({ length }, (_, index) => index);

export const whole = (random: Random, least: number, most: number): number =>
  least + Math.floor(random() * (most - least + 1));

export const pick = <T>(random: Random, from: readonly T[]): T => {
  const found = from[Math.floor(random() * from.length)];
  if (found === undefined) throw new Error('nothing to pick from');
  return found;
};

/** Some of them, in their order. */
export function some<T>(random: Random, from: readonly T[], count: number): T[] {
  const left = from.map((value, index) => ({ value, index, rank: random() }));
  left.sort((a, b) => a.rank - b.rank);
  return left
    .slice(0, count)
    .sort((a, b) => a.index - b.index)
    .map(({ value }) => value);
}

/** An index, each as likely as its weight says. */
export function weighted(random: Random, weights: readonly number[]): number {
  let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
  for (const [index, weight] of weights.entries()) {
    left -= weight;
    if (left < 0) return index;
  }
  return weights.length - 1;
}

/** Uneven weights: a few large groups, some small, as in a council. */
export const uneven = (random: Random, count: number): number[] =>
  range(count).map(() => 0.02 + random() ** 3);

/** The kinds that have a value which no record of the truth has. */
export function neverSeen(values: readonly (readonly string[])[], truth: readonly number[]): number[] {
  const seen = new Set(values.flatMap((own, index) => ((truth[index] ?? 0) > 0 ? own : [])));
  return values.flatMap((own, index) => (own.every((value) => seen.has(value)) ? [] : [index]));
}

/** The month so many after another, as `YYYY-MM`. */
export function monthAfter(first: string, count: number): string {
  const [year = 0, month = 0] = first.split('-').map(Number);
  const index = year * 12 + month - 1 + count;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** Adds rows in one statement. */
export async function insert(
  store: Store,
  table: string,
  rows: readonly Readonly<Record<string, string | number | boolean | null>>[],
): Promise<void> {
  if (rows.length === 0) return;
  const literal = (value: string | number | boolean | null | undefined): string =>
    typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value ?? null);
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const values = rows.map((row) => `(${columns.map((column) => literal(row[column])).join(', ')})`);
  await store.transaction(async (session) => {
    await session.run(`insert into ${table} (${columns.join(', ')}) values ${values.join(', ')}`);
  });
}
