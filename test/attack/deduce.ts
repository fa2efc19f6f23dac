// The attacker: everything that was told as equations over what there could be, and the range that remains
// for what was not told. Kinds that no statement tells apart are one unknown.
import type { Solver } from '#core/disclosure/protect.ts';

export interface Statement {
  readonly members: readonly number[];
  readonly value: number;
  /** Where it was told. */
  readonly asked: string;
}

export interface Remaining {
  readonly low: number;
  readonly high: number;
}

/** The range of each target (a sum of unknowns, 0 or more each) given all statements, which must not contradict. */
export function deduce(
  unknowns: number,
  statements: readonly Statement[],
  targets: readonly (readonly number[])[],
  solver: Solver,
): Remaining[] {
  const sums = [...statements.map(({ members }) => members), ...targets];
  const columns = alike(unknowns, sums);
  const rows = sums.map((members) => coefficients(members, columns));
  const told = rows.slice(0, statements.length);
  const numCols = Math.max(1, ...columns.map((column) => column + 1));
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const row of told) {
    for (const [column, coefficient] of row) {
      indices.push(column);
      values.push(coefficient);
    }
    starts.push(indices.length);
  }
  const bounds = Float64Array.from(statements, ({ value }) => value);
  const model = solver.createModel({
    numCols,
    numRows: told.length,
    colCost: new Float64Array(numCols),
    colLower: new Float64Array(numCols),
    colUpper: new Float64Array(numCols).fill(solver.infinity),
    rowLower: bounds,
    rowUpper: bounds,
    matrix: { format: 'csr', numRows: told.length, numCols, starts, indices, values },
  });
  try {
    model.options.set({ output_flag: false, presolve: 'off', solver: 'simplex', simplex_strategy: 4 });
    const { optimal, unbounded, unboundedOrInfeasible } = solver.constants.modelStatus;
    const furthest = (row: ReadonlyMap<number, number>, direction: 1 | -1): number => {
      for (const [column, coefficient] of row) model.changeColCost(column, -direction * coefficient);
      let { modelStatus } = model.run();
      if (modelStatus !== optimal && modelStatus !== unbounded) {
        model.clearSolver();
        modelStatus = model.run().modelStatus;
      }
      const found = -direction * model.getObjectiveValue();
      for (const column of row.keys()) model.changeColCost(column, 0);
      if (modelStatus === optimal) return found;
      if (modelStatus === unbounded || modelStatus === unboundedOrInfeasible) return Number.POSITIVE_INFINITY;
      throw new Error(`The attacker's programme ended with status ${modelStatus}`);
    };
    return rows.slice(statements.length).map((row) => ({ low: furthest(row, -1), high: furthest(row, 1) }));
  } finally {
    model.dispose();
  }
}

/** The fewest of the statements, taken away one by one, that still leave a target as narrow as `narrower` says. */
export function explain(
  unknowns: number,
  statements: readonly Statement[],
  target: readonly number[],
  solver: Solver,
  narrower: (remaining: Remaining) => boolean,
): readonly Statement[] {
  let kept = statements;
  const holds = (some: readonly Statement[]): boolean => {
    const [found] = deduce(unknowns, some, [target], solver);
    return found !== undefined && narrower(found);
  };
  for (let size = Math.ceil(kept.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < kept.length; ) {
      const without = [...kept.slice(0, at), ...kept.slice(at + size)];
      if (holds(without)) kept = without;
      else at += size;
    }
  }
  return kept;
}

/** For each unknown, the number of its class: those that stand in the same sums are one. */
function alike(unknowns: number, sums: readonly (readonly number[])[]): number[] {
  const signatures: string[] = Array.from({ length: unknowns }, () => '');
  for (const [index, members] of sums.entries()) {
    for (const member of members) signatures[member] += `${index},`;
  }
  const classes = new Map<string, number>();
  return signatures.map((signature) => {
    const known = classes.get(signature) ?? classes.size;
    classes.set(signature, known);
    return known;
  });
}

/** Each class once: its unknowns stand in the sum alike. */
function coefficients(members: readonly number[], columns: readonly number[]): Map<number, number> {
  const times = new Map<number, number>();
  for (const member of members) times.set(member, (times.get(member) ?? 0) + 1);
  return new Map([...times].map(([member, coefficient]) => [columns[member] ?? 0, coefficient]));
}
