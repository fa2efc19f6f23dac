// Owns what a metric is: its definition for people, the rows it reads, how they are shown and protected.
// The rule: a metric counts and adds; it places no period, computes no statistic and hides nothing.

import type { Session, SqlParams } from '#core/store/session.ts';
import type { Period } from '#shared/calendar.ts';
import type { Grain, MetricCard } from '#shared/schemas/figure.ts';
import type { Note } from '#shared/schemas/import.ts';

/** Metrics only read. */
export type Reader = Pick<Session, 'all'>;

/** At most this many dimensions cut one figure: finer cuts point at people. */
export const MOST_CUTS = 3;

/** What the gate asks of a metric. */
export interface Question {
  readonly grain: Grain;
  /** Dimensions that cut the rows, in alphabetical order, at most three: `cut1`, `cut2`, `cut3` of a row. */
  readonly cuts: readonly string[];
  /** Filters that pick rows before they are cut. */
  readonly choices: Readonly<Record<string, string>>;
  /** First and last day asked for; set for the grain `all` only, null for no bound. */
  readonly from: string | null;
  readonly to: string | null;
  /** Every period of the data, for what is measured at a period's first or last day. */
  readonly periods: readonly Period[];
}

/** First day of a period (`0001-01-01` for the grain `all`) and the group's value on each cut. */
export interface Cell {
  readonly period: string;
  readonly cut1: string | null;
  readonly cut2: string | null;
  readonly cut3: string | null;
}

export interface CountRow extends Cell {
  readonly count: number;
}

export interface AmountRow extends Cell {
  readonly amount: number;
  /** Cases or people behind the amount; null for published aggregates, which rest on no rows of ours. */
  readonly base: number | null;
  /** Published values behind the amount that their publisher withheld. */
  readonly missing: number;
}

/** One line (question) of a survey in one wave and group. */
export interface LineRow extends Cell {
  /** Null in the row of the whole group, whose `people` answered any of its questions. */
  readonly line: string | null;
  /** Answers that count, and the people who gave them. */
  readonly base: number;
  readonly people: number;
  readonly scale: string | null;
}

export interface ProportionRow extends LineRow {
  readonly hits: number;
}

export interface MeanRow extends LineRow {
  readonly mean: number;
  /** Sample standard deviation; null for one answer. */
  readonly sd: number | null;
}

/** Answers on the favourable and on the unfavourable side. */
export interface NetRow extends ProportionRow {
  readonly against: number;
}

/** How many of the cases or people in a cell (`base`) something is true of (`hits`). */
export interface ShareRow extends Cell {
  readonly hits: number;
  readonly base: number;
}

export interface DurationRow extends Cell {
  readonly days: readonly number[];
  /** False: still open when the data end. */
  readonly closed: readonly boolean[];
}

/** A denominator. Cuts that do not divide it are null and stand for every group. */
export interface ExposureRow extends Cell {
  readonly exposure: number | null;
  /** How many people it stands for, where the figure knows: few are protected as few cases are. */
  readonly people?: number | null;
}

/**
 * The time until half, or nine in ten, are closed; how long the one longest open has been; or the share
 * closed within so many days (null: nobody has set how many).
 */
export type DurationTold = 'median' | 'ninetieth' | 'longest-open' | { readonly within: number | null };

export type Measured =
  | { readonly shape: 'count'; readonly rows: readonly CountRow[] }
  | { readonly shape: 'amount'; readonly rows: readonly AmountRow[] }
  /** A part of the whole in per cent, with a Wilson interval. */
  | { readonly shape: 'share'; readonly rows: readonly ShareRow[] }
  | { readonly shape: 'proportion'; readonly rows: readonly ProportionRow[] }
  /** Favourable minus unfavourable in percentage points, with the interval of its standard error. */
  | { readonly shape: 'net'; readonly rows: readonly NetRow[] }
  | { readonly shape: 'mean'; readonly rows: readonly MeanRow[] }
  /** As a mean; the row of the whole group holds the mean and deviation of its people's own means. */
  | { readonly shape: 'index'; readonly rows: readonly MeanRow[] }
  | { readonly shape: 'duration'; readonly rows: readonly DurationRow[]; readonly tells: DurationTold }
  /** Events per so many of the exposure, with a Poisson interval. */
  | {
      readonly shape: 'rate';
      readonly rows: readonly CountRow[];
      readonly exposure: readonly ExposureRow[];
      readonly per: number;
    }
  /** An amount per so many of the exposure, without an interval. */
  | {
      readonly shape: 'ratio';
      readonly rows: readonly AmountRow[];
      readonly exposure: readonly ExposureRow[];
      readonly per: number;
    };

