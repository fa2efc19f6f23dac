// Owns the linear programme behind protection: how far the cells could be from their true values while
// everything that is shown stays as it is. One model a system, changed and run again from where it stood.
// The rule: a deviation found here is a certificate. Cells plus deviation agree with all that is shown.
import type { Model } from 'highs';
import type { ProtectedSystem } from './protect.ts';
import type { Solver } from './solver.ts';

/** A deviation of an item smaller than this is none. */
export const TOLERANCE = 1e-6;

/** Costs are brought to 1 at most and this at least: wider apart, they are lost in the solver's tolerance. */
const LEAST_COST = 1e-4;
/** An item's place: kept as it is, free to deviate, or free at a cost. */
export type Freedom = 'kept' | 'free' | 'paid';

export interface Deviation {
  /** How much each item's value changes. */
  readonly items: Float64Array;
  /** What the items that were free at a cost took. */
  readonly cost: number;
}

export interface Deviations {
  set(item: number, freedom: Freedom): void;
  /** The furthest that an item can go up (1) or down (-1), `most` at most, without regard to cost. */
  furthest(item: number, direction: 1 | -1, most: number): Deviation;
  /** The cheapest way for an item to change by just this much (not 0); null where there is none. */
  cheapest(item: number, change: number): Deviation | null;
  close(): void;
}

/**
 * The model: a deviation for each cell that leaves it 0 or more; for each item, the sum of its cells'
 * deviations as more less less, both 0 or more. An item of one cell is that cell. Every item starts kept.
 */
export function deviations(system: ProtectedSystem, solver: Solver): Deviations {
  const { items } = system;
  const { columns, model } = build(system, solver);
  const costs = scaled(items.map((_, item) => costOf(system, item)));
  const freedoms: Freedom[] = items.map(() => 'kept');
  const priceOf = (item: number): number => (freedoms[item] === 'paid' ? (costs[item] ?? 0) : 0);
  const column = (item: number, direction: 1 | -1): Column => {
    const { more, least } = columns[item] ?? { more: 0, least: 0 };
    return direction === 1 ? { at: more, most: solver.infinity } : { at: more + 1, most: -least };
  };
  const apply = (item: number): void => {
    for (const direction of [1, -1] as const) {
      const { at, most } = column(item, direction);
      model.changeColBounds(at, 0, freedoms[item] === 'kept' ? 0 : most);
      model.changeColCost(at, priceOf(item));
    }
  };
  const run = (): Deviation | null => {
    if (!solved(model, solver)) return null;
    const { colValue } = model.getSolution();
    const changes = new Float64Array(items.length);
    let cost = 0;
    for (const [item, { more }] of columns.entries()) {
      const change = (colValue[more] ?? 0) - (colValue[more + 1] ?? 0);
      if (Math.abs(change) < TOLERANCE) continue;
      changes[item] = change;
      cost += priceOf(item) * Math.abs(change);
    }
    return { items: changes, cost };
  };
  return {
    set(item, freedom) {
      if (freedoms[item] === freedom) return;
      freedoms[item] = freedom;
      apply(item);
    },
    furthest(item, direction, most) {
      const { at, most: limit } = column(item, direction);
      model.changeColBounds(column(item, direction === 1 ? -1 : 1).at, 0, 0);
      model.changeColBounds(at, 0, Math.min(most, limit));
      model.changeColCost(at, -1);
      const found = run();
      apply(item);
      // No deviation at all is always possible.
      if (!found) throw new Error('The solver lost the true values');
      return found;
    },
    cheapest(item, change) {
      const direction = change > 0 ? 1 : -1;
      const { at, most } = column(item, direction);
      if (Math.abs(change) > most) return null;
      model.changeColBounds(column(item, direction === 1 ? -1 : 1).at, 0, 0);
      model.changeColBounds(at, Math.abs(change), Math.abs(change));
      const found = run();
      apply(item);
      return found;
    },
    close: () => model.dispose(),
  };
}

