// The attacker's side: everything that is shown as equations, cells 0 or more, and the range that remains
// for what is hidden. Written apart from the code that protects, with the solver's own text format.
import type { ProtectedSystem, Solver } from '#core/disclosure/protect.ts';

export interface Range {
  readonly item: number;
  readonly truth: number;
  readonly low: number;
  /** Infinity where nothing bounds it. */
  readonly high: number;
}

/** What remains possible for each hidden item, given the values of all that are not hidden. */
export function attack(system: ProtectedSystem, hidden: readonly boolean[], solver: Solver): Range[] {
  const truth = (members: readonly number[]): number =>
    members.reduce((sum, member) => sum + (system.cells[member] ?? 0), 0);
  const sum = (members: readonly number[]): string => members.map((member) => `+ 1 x${member}`).join(' ');
  const known = system.items.flatMap(({ members }, item) =>
    hidden[item] ? [] : [` shown${item}: ${sum(members)} = ${truth(members)}`],
  );
  // A cell in nothing shown is free: a row that always holds keeps the programme from being empty.
  const all = sum(system.cells.map((_, cell) => cell));
  const rows = ['subject to', ...known, ` some: ${all} >= 0`, 'end'].join('\n');
  const solve = (sense: string, members: readonly number[]): number => {
    const found = solver.solve(`${sense}\n goal: ${sum(members)}\n${rows}`, { output_flag: false });
    if (found.Status === 'Optimal') return found.ObjectiveValue;
    if (found.Status === 'Unbounded' || found.Status === 'Primal infeasible or unbounded') {
      return Number.POSITIVE_INFINITY;
    }
    throw new Error(`The attacker's programme ended as ${found.Status}`);
  };
  return system.items.flatMap(({ members }, item) =>
    hidden[item]
      ? [{ item, truth: truth(members), low: solve('minimize', members), high: solve('maximize', members) }]
      : [],
  );
}

/**
 * The hidden items whose range is narrower than it has to be: than the threshold, or than it would be
 * with every open item hidden where the fixed ones alone do not leave that much.
 */
export function recovered(
  system: ProtectedSystem,
  hidden: readonly boolean[],
  solver: Solver,
): (Range & { readonly need: number })[] {
  const slack = 1e-4;
  const narrow = attack(system, hidden, solver).filter(
    ({ low, high }) => high - low < system.threshold - slack,
  );
  if (narrow.length === 0) return [];
  const most = system.items.map(({ state }) => state !== 'fixed');
  const widest = new Map(attack(system, most, solver).map(({ item, low, high }) => [item, high - low]));
  return narrow.flatMap((range) => {
    const need = Math.min(system.threshold, widest.get(range.item) ?? system.threshold);
    return range.high - range.low < need - slack ? [{ ...range, need }] : [];
  });
}
