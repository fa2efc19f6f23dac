// Owns what is hidden where one cut divides people and the periods add up: all its periods in one system, so
// that nothing decided over a year is too tight for its months.
// The rule: a cut is published by the shortest periods in which enough of its numbers can be shown, and by
// longer ones; where a shorter period would leave a hidden number too certain, a longer one is tried.
import type { Metric } from '#core/metrics/metric.ts';
import type { Grain } from '#shared/schemas/figure.ts';
import { keyOf, type Place } from './cell.ts';
import { nameAt, nameOf, onto, type Planning } from './planning.ts';
import type { PlannedCell } from './population.ts';
import { groupBy, TableSystem } from './system.ts';

/** The periods by which cuts are published, the shortest first. */
const lengths = ['month', 'quarter', 'financial-year', 'all'] as const;

/** How much dearer it is to hide a longer period: a reader loses all that is in it. */
const dear: Readonly<Record<Grain, number>> = {
  month: 1,
  quarter: 3,
  'financial-year': 12,
  'municipal-year': 12,
  all: 36,
  wave: 1,
};

/** One cut that divides people, beside others that do not (`context`), and the cut whose groups hold its groups. */
export interface Series {
  readonly cut: string;
  readonly context: readonly string[];
  readonly within: string | null;
}

export interface SeriesPlan {
  /** The shortest periods by which it is published; null: not at all. */
  readonly shortest: Grain | null;
  readonly hidden: ReadonlySet<string>;
}

/** Whether a grain is published where the shortest periods are of another. */
export const isPublished = (grain: Grain, shortest: Grain | null): boolean => {
  if (shortest === null) return false;
  if (grain === 'municipal-year') return shortest === 'month';
  return lengths.indexOf(grain as 'month') >= lengths.indexOf(shortest as 'month');
};

/** Decides a cut over all its periods. */
export async function decideSeries(planning: Planning, series: Series): Promise<SeriesPlan> {
  const cuts = [...series.context, series.cut].sort();
  const published = lengths.filter((grain) => planning.metric.card.grains.includes(grain));
  for (const [index, grain] of published.entries()) {
    const last = index === published.length - 1;
    const cells = await planning.cells(cuts, grain);
    if (!last && (cells.length > MOST_CELLS || isSparse(cells, mostSmall[grain]))) continue;
    const hidden = await decideFrom(planning, series, cuts, grain);
    if (hidden !== null) return { shortest: grain, hidden };
  }
  return { shortest: null, hidden: new Set() };
}

/** More groups and periods than this are not solved together: longer periods are. */
const MOST_CELLS = 900;

/** Of months and quarters most numbers must be large enough to be shown; of years some. */
export const mostSmall = { month: 1 / 3, quarter: 1 / 3, 'financial-year': 0.8, all: 1 } as const;

/** Whether more than a part of the numbers are too small to be shown. */
export function isSparse(cells: readonly PlannedCell[], most: number): boolean {
  const some = cells.filter(({ present, quantity }) => present || quantity > 0);
  return some.filter(({ small }) => small).length > most * some.length;
}

/** A cell of the shortest period (or what no period holds: null), by the group it is in and the one that holds that. */
interface Finest {
  readonly at: number;
  readonly group: string;
  readonly holder: string | null;
  readonly from: string | null;
  readonly quantity: number;
}

/** The names of what is hidden where it is published by `shortest` and longer periods; null: too tight. */
async function decideFrom(
  planning: Planning,
  series: Series,
  cuts: readonly string[],
  shortest: Grain,
): Promise<ReadonlySet<string> | null> {
  const tables = await finestTables(planning, series, cuts, shortest);
  const tells = await tellingOfShorter(planning, series, cuts, shortest);
  const ofWhole = onto(cuts, series.context);
  const grains = planning.metric.card.grains.filter((grain) => isPublished(grain, shortest));
  for (const grain of grains) {
    const wholeOf = await wholes(planning, series, grain);
    for (const cell of await planning.cells(cuts, grain)) {
      const table = tables.get(keyOf(...ofWhole(cell.coords)));
      const place = keyOf(...cell.coords);
      const members = table?.finest.filter((one) => isOf(one, place, cell, grain)) ?? [];
      const total = wholeOf(ofWhole(cell.coords), cell.period.from);
      const nobody = total === 0 && cell.quantity === 0;
      table?.system.item(
        members.map(({ at }) => at),
        nobody ? 'fixed' : cell.small || tells(cell, total) ? 'hidden' : 'open',
        { name: nameOf(cell, grain), cost: (cell.quantity + 1) * dear[grain], total },
      );
    }
    await addHolders(planning, series, grain, tables);
  }
  const wholeOf = await wholes(planning, series, shortest);
  const solved = [...tables].map(([context, table]) => {
    addTotals(
      table,
      countsOnce(planning.metric) ? null : (from) => wholeOf(JSON.parse(context) as string[], from),
    );
    return planning.solve(table.system);
  });
  const found = await Promise.all(solved);
  return found.some(({ tight }) => tight) ? null : new Set(found.flatMap(({ hidden }) => hidden));
}

/** Whether groups add up whatever the cut: amounts do, where cases may be in several groups. */
const countsOnce = ({ shape }: Metric): boolean => shape === 'amount';

/** How many there are of everybody in the period that begins on a day. */
async function wholes(
  planning: Planning,
  { context }: Series,
  grain: Grain,
): Promise<(context: readonly string[], from: string) => number> {
  const cells = await planning.cells(context, grain);
  const totals = new Map(cells.map((cell) => [nameOf(cell, grain), cell.quantity]));
  return (coords, from) => totals.get(nameAt(coords, from, grain)) ?? 0;
}

/**
 * What the known totals tell. Groups that everybody is in once add up to the total; of groups that one may be in
 * several of, each is a part of it.
 */
