// Owns the way back from a number of a figure to the rows that it counts, where its metric counts whole cases.
// The rule: whoever calls this has the officer's key; a hidden number's rows are as few as it is.
import { type CaseRow, casesBehind, toldByCases } from '#core/metrics/cases-behind.ts';
import { periodOf } from '#shared/calendar.ts';
import type { FigurePoint, FigureRequest } from '#shared/schemas/figure.ts';
import type { WorkspaceSettings } from '#shared/schemas/workspace.ts';
import { keptRows, type PlannedStore } from './kept.ts';
import { askingOf } from './read-figure.ts';

export type { CaseRow } from '#core/metrics/cases-behind.ts';

type Spot = Pick<FigurePoint, 'from' | 'group' | 'across'>;

/** The metrics whose rows can be told. */
export const metricsOfCases = toldByCases;

/**
 * The rows behind a number of a figure; null where its metric does not count whole cases.
 * @throws AppError as readFigure does
 */
export async function rowsBehind(
  workspace: PlannedStore,
  request: FigureRequest,
  settings: WorkspaceSettings,
  spot: Spot,
): Promise<CaseRow[] | null> {
  const { asking } = await askingOf(keptRows(workspace), request, settings);
  const { metric, grain, cuts, choices, slices, split, from, to } = asking;
  const dates = grain === 'all' ? { from, to } : periodOf(spot.from, grain);
  const own = [spot.group, spot.across];
  const values = cuts.map((cut) => {
    const place = split.indexOf(cut);
    return (place === -1 ? slices[cut] : own[place]) ?? null;
  });
  const question = { grain, cuts, choices, from: dates.from, to: dates.to, periods: [] };
  // Not kept: where single rows lie is read for the one who asks, and for no longer.
  return casesBehind(workspace, metric.card.id, question, values);
}
