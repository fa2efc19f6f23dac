// The log-rank test of two groups of cases, some of them still open.
// Rule: compare cohorts by report date, followed up equally long; otherwise the newer looks faster.
import type { SurvivalCases } from './kaplan-meier.ts';
import { twoSidedNormalP } from './normal-tail.ts';

export interface LogRank {
  /** Null, with the p-value, when no time has an event while both groups have open cases. */
  readonly chiSquare: number | null;
  readonly pValue: number | null;
  /** Events seen in the first and second group, and expected if both closed at the same pace. */
  readonly observed: readonly [number, number];
  readonly expected: readonly [number, number];
}

/**
 * Unweighted log-rank test (rho 0) with the hypergeometric variance, 1 degree of freedom.
 * Source: Mantel 1966; Peto and Peto 1972; as R survdiff. Inputs as for `kaplanMeier`.
 */
export function logRank(first: SurvivalCases, second: SurvivalCases): LogRank {
  const observed = [countEvents(first), countEvents(second)] as const;
  const times = new Set([...eventTimes(first), ...eventTimes(second)]);
  let expected = 0;
  let variance = 0;
  for (const time of times) {
    const here = atTime(first, time);
    const there = atTime(second, time);
    const atRisk = here.atRisk + there.atRisk;
    const events = here.events + there.events;
    const share = here.atRisk / atRisk;
    expected += events * share;
    if (atRisk > 1) variance += (events * share * (1 - share) * (atRisk - events)) / (atRisk - 1);
  }
  const chiSquare = variance === 0 ? null : (observed[0] - expected) ** 2 / variance;
  return {
    chiSquare,
    pValue: chiSquare === null ? null : twoSidedNormalP(Math.sqrt(chiSquare)),
    observed,
    expected: [expected, observed[0] + observed[1] - expected],
  };
}

function countEvents({ events }: SurvivalCases): number {
  return events.filter(Boolean).length;
}

function eventTimes({ durations, events }: SurvivalCases): number[] {
  return durations.filter((_, index) => events[index]);
}

function atTime({ durations, events }: SurvivalCases, time: number): { atRisk: number; events: number } {
  return {
    atRisk: durations.filter((duration) => duration >= time).length,
    events: durations.filter((duration, index) => duration === time && events[index]).length,
  };
}
