// Owns what is hidden where two cuts divide people at once: the table, and its margins decided before it.
import type { Grain } from '#shared/schemas/figure.ts';
import { keyOf, type Place } from './cell.ts';
import { isSparse, mostSmall } from './plan-series.ts';
import { except, type Hides, nameAt, nameOf, onto, type Planning } from './planning.ts';
import type { PlannedCell } from './population.ts';
import { groupBy, TableSystem } from './system.ts';

/** More years and groups than this are not solved together. */
const MOST_CELLS = 300;

/** The cells as finest cells of a system. */
const partsOf = (cells: readonly PlannedCell[], grain: Grain, system: TableSystem): Part[] =>
  cells.map((cell) => ({ cell, grain, members: [system.cell(cell.quantity)] }));

async function solveParts(
  planning: Planning,
  system: TableSystem,
  parts: readonly Part[],
  margins: readonly Margin[],
): Promise<readonly string[]> {
  for (const part of parts) item(system, part, margins);
  for (const margin of margins) sums(system, parts, margin);
  return (await planning.solve(system)).hidden;
}

/** Two cuts at once in periods that do not add up: each period is a table of its own, with its margins. */
export async function decidePair(
  planning: Planning,
  cuts: readonly string[],
  groups: readonly string[],
  grain: Grain,
): Promise<ReadonlySet<string>> {
  const margins = await marginsOf(planning, cuts, groups, [grain]);
  const ofWhole = onto(cuts, except(except(cuts, groups[0] ?? ''), groups[1] ?? ''));
  const block = ({ coords, period }: Place) => keyOf(period.from, ...ofWhole(coords));
  const blocks = groupBy(await planning.cells(cuts, grain), block);
  const hidden = [...blocks.values()].map((cells) => {
    const system = new TableSystem();
    return solveParts(planning, system, partsOf(cells, grain, system), margins);
  });
  return new Set((await Promise.all(hidden)).flat());
}

/** Two cuts at once by financial year and for all dates: one system, because the years add up. */
export async function decideYears(
  planning: Planning,
  cuts: readonly string[],
  groups: readonly string[],
): Promise<ReadonlySet<string>> {
  const grains = (['financial-year', 'all'] as const).filter((grain) =>
    planning.metric.card.grains.includes(grain),
  );
  const yearly = await planning.cells(cuts, 'financial-year');
  const wholes = grains.includes('all') ? await planning.cells(cuts, 'all') : [];
  // A large log of many years: its pairs are told for all dates together.
  if (yearly.length > MOST_CELLS || isSparse(yearly, mostSmall['financial-year'])) {
    const hidden = yearly.map((cell) => nameOf(cell, 'financial-year'));
    const margins = await marginsOf(planning, cuts, groups, ['all']);
    const system = new TableSystem();
    const found = await solveParts(planning, system, partsOf(wholes, 'all', system), margins);
    return new Set([...hidden, ...found]);
  }
  const system = new TableSystem();
  const years = partsOf(yearly, 'financial-year', system);
  const byGroup = groupBy(years, ({ cell }) => keyOf(...cell.coords));
  const all = wholes.map((cell) => ({
    cell,
    grain: 'all' as Grain,
    members: (byGroup.get(keyOf(...cell.coords)) ?? []).flatMap(({ members }) => members),
  }));
  const parts = [...years, ...all.filter(({ members }) => members.length > 0)];
  return new Set(await solveParts(planning, system, parts, await marginsOf(planning, cuts, groups, grains)));
}

interface Part {
  readonly cell: PlannedCell;
  readonly grain: Grain;
  readonly members: readonly number[];
}

/** A table summed over one or both of its cuts. */
interface Margin {
  readonly grain: Grain;
  readonly of: (coords: readonly string[]) => string[];
  readonly hides: Hides;
  readonly whole: boolean;
}

async function marginsOf(
  planning: Planning,
  cuts: readonly string[],
  groups: readonly string[],
  grains: readonly Grain[],
): Promise<Margin[]> {
  const context = cuts.filter((cut) => !groups.includes(cut));
  const sides = [...groups.map((cut) => except(cuts, cut)), context];
  return Promise.all(
    grains.flatMap((grain) =>
      sides.map(async (kept) => ({
        grain,
        of: onto(cuts, kept),
        hides: await planning.hides(kept, grain),
        whole: kept === context,
      })),
    ),
  );
}

const hiddenIn = ({ cell, grain }: Part, margin: Margin): boolean =>
  margin.grain === grain && margin.hides(margin.of(cell.coords), cell.period.from);

/** What is hidden in a margin is hidden in the table; nobody at all is no secret. */
function item(system: TableSystem, part: Part, margins: readonly Margin[]): void {
  const { cell, grain, members } = part;
  const above = margins.some((margin) => hiddenIn(part, margin));
  system.item(members, cell.small || above ? 'hidden' : 'open', { name: nameOf(cell, grain) });
}

/** The sums that a margin tells; those that it hides stay as uncertain as they are. */
function sums(system: TableSystem, parts: readonly Part[], margin: Margin): void {
  const own = parts.filter(({ grain }) => grain === margin.grain);
  const groups = groupBy(own, ({ cell, grain }) => nameAt(margin.of(cell.coords), cell.period.from, grain));
  for (const group of groups.values()) {
    const [first] = group;
    if (first === undefined) continue;
    const members = group.flatMap((part) => part.members);
    const hidden = hiddenIn(first, margin);
    if (!hidden || !margin.whole) system.item(members, hidden ? 'hidden' : 'fixed');
  }
}
