// What was solved before is not solved again, and an answer that was kept can never show what must be hidden.
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type Protect, type ProtectedSystem, protectHere, RULES } from '#core/disclosure/protect.ts';
import { remembering, type SolvedPlans } from '#core/figures/solving.ts';
import { randoms } from '../../config/randoms.ts';
import { forms, randomTable } from '../disclosure/random-tables.ts';

const system: ProtectedSystem = {
  cells: [2, 30, 40],
  items: [
    { members: [0], state: 'hidden' },
    { members: [1], state: 'open' },
    { members: [2], state: 'open' },
    { members: [0, 1, 2], state: 'fixed' },
  ],
  threshold: 5,
};

function counted(): { protect: Protect; solved: () => number } {
  let solved = 0;
  const protect: Protect = (asked) => {
    solved += 1;
    return protectHere(asked);
  };
  return { protect, solved: () => solved };
}

function book(answer?: string): SolvedPlans & { readonly lines: Map<string, string> } {
  const lines = new Map<string, string>();
  return {
    lines,
    find: async (question) => answer ?? lines.get(question) ?? null,
    add: (question, said) => void lines.set(question, said),
  };
}

describe('what was solved', () => {
  it('is solved once, also when it is asked for twice at once', async () => {
    const { protect, solved } = counted();
    const ask = remembering(protect);
    const [one, two] = await Promise.all([ask(system), ask(structuredClone(system))]);
    expect(one).toEqual(await protectHere(system));
    expect(two).toBe(one);
    await ask({ ...system, threshold: 6 });
    expect(solved()).toBe(2);
  });

  it('is taken up by the next process as it was answered', async () => {
    const kept = book();
    const before = forms.map((form, index) => randomTable(form, 5, randoms(index + 11)));
    const first = await Promise.all(before.map(remembering(protectHere, kept)));
    const { protect, solved } = counted();
    expect(await Promise.all(before.map(remembering(protect, kept)))).toEqual(first);
    expect(solved()).toBe(0);
    expect(kept.lines.size).toBe(forms.length);
  });

  it.each([
    ['hides too little', '{"hidden":"0110","short":[]}'],
    ['hides what everybody knows', '{"hidden":"1101","short":[]}'],
    ['is of another size', '{"hidden":"110","short":[]}'],
  ])('is solved afresh where what was kept %s', async (_, answer) => {
    const { protect, solved } = counted();
    expect(await remembering(protect, book(answer))(system)).toEqual(await protectHere(system));
    expect(solved()).toBe(1);
  });

  it('is not kept where it failed', async () => {
    let fails = true;
    const ask = remembering((asked) => {
      if (fails) throw new Error('no thread');
      return protectHere(asked);
    });
    await expect(ask(system)).rejects.toThrow('no thread');
    fails = false;
    expect((await ask(system)).hidden[0]).toBe(true);
  });
});

it('has a new number of its rules when they hide something else (RULES, then this)', async () => {
  const hash = createHash('sha256');
  for (const form of forms) {
    for (let seed = 1; seed <= 12; seed++) {
      const { hidden } = await protectHere(randomTable(form, 5, randoms(seed)));
      hash.update(hidden.map(Number).join(''));
    }
  }
  expect([RULES, hash.digest('hex').slice(0, 16)]).toMatchInlineSnapshot(`
    [
      2,
      "e81167a571032e15",
    ]
  `);
});