export type Shape = Measured['shape'];

export interface Span {
  readonly from: string;
  readonly to: string;
}

/** What a metric settles before it is asked: filters it had to choose, and what to say about that. */
export interface Settled {
  readonly choices: Readonly<Record<string, string>>;
  readonly notes: readonly Note[];
}

export interface Asked {
  readonly split: readonly string[];
  readonly filters: Readonly<Record<string, string>>;
}

export interface Metric {
  readonly card: MetricCard;
  readonly shape: Shape;
  /** How a value is written. */
  readonly format: { readonly decimals: number; readonly unit: 'percent' | 'number' | 'days' };
  /** Dimensions that may split it; a filter on one of them is the split's slice, so that both agree. */
  readonly cuts: readonly string[];
  /** Dimensions whose filter picks rows before anything is cut. */
  readonly choices: readonly string[];
  /** The values of a choice that are the metric's own, not the data's. */
  readonly choiceValues?: Readonly<Record<string, readonly string[]>>;
  /** Two-way splits: what stands in `group` and what in `across`. */
  readonly twoWay: Readonly<Record<string, readonly [group: string, across: string]>>;
  /** Cuts whose groups are parts of another cut's groups: the reasons within voluntary and not. */
  readonly within?: Readonly<Record<string, string>>;
  readonly disclosure: {
    /** survey: the base against the workspace's minimum; people: counts of 1 to 4 in a split; public: nothing. */
    readonly rule: 'survey' | 'people' | 'public';
    /** Cuts whose groups add up to a total that somebody can subtract from. */
    readonly partitions: readonly string[];
    /** Whether periods add up, too (months to a year). */
    readonly adds: boolean;
    /** The groups of another metric's split that this is worked out from: hidden where one of them is hidden. */
    readonly madeOf?: { readonly metric: string; readonly cut: string; readonly groups: readonly string[] };
    /** Metrics of the same people, by id: what they hide, this hides. */
    readonly alike?: readonly string[];
    /** The metric of its denominator: a group hidden there at any time is hidden here. */
    readonly over?: string;
  };
  /** Why a value cannot be given where a denominator or snapshot is not there. */
  readonly noExposure?: string;
  /** The first and last day of the data; null without data. */
  span(session: Reader, filters: Readonly<Record<string, string>>): Promise<Span | null>;
  read(session: Reader, question: Question): Promise<Measured>;
  settle?(session: Reader, asked: Asked): Promise<Settled>;
  /** What a reader must know of the data; never about one group, so that it cannot tell on it. */
  notes?(session: Reader, question: Question): Promise<readonly Note[]>;
  /** The values of a cut, where asking for them is quicker than reading every row. */
  values?(session: Reader, dimension: string): Promise<readonly string[]>;
  /** The words for the values of a dimension that are codes. */
  labels?(session: Reader, dimension: string): Promise<ReadonlyMap<string, string>>;
}

/** The parameters that every metric's statement may name: `$grain`, `$cut1` to `$cut3`, `$from`, `$to`. */
export function cutParams({ grain, cuts, from, to }: Question): SqlParams {
  return { grain, cut1: cuts[0] ?? null, cut2: cuts[1] ?? null, cut3: cuts[2] ?? null, from, to };
}

/** A choice or filter as a parameter: null where it was not made. */
export const choice = (choices: Readonly<Record<string, string>>, dimension: string): string | null =>
  choices[dimension] ?? null;

/** The periods as the JSON that a statement unnests: `[{"starts", "ends"}]`. */
export const periodsJson = (periods: readonly Period[]): string =>
  JSON.stringify(periods.map(({ from, to }) => ({ starts: from, ends: to })));

/** "1 case has", "3 cases have". */
export const countOf = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${count} ${many}`;

/** Reads the one row of a span statement. */
export async function readSpan(session: Reader, sql: string, params: SqlParams = {}): Promise<Span | null> {
  const [row] = await session.all<{ from: string | null; to: string | null }>(sql, params);
  return row?.from && row.to ? { from: row.from, to: row.to } : null;
}
