// Attacks the gate: random workspaces in a real store, random questions, and a solver on the attacker's side.
// CANDOUR_ATTACK=1000 for a thousand workspaces, CANDOUR_ATTACK_SEED=17 for the one of that seed.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadSolver, type Solver } from '#core/disclosure/protect.ts';
import { randoms } from '../config/randoms.ts';
import { openWorkspace, type Workspace } from '../unit/figures/workspace.ts';
import { deduce } from './deduce.ts';
import { incidentWorld } from './incident-world.ts';
import { type Leak, type Outcome, siege } from './siege.ts';
import { staffWorld } from './staff-world.ts';
import { surveyWorld } from './survey-world.ts';
import { type WorldMaker, whole } from './world.ts';

const worlds: Readonly<Record<string, WorldMaker>> = {
  'cases received': (random) => incidentWorld(random, false),
  'cases received and closed': (random) => incidentWorld(random, true),
  'staff and leavers': staffWorld,
  'survey answers': surveyWorld,
};
const tables = [
  'clean.incident',
  'clean.leaver',
  'clean.workforce_snapshot',
  'clean.survey_question',
  'clean.survey_label',
  'clean.survey_response',
  'clean.survey_given',
  'mart.survey_group',
  'mart.survey_tally',
  'mart.survey_people',
  'mart.survey_pattern',
];

const only = process.env.CANDOUR_ATTACK_SEED;
const count = Number(process.env.CANDOUR_ATTACK ?? 24);
const names = Object.keys(worlds);
/** A workspace takes a second, or several on a busy machine. */
const timeout = 60_000 + count * 10_000;

let solver: Solver;
let workspace: Workspace;
beforeAll(async () => {
  solver = await loadSolver();
  workspace = await openWorkspace();
});
afterAll(() => workspace.close());

const seedsOf = (name: string): number[] =>
  only === undefined
    ? Array.from({ length: count }, (_, index) => index + 1).filter(
        (seed) => names[seed % names.length] === name,
      )
    : [Number(only)];

/** The world of a seed, put into the emptied workspace, and under siege. */
async function besiege(make: WorldMaker, seed: number, leaky = false): Promise<Outcome> {
  const random = randoms(seed * 7919);
  const world = make(random);
  await workspace.store.transaction(async (session) => {
    for (const table of tables) await session.run(`delete from ${table}`);
  });
  await world.fill(workspace.store);
  return siege(world, { store: workspace.store, solver, random, questions: whole(random, 10, 30), leaky });
}

const tellOf = ({ kind, asked, truth, low, high, need, from }: Leak): string =>
  [`${kind}: ${truth} is known to be ${low} to ${high}, need ${need}: ${asked}`, ...from].join('\n    ');

describe('an attacker who asks figure after figure', () => {
  it.each(Object.entries(worlds))(
    'finds nothing that is hidden: %s',
    async (name, make) => {
      const sum = {
        workspaces: 0,
        questions: 0,
        shown: 0,
        hidden: 0,
        attacked: 0,
        pinned: 0,
        narrow: 0,
        bounded: 0,
        derived: 0,
      };
      const found: string[] = [];
      for (const seed of seedsOf(name)) {
        const outcome = await besiege(make, seed);
        sum.workspaces += 1;
        sum.questions += outcome.questions;
        sum.shown += outcome.shown;
        sum.hidden += outcome.hidden;
        sum.attacked += outcome.attacked;
        for (const leak of outcome.leaks) {
          sum[leak.kind] += 1;
          if (leak.kind === 'pinned' || leak.kind === 'narrow') found.push(`seed ${seed}: ${tellOf(leak)}`);
        }
      }
      console.log(`${name}: ${JSON.stringify(sum)}`);
      for (const leak of found.slice(0, 12)) console.log(leak);
      expect(sum.attacked).toBeGreaterThan(only === undefined ? sum.workspaces : -1);
      expect(found).toEqual([]);
    },
    timeout,
  );

  it('finds much where a gate hides the small numbers only', async () => {
    const kinds: string[] = [];
    for (const seed of [1, 2, 3]) {
      const { leaks } = await besiege((random) => incidentWorld(random, false), seed, true);
      kinds.push(...leaks.map(({ kind }) => kind));
    }
    expect(kinds.filter((kind) => kind === 'pinned').length).toBeGreaterThan(3);
  });
});

describe('deduce', () => {
  const told = (members: number[], value: number) => ({ members, value, asked: '' });

  it('works out a number that is hidden alone beside its total, and bounds two', () => {
    const total = told([0, 1, 2], 10);
    expect(deduce(3, [total, told([1], 4), told([2], 3)], [[0]], solver)).toEqual([{ low: 3, high: 3 }]);
    expect(deduce(3, [total, told([1], 4)], [[0], [0, 2]], solver)).toEqual([
      { low: 0, high: 6 },
      { low: 6, high: 6 },
    ]);
    expect(deduce(3, [told([1], 4)], [[0]], solver)).toEqual([{ low: 0, high: Number.POSITIVE_INFINITY }]);
  });
});