/** Bounds are left as they are, which takes half the time; whoever goes round in circles is stopped. */
const quick = (numCols: number) =>
  ({
    primal_simplex_bound_perturbation_multiplier: 0,
    simplex_iteration_limit: 1000 + 10 * numCols,
  }) as const;
/** As the solver does it by itself, for as long as it takes. */
const sure = {
  primal_simplex_bound_perturbation_multiplier: 1,
  simplex_iteration_limit: 2 ** 31 - 1,
} as const;

/**
 * Runs the model, a second time from the start if need be: true for an answer, false where there is none.
 * @throws Error where the solver gives up even when it starts afresh: nothing may then be shown.
 */
function solved(model: Model, { constants }: Solver): boolean {
  const { infeasible, optimal } = constants.modelStatus;
  for (let attempt = 0; attempt < 2; attempt++) {
    const { modelStatus } = model.run();
    if (modelStatus === optimal) return true;
    if (modelStatus === infeasible) return false;
    model.clearSolver();
    model.options.set(sure);
  }
  throw new Error(`The solver could not settle what must be hidden (status ${model.getModelStatus()})`);
}

interface Column {
  readonly at: number;
  readonly most: number;
}

/** What hiding an item costs. */
export const costOf = (system: ProtectedSystem, item: number): number =>
  system.items[item]?.cost ?? trueValue(system, item) + 1;

/** The true value of an item. */
const trueValue = ({ cells, items }: ProtectedSystem, item: number): number =>
  (items[item]?.members ?? []).reduce((sum, member) => sum + (cells[member] ?? 0), 0);

function scaled(costs: readonly number[]): number[] {
  const highest = costs.reduce((most, cost) => Math.max(most, cost), 1);
  return costs.map((cost) => Math.max(cost / highest, LEAST_COST));
}

/** Where an item's two columns are (the second is how much less), and the least that it can change. */
interface Place {
  readonly more: number;
  readonly least: number;
}

function build(system: ProtectedSystem, solver: Solver): { columns: Place[]; model: Model } {
  const { cells, items } = system;
  const columns = items.map((_, item): Place => ({ more: 2 * item, least: -trueValue(system, item) }));
  // Items with a row of their own, and for each cell the column from which its deviation starts.
  const summed: number[] = [];
  const starting = new Map<number, number>();
  for (const [item, { members }] of items.entries()) {
    const [cell] = members;
    if (members.length === 1 && cell !== undefined && !starting.has(cell)) starting.set(cell, 2 * item);
    else summed.push(item);
  }
  const upper = new Float64Array(2 * items.length);
  const freeCells: number[] = [];
  for (const [cell, value] of cells.entries()) {
    if (starting.has(cell)) continue;
    starting.set(cell, 2 * items.length + freeCells.length);
    freeCells.push(solver.infinity, value);
  }
  const numCols = 2 * items.length + freeCells.length;
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const item of summed) {
    for (const member of items[item]?.members ?? []) {
      const at = starting.get(member) ?? 0;
      indices.push(at, at + 1);
      values.push(1, -1);
    }
    indices.push(2 * item, 2 * item + 1);
    values.push(-1, 1);
    starts.push(indices.length);
  }
  const numRows = summed.length;
  const model = solver.createModel({
    numCols,
    numRows,
    colCost: new Float64Array(numCols),
    colLower: new Float64Array(numCols),
    colUpper: Float64Array.from([...upper, ...freeCells]),
    rowLower: new Float64Array(numRows),
    rowUpper: new Float64Array(numRows),
    matrix: { format: 'csr', numRows, numCols, starts, indices, values },
  });
  // Primal simplex, without presolve: it goes on from the last answer after a change of costs and bounds.
  model.options.set({
    output_flag: false,
    presolve: 'off',
    solver: 'simplex',
    simplex_strategy: 4,
    ...quick(numCols),
  });
  return { columns, model };
}
