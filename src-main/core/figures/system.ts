// Owns how a table of groups is put to the solver: its cells, the sums that are known, what must stay hidden.
import type { Protect, PublishedItem } from '#core/disclosure/protect.ts';

/** Collects one system of numbers that add up; every name is the caller's. */
export class TableSystem {
  readonly #cells: number[] = [];
  readonly #items: PublishedItem[] = [];
  readonly #about: Published[] = [];

  /** A finest cell; answers its index. */
  cell(quantity: number): number {
    return this.#cells.push(quantity) - 1;
  }

  /** A number that is or could be published. */
  item(members: readonly number[], state: PublishedItem['state'], about: Published = {}): void {
    const { cost } = about;
    this.#items.push({ members, state, ...(cost === undefined ? {} : { cost }) });
    this.#about.push(about);
  }

  async solve(threshold: number, protect: Protect): Promise<Solved> {
    const system = { cells: this.#cells, items: this.#items, threshold };
    const { hidden, short } = await protect(system);
    const names = this.#about.flatMap(({ name }, index) =>
      hidden[index] && name !== undefined ? [name] : [],
    );
    // No range is wider than what everybody together come to.
    const tight = [...short].some(
      ([index, width]) => width < Math.min(threshold, this.#about[index]?.total ?? 0) - 1e-6,
    );
    return { hidden: names, tight };
  }
}

/** What is said of a number besides what it is the sum of. */
interface Published {
  /** With a name, what becomes of it is told. */
  readonly name?: string;
  /** What hiding it costs a reader. */
  readonly cost?: number;
  /** How many the known total that it is part of holds. */
  readonly total?: number;
}

export interface Solved {
  /** The names of what is hidden in the end. */
  readonly hidden: readonly string[];
  /** Whether something hidden stays more certain than the totals alone would make it. */
  readonly tight: boolean;
}

/** Rows by a key, in the order they come. */
export function groupBy<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const name = key(row);
    const there = groups.get(name);
    if (there) there.push(row);
    else groups.set(name, [row]);
  }
  return groups;
}
