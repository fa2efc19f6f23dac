// Owns secondary suppression: what else must be hidden so that nothing hidden can be found by adding and
// subtracting. The rule: every hidden number keeps a certificate, other cells that agree with all that is
// shown and differ in it by the threshold.
// Method: cell suppression with linear programmes that buy each hidden number its certificate at the least
// cost (Fischetti and Salazar-González, Management Science 47, 2001, give the model), then a second look
// that shows again what turns out not to be needed.
import { costOf, type Deviation, type Deviations, deviations } from './deviations.ts';
import { loadSolver, type Solver } from './solver.ts';

export { loadSolver, type Solver };

/** A system of numbers that add up. */
export interface ProtectedSystem {
  /** True values of the finest cells, 0 or more (counts, may be fractional). */
  readonly cells: readonly number[];
  /** Everything that is or could be published: sums of cells. A cell that is published itself is an item of one member. */
  readonly items: readonly PublishedItem[];
  /** A hidden item must stay uncertain by at least this much (5 for counts). */
  readonly threshold: number;
}

export interface PublishedItem {
  /** Indices into `cells`, each once. */
  readonly members: readonly number[];
  /** fixed: known to everybody and never hidden; open: may be hidden to protect others; hidden: must not be shown. */
  readonly state: 'fixed' | 'open' | 'hidden';
  /** What hiding it costs (default: its value + 1): what a reader loses. */
  readonly cost?: number;
}

export interface Protection {
  /** True for each item that is hidden in the end. */
  readonly hidden: boolean[];
  /** Hidden items that cannot be made uncertain by the threshold because of what is fixed, and how wide they are. */
  readonly short: ReadonlyMap<number, number>;
}

/** Where systems are solved, in this thread or on another: the same system has the same answer. */
export type Protect = (system: ProtectedSystem) => Promise<Protection>;

/** Solves on this thread, which does nothing else meanwhile. */
export const protectHere: Protect = async (system) => protection(system, await loadSolver());

/** Grows with every change of what is hidden of a system: answers by older rules are not taken up again. */
export const RULES = 2;

/** Whoever would look longer for something to show again than this many programmes stops looking. */
const MOST_SECOND_LOOKS = 1500;
/** A width is enough within this: the solver's answers are not exact. */
const SLACK = 1e-5;

/** True for each item that is hidden in the end. The same system gives the same answer. */
export const protect = (system: ProtectedSystem, solver: Solver): boolean[] =>
  protection(system, solver).hidden;

/**
 * What is hidden in the end, and what stays narrow. The range of every hidden item over all cells, 0 or
 * more, that agree with what is shown is as wide as the threshold, or as hiding every open item would make it.
 */
export function protection(system: ProtectedSystem, solver: Solver): Protection {
  if (!system.items.some(({ state }) => state === 'hidden')) {
    return { hidden: system.items.map(() => false), short: new Map() };
  }
  const ways = deviations(system, solver);
  try {
    const search = new Search(system, ways);
    search.certifyAll();
    search.showAgain();
    return search.answer();
  } finally {
    ways.close();
  }
}

/** The certificates that show how far up and down an item may be. */
interface Known {
  up: Deviation | null;
  down: Deviation | null;
}

class Search {
  readonly #system: ProtectedSystem;
  readonly #ways: Deviations;
  /** In the order in which they were hidden. */
  readonly #hidden = new Set<number>();
  readonly #known: Known[];
  readonly #needs: number[];
  #looks = 0;

  constructor(system: ProtectedSystem, ways: Deviations) {
    this.#system = system;
    this.#ways = ways;
    this.#known = system.items.map(() => ({ up: null, down: null }));
    this.#needs = system.items.map(() => system.threshold);
    for (const [item, { state }] of system.items.entries()) if (state === 'hidden') this.#hide(item);
  }