function addTotals({ system, finest }: Table, totalOf: ((from: string) => number) | null): void {
  for (const column of groupBy(finest, ({ from }) => from ?? '').values()) {
    const from = column[0]?.from ?? null;
    const sum = column.reduce((all, { quantity }) => all + quantity, 0);
    const total = from === null || totalOf === null ? sum : totalOf(from);
    if (Math.abs(sum - total) < 1e-9) {
      system.item(
        column.map(({ at }) => at),
        'fixed',
      );
      continue;
    }
    const outside = [...groupBy(column, (one) => one.group).values()].map((group) => {
      const own = group.reduce((all, { quantity }) => all + quantity, 0);
      const others = system.cell(Math.max(0, total - own));
      system.item([...group.map(({ at }) => at), others], 'fixed');
      return others;
    });
    // Everybody is in one group at least: those outside are at most everybody, once for each group but one.
    if (sum > total) system.item([...outside, system.cell(sum - total)], 'fixed');
  }
}

type TellsOfShorter = (cell: PlannedCell, total: number) => boolean;

/**
 * Whether a group's number in a period tells too much of a shorter one, by which it is not published: where
 * it is nearly everybody's (`total`), and everybody's number in the shorter one is known.
 */
async function tellingOfShorter(
  planning: Planning,
  { context }: Series,
  cuts: readonly string[],
  shortest: Grain,
): Promise<TellsOfShorter> {
  const ofWhole = onto(cuts, context);
  const shorter = lengths
    .slice(0, lengths.indexOf(shortest as 'month'))
    .filter((grain) => planning.metric.card.grains.includes(grain));
  const known = (await Promise.all(shorter.map((grain) => planning.cells(context, grain)))).flat();
  return ({ coords, period, quantity }, total) =>
    known.some((short) => {
      const { from, to } = short.period;
      const isPart = shortest === 'all' || (from >= period.from && to <= period.to);
      if (!isPart || keyOf(...short.coords) !== keyOf(...ofWhole(coords))) return false;
      const least = quantity + short.quantity - total;
      const most = Math.min(quantity, short.quantity);
      return least > 0 && most - least < Math.min(planning.threshold, short.quantity);
    });
}

interface Table {
  readonly system: TableSystem;
  readonly finest: Finest[];
}

const isIn = ({ from }: Finest, { period }: Place, grain: Grain): boolean =>
  grain === 'all' || (from !== null && from >= period.from && from <= period.to);

const isOf = (one: Finest, group: string, place: Place, grain: Grain): boolean =>
  one.group === group && isIn(one, place, grain);

/** A table for each context, with its finest cells. What has no date is a cell of its own in "all dates". */
async function finestTables(
  planning: Planning,
  { context, within }: Series,
  cuts: readonly string[],
  shortest: Grain,
): Promise<Map<string, Table>> {
  const both = within === null ? cuts : [...cuts, within].sort();
  const upper = within === null ? [] : [...context, within].sort();
  const dated = shortest === 'all' ? [] : await planning.cells(both, shortest);
  const wholes = planning.metric.card.grains.includes('all') ? await planning.cells(both, 'all') : [];
  const sums = new Map<string, number>();
  for (const { coords, quantity } of dated) {
    const key = keyOf(...coords);
    sums.set(key, (sums.get(key) ?? 0) + quantity);
  }
  const tables = new Map<string, Table>();
  const [own, up, whole] = [onto(both, cuts), onto(both, upper), onto(both, context)];
  const add = (coords: readonly string[], from: string | null, quantity: number) => {
    const key = keyOf(...whole(coords));
    const table = tables.get(key) ?? { system: new TableSystem(), finest: [] };
    tables.set(key, table);
    const holder = within === null ? null : keyOf(...up(coords));
    table.finest.push({
      at: table.system.cell(quantity),
      group: keyOf(...own(coords)),
      holder,
      from,
      quantity,
    });
  };
  // A group that is never in another's group is none of its parts.
  const isThere = ({ coords }: Place) =>
    within === null || wholes.length === 0 || there.has(keyOf(...coords));
  const there = new Set(
    [...dated, ...wholes]
      .filter(({ quantity, present }) => present || quantity > 0)
      .map(({ coords }) => keyOf(...coords)),
  );
  for (const cell of dated) if (isThere(cell)) add(cell.coords, cell.period.from, cell.quantity);
  for (const cell of wholes) {
    const undated = Math.max(0, cell.quantity - (sums.get(keyOf(...cell.coords)) ?? 0));
    if (isThere(cell)) add(cell.coords, null, undated);
  }
  return tables;
}

/** What is told of the groups that hold these: shown, they are known; hidden, they stay so. */
async function addHolders(
  planning: Planning,
  { context, within }: Series,
  grain: Grain,
  tables: ReadonlyMap<string, Table>,
): Promise<void> {
  if (within === null) return;
  const cuts = [...context, within].sort();
  const hides = await planning.hides(cuts, grain);
  const ofWhole = onto(cuts, context);
  for (const cell of await planning.cells(cuts, grain)) {
    const table = tables.get(keyOf(...ofWhole(cell.coords)));
    const holder = keyOf(...cell.coords);
    const members = table?.finest.filter((one) => one.holder === holder && isIn(one, cell, grain)) ?? [];
    if (members.length === 0) continue;
    const state = hides(cell.coords, cell.period.from) ? 'hidden' : 'fixed';
    table?.system.item(
      members.map(({ at }) => at),
      state,
      { total: cell.quantity },
    );
  }
}

/** The series of a cut. */
export const seriesOf = ({ within = {} }: Metric, cut: string, context: readonly string[]): Series => ({
  cut,
  context,
  within: within[cut] ?? null,
});
