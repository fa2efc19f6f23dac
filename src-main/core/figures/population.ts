// Owns the cells of a population as a plan sees them: how many people or cases, and which are too few.
import { type Quantities, tellingDifferences } from '#core/disclosure/differencing.ts';
import { isSmall } from '#core/disclosure/primary.ts';
import type { Metric } from '#core/metrics/metric.ts';
import type { Grain } from '#shared/schemas/figure.ts';
import type { WorkspaceSettings } from '#shared/schemas/workspace.ts';
import { isLoneGroup } from '#shared/vocabulary/groups.ts';
import type { Asking } from './ask.ts';
import type { FigureCell } from './cell.ts';
import { cellName, type Issued, populationName } from './issued.ts';
import { keptCells, type PlannedStore } from './kept.ts';

export interface Population {
  readonly metric: Metric;
  /** Filters that pick the population before it is cut. */
  readonly choices: Readonly<Record<string, string>>;
  readonly settings: Pick<WorkspaceSettings, 'minimumBase' | 'smallCount'>;
  readonly issued: Issued;
}

export interface PlannedCell extends FigureCell {
  /** Too few to be shown, whatever stands beside it. */
  readonly small: boolean;
}

/** From how many people or cases on a number is shown. */
export const thresholdOf = ({ metric, settings }: Pick<Population, 'metric' | 'settings'>): number =>
  metric.disclosure.rule === 'survey' ? settings.minimumBase : settings.smallCount;

/** Every group in every period of the population, cut by `cuts` (in alphabetical order). */
export async function plannedCells(
  store: PlannedStore,
  population: Population,
  cuts: readonly string[],
  grain: Grain,
): Promise<PlannedCell[]> {
  const { metric, choices, settings, issued } = population;
  const asking: Asking = {
    metric,
    grain,
    split: [],
    filters: {},
    choices,
    slices: {},
    cuts,
    from: null,
    to: null,
  };
  const { cells } = await keptCells(store, asking, settings.minimumBase);
  const threshold = thresholdOf(population);
  const telling = tellingNow(cells, grain, issued.get(populationName(asking)) ?? [], threshold);
  return cells.map((cell) => ({
    ...cell,
    small:
      isSmall(cell.quantity, threshold, cell.present) ||
      isSmall(cell.people ?? 0, settings.smallCount) ||
      (cell.present && cell.coords.some((value, cut) => cuts[cut] === 'party' && isLoneGroup(value))) ||
      (telling.size > 0 && telling.has(cellName(cell, grain))),
  }));
}

/** The names of cells that an earlier pack tells too nearly. */
function tellingNow(
  cells: readonly FigureCell[],
  grain: Grain,
  issued: readonly Quantities[],
  threshold: number,
): ReadonlySet<string> {
  if (issued.length === 0) return new Set();
  const now = new Map(cells.map((cell) => [cellName(cell, grain), cell.quantity]));
  return tellingDifferences(now, issued, threshold);
}
