// Owns how many of a figure's hidden numbers are small by themselves, and how many are hidden for others' sake.
// The rule: it is for whoever builds a pack, who holds the data; no pack and no figure says which is which.
import type { FigurePoint, FigureRequest } from '#shared/schemas/figure.ts';
import type { WorkspaceSettings } from '#shared/schemas/workspace.ts';
import { keyOf } from './cell.ts';
import { readIssued } from './issued.ts';
import { keep, keptRows, type PlannedStore } from './kept.ts';
import { plannedCells } from './population.ts';
import { askingOf } from './read-figure.ts';

type Spot = Pick<FigurePoint, 'from' | 'group' | 'across'>;

/**
 * Whether the number at a point of the figure is too small to be shown, whatever stands beside it.
 * @throws AppError as readFigure does
 */
export async function smallByThemselves(
  workspace: PlannedStore,
  request: FigureRequest,
  settings: WorkspaceSettings,
): Promise<(spot: Spot) => boolean> {
  const store = keptRows(workspace);
  const { asking } = await askingOf(store, request, settings);
  const { metric, choices, cuts, grain, split, slices } = asking;
  const issued = await keep(store, ['issued'], () => readIssued(store));
  const cells = await plannedCells(store, { metric, choices, settings, issued }, cuts, grain);
  const from = (day: string): string => (grain === 'all' ? '' : day);
  const small = new Set<string>();
  for (const { coords, period, small: own } of cells) {
    const at = (cut: string | undefined) => (cut === undefined ? '' : (coords[cuts.indexOf(cut)] ?? ''));
    const inSlice = cuts.every((cut, index) => slices[cut] === undefined || coords[index] === slices[cut]);
    if (own && inSlice) small.add(keyOf(from(period.from), at(split[0]), at(split[1])));
  }
  return (spot) => small.has(keyOf(from(spot.from), spot.group ?? '', spot.across ?? ''));
}
