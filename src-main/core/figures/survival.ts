// Owns the share of cases still open by the days since they were received, of the whole council.
// The rule: between two steps that are shown lie as many closings as a group must have to be told of.
import { findMetric } from '#core/metrics/index.ts';
import { kaplanMeier, type SurvivalStep } from '#core/stats/kaplan-meier.ts';
import type { Survival, SurvivalRequest } from '#shared/schemas/survival.ts';
import type { WorkspaceSettings } from '#shared/schemas/workspace.ts';
import { ask } from './ask.ts';
import { keptRows, type PlannedStore } from './kept.ts';

const method = (least: number): string =>
  `Kaplan-Meier, with log-log limits at 95 per cent. Cases still open count for as long as they have been open. A step is shown when at least ${least} more cases have closed.`;

/** Fewer steps than this are no curve. */
const FEWEST_STEPS = 3;

/** Reads the curve of the cases received between two days; dates are taken in whole months. */
export async function readSurvival(
  workspace: PlannedStore,
  { from, to }: SurvivalRequest,
  { smallCount }: WorkspaceSettings,
): Promise<Survival> {
  const store = keptRows(workspace);
  const metric = findMetric('days-to-close');
  const asking = ask(metric, { metric: 'days-to-close', grain: 'all', from, to });
  const { cuts, choices } = asking;
  const question = { grain: 'all' as const, cuts, choices, from: asking.from, to: asking.to, periods: [] };
  const measured = await metric.read(store, question);
  const [row] = measured.shape === 'duration' ? measured.rows : [];
  const curve = kaplanMeier({ durations: row?.days ?? [], events: row?.closed ?? [] });
  const steps = mergedSteps(curve.steps, smallCount);
  const told = { request: { from, to }, method: method(smallCount) };
  if (steps.length < FEWEST_STEPS) {
    const reason = `Fewer than ${smallCount * FEWEST_STEPS} cases are closed: too few for a curve.`;
    return { ...told, cases: null, closed: null, steps: [], reason };
  }
  return {
    ...told,
    cases: curve.n,
    closed: curve.events,
    steps: [{ days: 0, open: 100, lower: null, upper: null }, ...steps.map(shown)],
    reason: null,
  };
}

const percent = (share: number | null): number | null => (share === null ? null : 100 * share);

const shown = ({ time, survival, lower, upper }: SurvivalStep) => ({
  days: time,
  open: 100 * survival,
  lower: percent(lower),
  upper: percent(upper),
});

/** The steps at which `least` more closings have gathered; what is left over at the end is not told. */
function mergedSteps(steps: readonly SurvivalStep[], least: number): SurvivalStep[] {
  const told: SurvivalStep[] = [];
  let gathered = 0;
  for (const step of steps) {
    gathered += step.events;
    // Day 0 is where the curve begins.
    if (gathered < least || step.time === 0) continue;
    told.push(step);
    gathered = 0;
  }
  return told;
}