  answer(): Protection {
    const { items, threshold } = this.#system;
    const short = new Map<number, number>();
    for (const item of this.#hidden) {
      const need = this.#needs[item] ?? 0;
      if (need < threshold - SLACK) short.set(item, need);
    }
    return { hidden: items.map((_, item) => this.#hidden.has(item)), short };
  }

  /** A set goes on to what is added while it is walked: what is hidden for another is certified, too. */
  certifyAll(): void {
    for (const item of this.#hidden) {
      if (!this.#certified(item) && !this.#certify(item)) this.#buy(item);
    }
  }

  /** Shows again, dearest first, what was hidden for others and is not needed for any after all. */
  showAgain(): void {
    const { items } = this.#system;
    const added = [...this.#hidden].filter((item) => items[item]?.state === 'open');
    const cost = (item: number): number => costOf(this.#system, item);
    added.sort((a, b) => cost(b) - cost(a) || b - a);
    for (const item of added) {
      if (this.#looks > MOST_SECOND_LOOKS) return;
      this.#tryShown(item);
    }
  }

  #tryShown(item: number): void {
    const before = this.#known.map((known) => ({ ...known }));
    const touches = (found: Deviation | null): boolean => (found?.items[item] ?? 0) !== 0;
    this.#hidden.delete(item);
    this.#ways.set(item, 'kept');
    for (const known of this.#known) {
      if (touches(known.up)) known.up = null;
      if (touches(known.down)) known.down = null;
    }
    for (const other of this.#hidden) {
      if (this.#certified(other) || this.#certify(other)) continue;
      for (const [index, known] of before.entries()) this.#known[index] = known;
      this.#hide(item);
      return;
    }
  }

  #hide(item: number): void {
    this.#hidden.add(item);
    this.#ways.set(item, 'free');
  }

  #far(item: number, direction: 1 | -1): number {
    const known = this.#known[item];
    const found = direction === 1 ? known?.up : known?.down;
    return Math.abs(found?.items[item] ?? 0);
  }

  #certified(item: number): boolean {
    return this.#far(item, 1) + this.#far(item, -1) >= (this.#needs[item] ?? 0) - SLACK;
  }

  /** Keeps a deviation that changes nothing shown for every item that it takes further. */
  #keep(found: Deviation): void {
    for (const item of this.#hidden) {
      const change = found.items[item] ?? 0;
      const known = this.#known[item];
      if (!known || Math.abs(change) <= this.#far(item, change > 0 ? 1 : -1)) continue;
      if (change > 0) known.up = found;
      else known.down = found;
    }
  }

  /** Whether what is hidden already makes an item uncertain enough. */
  #certify(item: number): boolean {
    for (const direction of [1, -1] as const) {
      this.#looks += 1;
      this.#keep(this.#ways.furthest(item, direction, this.#needs[item] ?? 0));
      if (this.#certified(item)) return true;
    }
    return false;
  }

  /** Hides what is cheapest to make an item uncertain enough. */
  #buy(item: number): void {
    this.#open('paid');
    const need = this.#needs[item] ?? 0;
    const up = this.#ways.cheapest(item, need - this.#far(item, -1));
    const down = this.#ways.cheapest(item, this.#far(item, 1) - need);
    const better = up && (!down || up.cost <= down.cost) ? [up] : down ? [down] : this.#reach(item);
    this.#open('kept');
    for (const found of better) {
      for (const [other, change] of found.items.entries()) if (change !== 0) this.#hide(other);
      this.#keep(found);
    }
  }

  /** Neither direction alone goes far enough: as far as both go with everything open hidden. */
  #reach(item: number): Deviation[] {
    const { threshold } = this.#system;
    this.#open('free');
    const directions = ([1, -1] as const).map((direction) => {
      const furthest = this.#ways.furthest(item, direction, threshold);
      return { direction, furthest, far: Math.abs(furthest.items[item] ?? 0) };
    });
    let need = Math.min(
      threshold,
      directions.reduce((sum, { far }) => sum + far, 0),
    );
    this.#needs[item] = need;
    if (this.#certified(item)) return [];
    this.#open('paid');
    return directions.flatMap(({ direction, furthest, far }) => {
      // A hair less than the furthest, so that the solver's tolerance cannot put it out of reach.
      const change = Math.min(far, need) * (1 - 1e-9);
      need -= Math.min(far, need);
      return change === 0 ? [] : [this.#ways.cheapest(item, direction * change) ?? furthest];
    });
  }

  /** What may be hidden and is not. */
  #open(freedom: 'kept' | 'free' | 'paid'): void {
    for (const [item, { state }] of this.#system.items.entries()) {
      if (state === 'open' && !this.#hidden.has(item)) this.#ways.set(item, freedom);
    }
  }
}
