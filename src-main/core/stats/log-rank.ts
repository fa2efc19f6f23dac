// The log-rank test of two or more groups of cases, some of them still open.
// Rule: compare cohorts by report date, followed up equally long; otherwise the newer looks faster.
import { Matrix, solve } from 'ml-matrix';
import { chiSquareUpper } from './distributions.ts';
import type { SurvivalCases } from './kaplan-meier.ts';

export interface LogRank {
  /** Null, with the p-value, when fewer than two groups have open cases at a time with an event. */
  readonly chiSquare: number | null;
  readonly pValue: number | null;
  /** Groups minus one. */
  readonly df: number;
  /** Events seen in each group, and expected if all closed at the same pace. */
  readonly observed: readonly number[];
  readonly expected: readonly number[];
}

/**
 * Unweighted log-rank test (rho 0) with the hypergeometric variance.
 * Source: Mantel 1966; Peto and Peto 1972; as R survdiff. Each group is as for `kaplanMeier`.
 * Throws RangeError below two groups.
 */
export function logRank(groups: readonly SurvivalCases[]): LogRank {
  if (groups.length < 2) throw new RangeError('A log-rank test compares two groups or more.');
  const observed = groups.map(({ events }) => events.filter(Boolean).length);
  const expected = groups.map(() => 0);
  const variance = Matrix.zeros(groups.length, groups.length);
  const times = new Set(groups.flatMap(({ durations, events }) => durations.filter((_, i) => events[i])));
  for (const time of times) {
    const here = groups.map((group) => atTime(group, time));
    const atRisk = here.reduce((sum, group) => sum + group.atRisk, 0);
    const events = here.reduce((sum, group) => sum + group.events, 0);
    const spread = atRisk > 1 ? (events * (atRisk - events)) / (atRisk - 1) : 0;
    here.forEach((one, i) => {
      const share = one.atRisk / atRisk;
      expected[i] = (expected[i] ?? 0) + events * share;
      here.forEach((other, j) => {
        const own = i === j ? 1 : 0;
        variance.set(i, j, variance.get(i, j) + spread * share * (own - other.atRisk / atRisk));
      });
    });
  }
  const excess = observed.map((count, group) => count - (expected[group] ?? 0));
  const chiSquare = quadraticForm(excess, variance);
  const df = groups.length - 1;
  const pValue = chiSquare === null ? null : chiSquareUpper(chiSquare, df);
  return { chiSquare, pValue, df, observed, expected };
}

/** The excesses against their variance: groups that never compete are left out, and one, as they sum to 0. */
function quadraticForm(excess: readonly number[], variance: Matrix): number | null {
  const [, ...kept] = excess.flatMap((_, group) => (variance.get(group, group) > 0 ? [group] : []));
  if (kept.length === 0) return null;
  const vector = Matrix.columnVector(kept.map((group) => excess[group] ?? 0));
  return vector.dot(solve(variance.selection(kept, kept), vector));
}

function atTime({ durations, events }: SurvivalCases, time: number): { atRisk: number; events: number } {
  return {
    atRisk: durations.filter((duration) => duration >= time).length,
    events: durations.filter((duration, index) => duration === time && events[index]).length,
  };
}
