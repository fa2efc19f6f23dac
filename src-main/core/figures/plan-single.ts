// Owns what is hidden where one cut divides people, or none does.
import type { Metric } from '#core/metrics/metric.ts';
import type { Grain } from '#shared/schemas/figure.ts';
import { keyOf, type Place } from './cell.ts';
import { dayIn, except, nameAt, nameOf, nothing, onto, type Planning } from './planning.ts';
import type { PlannedCell } from './population.ts';
import { groupBy, TableSystem } from './system.ts';

/** The periods that add up to a longer one. */
const longer: Partial<Record<Grain, Grain>> = {
  month: 'quarter',
  quarter: 'financial-year',
  'financial-year': 'all',
};

/** The grain into whose periods the periods of a grain add up, where the metric is published by it. */
function grainAbove({ card, disclosure }: Metric, grain: Grain): Grain | null {
  const found = disclosure.adds ? longer[grain] : undefined;
  return found !== undefined && card.grains.includes(found) ? found : null;
}

/**
 * One cut that divides people, or none. The groups of a period add up to the whole; the periods of a group
 * to the longer period, where that is shown; the groups within a group of a coarser cut to that group.
 * Each longer period is a system of its own.
 */
export async function decideSingle(
  planning: Planning,
  cuts: readonly string[],
  [cut]: readonly string[],
  grain: Grain,
): Promise<ReadonlySet<string>> {
  const context = cuts.filter((one) => one !== cut);
  const ofWhole = onto(cuts, context);
  const parent = grainAbove(planning.metric, grain);
  const hidesAbove = parent === null ? nothing : await planning.hides(cuts, parent);
  const hidesWhole = cut === undefined ? nothing : await planning.hides(context, grain);
  const partsOf = await finestParts(planning, cuts, cut, grain);
  const block = ({ coords, period: { from } }: Place) =>
    keyOf(parent === null ? from : dayIn(from, parent), ...ofWhole(coords));
  const blocks = groupBy(await planning.cells(cuts, grain), block);
  const hidden = [...blocks.values()].map((cells) => {
    const pieces: Piece[] = cells.map((cell) => ({
      ...partsOf(cell),
      name: nameOf(cell, grain),
      from: cell.period.from,
      row: keyOf(...cell.coords),
      small: cell.small,
      whole: hidesWhole(ofWhole(cell.coords), cell.period.from),
      above: hidesAbove(cell.coords, parent === null ? cell.period.from : dayIn(cell.period.from, parent)),
    }));
    return solveBlock(planning, pieces, cut !== undefined, parent !== null);
  });
  return new Set((await Promise.all(hidden)).flat());
}

/** One group in one period, as a system sees it. */
interface Piece extends Finest {
  readonly name: string;
  readonly from: string;
  readonly row: string;
  readonly small: boolean;
  /** The whole of the period, the group in the longer period: are they hidden? */
  readonly whole: boolean;
  readonly above: boolean;
}

async function solveBlock(
  planning: Planning,
  pieces: readonly Piece[],
  columnsAdd: boolean,
  rowsAdd: boolean,
): Promise<readonly string[]> {
  const mustHide = ({ small, whole, above, parts }: Piece) =>
    small || whole || above || parts.some((part) => part.hidden);
  if (!pieces.some(mustHide)) return [];
  const system = new TableSystem();
  const placed = pieces.map((piece) => ({
    ...piece,
    parts: piece.parts.map((part) => ({ ...part, cell: system.cell(part.quantity) })),
  }));
  const members = (some: readonly (typeof placed)[number][]) =>
    some.flatMap(({ parts }) => parts.map(({ cell }) => cell));
  for (const column of groupBy(placed, ({ from }) => from).values()) {
    const nobody = column.every(({ parts }) => parts.every(({ quantity }) => quantity === 0));
    for (const piece of column) {
      const state = nobody ? 'fixed' : mustHide(piece) ? 'hidden' : 'open';
      system.item(members([piece]), state, { name: piece.name });
    }
    if (columnsAdd && column[0]?.whole === false) system.item(members(column), 'fixed');
    const coarse = column.flatMap(({ parts }) => parts.filter(({ of, hidden }) => of !== null && !hidden));
    for (const group of groupBy(coarse, ({ of }) => of ?? '').values())
      system.item(
        group.map(({ cell }) => cell),
        'fixed',
      );
  }
  if (rowsAdd)
    for (const row of groupBy(placed, (piece) => piece.row).values())
      if (row[0]?.above === false) system.item(members(row), 'fixed');
  return (await planning.solve(system)).hidden;
}

interface Finest {
  /** The group's people by the group of a coarser cut that they are in (`of`), and whether that is hidden. */
  readonly parts: readonly {
    readonly quantity: number;
    readonly of: string | null;
    readonly hidden: boolean;
  }[];
}

/** The parts of a cell: one, or one for each group of the coarser cut that its cut lies within. */
async function finestParts(
  planning: Planning,
  cuts: readonly string[],
  cut: string | undefined,
  grain: Grain,
): Promise<(cell: PlannedCell) => Finest> {
  const coarser = cut === undefined ? undefined : planning.metric.within?.[cut];
  if (cut === undefined || coarser === undefined)
    return ({ quantity }) => ({ parts: [{ quantity, of: null, hidden: false }] });
  const both = [...cuts, coarser].sort();
  const upper = [...except(cuts, cut), coarser].sort();
  const hides = await planning.hides(upper, grain);
  const own = onto(both, cuts);
  const up = onto(both, upper);
  const there = (await planning.cells(both, grain)).filter(
    ({ quantity, present }) => quantity > 0 || present,
  );
  const found = groupBy(there, (cell) => nameAt(own(cell.coords), cell.period.from, grain));
  return (cell) => {
    const parts = (found.get(nameOf(cell, grain)) ?? []).map(({ quantity, coords, period }) => ({
      quantity,
      of: keyOf(...up(coords)),
      hidden: hides(up(coords), period.from),
    }));
    return { parts: parts.length > 0 ? parts : [{ quantity: 0, of: null, hidden: false }] };
  };
}
