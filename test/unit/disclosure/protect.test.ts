import { beforeAll, describe, expect, it } from 'vitest';
import {
  loadSolver,
  type ProtectedSystem,
  type PublishedItem,
  protect,
  protection,
  type Solver,
} from '#core/disclosure/protect.ts';
import { randoms } from '../../config/randoms.ts';
import { attack, recovered } from './attacker.ts';
import { forms, randomTable } from './random-tables.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

const primaryOnly = ({ items }: ProtectedSystem): boolean[] => items.map(({ state }) => state === 'hidden');

const line = (
  counts: readonly number[],
  more: Partial<ProtectedSystem> = {},
  total: PublishedItem['state'] = 'fixed',
): ProtectedSystem => ({
  cells: counts,
  items: [
    ...counts.map(
      (count, cell): PublishedItem => ({
        members: [cell],
        state: count > 0 && count < 5 ? 'hidden' : 'open',
      }),
    ),
    { members: counts.map((_, cell) => cell), state: total },
  ],
  threshold: 5,
  ...more,
});

const hiddenCells = (system: ProtectedSystem): number[] =>
  protect(system, solver).flatMap((hidden, item) => (hidden ? [item] : []));

describe('protect', () => {
  it('hides nothing where nothing is small', () => {
    expect(hiddenCells(line([9, 0, 5]))).toEqual([]);
  });

  it('hides one more beside a lone small cell whose total is known, and the cheapest one', () => {
    expect(hiddenCells(line([30, 3, 17, 7]))).toEqual([1, 3]);
  });

  it('leaves two small cells that hide each other, and adds a third where together they are too few', () => {
    // 2 + 3 = 5: each may be anything from 0 to 5. 1 + 1 = 2: each from 0 to 2 only.
    expect(hiddenCells(line([2, 3, 8]))).toEqual([0, 1]);
    expect(hiddenCells(line([1, 1, 8, 9]))).toEqual([0, 1, 2]);
  });

  it('hides an open total before a group where that costs less', () => {
    const dear = line([3, 40, 50], {}, 'open');
    const items = dear.items.map((item, index) => (index === 3 ? { ...item, cost: 1 } : item));
    expect(hiddenCells({ ...dear, items })).toEqual([0, 3]);
    expect(hiddenCells(dear)).toEqual([0, 1]);
  });

  it('closes the square in a table with totals', () => {
    const counts = [2, 10, 20, 11, 30, 40, 21, 41, 50];
    const lines = [0, 1, 2].flatMap((index) => [
      [index * 3, index * 3 + 1, index * 3 + 2],
      [index, index + 3, index + 6],
    ]);
    const table = line(counts);
    const system = {
      ...table,
      items: [...table.items, ...lines.map((members): PublishedItem => ({ members, state: 'fixed' }))],
    };
    expect(hiddenCells(system)).toEqual([0, 1, 3, 4]);
  });

  it('says where fixed totals leave less than the threshold, and hides what there is to hide', () => {
    // Two cases in all: whoever knows that knows each group to be 0, 1 or 2 at any rate.
    const { hidden, short } = protection(line([2, 0, 0]), solver);
    expect(hidden[0]).toBe(true);
    expect(hidden.filter(Boolean).length).toBeGreaterThan(1);
    expect(short.get(0)).toBeCloseTo(2);
    // A group that is its own total cannot be hidden at all.
    expect(protection(line([3]), solver).short).toEqual(new Map([[0, 0]]));
  });

  it('protects fractions, large numbers and chosen costs as it does counts', () => {
    const system = line([2.5, 30_000_000.25, 7.75, 900_000]);
    const hidden = protect(system, solver);
    expect(hidden).toEqual([true, false, true, false, false]);
    expect(recovered(system, hidden, solver)).toEqual([]);
    const spared = {
      ...system,
      items: system.items.map((item, index) => (index === 2 ? { ...item, cost: 1e9 } : item)),
    };
    expect(protect(spared, solver)).toEqual([true, false, false, true, false]);
  });

  it('gives the same answer for the same system', () => {
    const system = randomTable('pair-by-year', 5, randoms(7));
    expect(protect(system, solver)).toEqual(protect(system, solver));
  });
});

describe('an attacker with everything that is shown and a solver', () => {
  /** Tables of each form and threshold; the forms with many sums take the attacker longer. */
  const TABLES = { line: 40, table: 50, 'table-open-totals': 50, hierarchy: 8, 'pair-by-year': 25 } as const;

  it.each(forms.flatMap((form) => [5, 10].map((threshold) => ({ form, threshold }))))(
    'finds nothing in random tables: $form, threshold $threshold',
    ({ form, threshold }) => {
      let [primary, added, could] = [0, 0, 0];
      for (let seed = 1; seed <= TABLES[form]; seed++) {
        const system = randomTable(form, threshold, randoms(seed * 1000 + threshold));
        const hidden = protect(system, solver);
        for (const [item, { state }] of system.items.entries()) {
          // What must be hidden is, what is known to everybody is not.
          if (state !== 'open') expect(hidden[item]).toBe(state === 'hidden');
          if (state === 'hidden') primary += 1;
          if (state === 'open') could += 1;
          if (state === 'open' && hidden[item]) added += 1;
        }
        expect(recovered(system, hidden, solver), `${form}, seed ${seed * 1000 + threshold}`).toEqual([]);
      }
      expect(primary).toBeGreaterThan(20);
      // Hiding everything would be safe, too, and useless.
      expect(added).toBeLessThan(could * 0.6);
    },
  );

  it('pins small numbers exactly where only they themselves are hidden', () => {
    let pinned = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const system = randomTable('table', 5, randoms(seed));
      const exposed = recovered(system, primaryOnly(system), solver);
      pinned += exposed.filter(
        ({ low, high, truth }) => high - low < 1e-6 && Math.abs(low - truth) < 1e-6,
      ).length;
    }
    expect(pinned).toBeGreaterThan(40);
  });

  it('always finds the truth to be possible', () => {
    const system = randomTable('pair-by-year', 5, randoms(3));
    for (const { low, high, truth } of attack(system, protect(system, solver), solver)) {
      expect(low).toBeLessThanOrEqual(truth + 1e-6);
      expect(high).toBeGreaterThanOrEqual(truth - 1e-6);
    }
  });

  it('notices where any one of the numbers hidden for others is shown', () => {
    let [shown, noticed] = [0, 0];
    for (let seed = 1; seed <= 25; seed++) {
      const system = randomTable('table', 5, randoms(seed));
      const hidden = protect(system, solver);
      for (const [item, { state }] of system.items.entries()) {
        if (state !== 'open' || !hidden[item]) continue;
        shown += 1;
        if (recovered(system, hidden.with(item, false), solver).length > 0) noticed += 1;
      }
    }
    // Nothing is hidden in vain: each one shown again gives something away.
    expect(shown).toBeGreaterThan(30);
    expect(noticed).toBe(shown);
  });
});
