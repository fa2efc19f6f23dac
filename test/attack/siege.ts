// One siege: a world in a real workspace, a sequence of questions put to the gate, and what an attacker
// with a solver makes of the answers.

import type { Solver } from '#core/disclosure/protect.ts';
import { readFigure } from '#core/figures/index.ts';
import { findMetric } from '#core/metrics/index.ts';
import type { Store } from '#core/store/store.ts';
import { AppError } from '#shared/errors.ts';
import type { FigurePoint, FigureRequest } from '#shared/schemas/figure.ts';
import { defaultSettings } from '#shared/schemas/workspace.ts';
import type { Random } from '../config/randoms.ts';
import { deduce, explain, type Statement } from './deduce.ts';
import { monthAfter, pick, some, type Told, type World, type WorldFigure, whole } from './world.ts';

export interface Leak {
  readonly asked: string;
  readonly truth: number;
  readonly low: number;
  readonly high: number;
  /** How wide the range had to be. */
  readonly need: number;
  readonly kind: LeakKind;
  /** What it was worked out from; only of what counts. */
  readonly from: readonly string[];
}

/**
 * pinned: a number from 1 to threshold - 1 is known for certain. narrow: one that is published by itself (one
 * cut, or a listed pair in its periods) is less uncertain than it has to be. bounded: one that no table
 * publishes (three cuts, other pairs, spans), or the base of one question beside those of others that the
 * same people answered, is limited by what is shown around it, and not found by adding and subtracting. derived: a larger number
 * or none, hidden for others' sake, can be worked out, which tells on nobody.
 */
export type LeakKind = 'pinned' | 'narrow' | 'bounded' | 'derived';

export interface Outcome {
  readonly questions: number;
  readonly shown: number;
  readonly hidden: number;
  readonly attacked: number;
  readonly leaks: readonly Leak[];
  /** What was asked, for whoever looks into a leak. */
  readonly requests: readonly FigureRequest[];
  readonly statements: readonly Statement[];
}

const SLACK = 1e-4;
/** Hidden numbers tried in one siege, small ones first. */
const MOST_TARGETS = 30;
/** Leaks of one siege that are traced back: it takes a programme for each statement. */
const MOST_EXPLAINED = 4;

export interface Siege {
  readonly store: Store;
  readonly solver: Solver;
  readonly random: Random;
  readonly questions: number;
  /** To prove the attack: numbers of the threshold and more are told though the gate hides them. */
  readonly leaky: boolean;
}

export async function siege(
  world: World,
  { store, solver, random, questions, leaky }: Siege,
): Promise<Outcome> {
  const statements = new Map<string, Statement>();
  const hidden = new Map<string, Target>();
  const requests: FigureRequest[] = [];
  let shown = 0;
  for (let count = 0; count < questions; count++) {
    const figure = pick(random, world.figures);
    const request = randomRequest(world, figure, random);
    const points = await answer(store, request);
    if (points === null) continue;
    requests.push(request);
    for (const point of points) {
      for (const own of figure.tell(point, coordsOf(point, request), request)) {
        const told = leaky ? leak(own, world) : own;
        const key = told.members.join();
        if (told.value === null) {
          if (told.guarded) {
            const published = isPublished(request, figure) || hidden.get(key)?.published === true;
            hidden.set(key, { members: told.members, asked: describe(request, point), published });
          }
          continue;
        }
        shown += 1;
        check(told, world, request, point);
        statements.set(key, { members: told.members, value: told.value, asked: describe(request, point) });
      }
    }
  }
  const targets = choose(world, [...hidden.values()], random);
  const known = [{ members: world.never, value: 0, asked: 'no such group' }, ...statements.values()];
  const leaks = attack(world, known, targets, solver);
  return {
    questions: requests.length,
    shown,
    hidden: hidden.size,
    attacked: targets.length,
    leaks,
    requests,
    statements: known,
  };
}

const truthOf = ({ truth }: World, members: readonly number[]): number =>
  members.reduce((sum, member) => sum + (truth[member] ?? 0), 0);

/** A number that is large enough by itself is told, whatever it gives away. */
function leak(told: Told, world: World): Told {
  const truth = truthOf(world, told.members);
  return told.guarded && (truth === 0 || truth >= world.threshold) ? { ...told, value: truth } : told;
}

/** What is shown is true: else the attack would be on something else than the gate. */
function check(told: Told, world: World, request: FigureRequest, point: FigurePoint): void {
  const truth = truthOf(world, told.members);
  if (told.value === null || Math.abs(told.value - truth) < 1e-6) return;
  throw new Error(`${describe(request, point)} shows ${told.value} where there are ${truth}`);
}

function describe(request: FigureRequest, { from, to, group, across }: FigurePoint): string {
  return `${JSON.stringify(request)} at ${from}..${to}, group ${group}, across ${across}`;
}

/** Null where the gate refuses the question. */
async function answer(store: Store, request: FigureRequest): Promise<readonly FigurePoint[] | null> {
  try {
    return (await readFigure(store, request, defaultSettings('Attacked'))).points;
  } catch (cause) {
    if (cause instanceof AppError) return null;
    throw cause;
  }
}

function coordsOf(
  { group, across }: FigurePoint,
  { metric, split, filters }: FigureRequest,
): Record<string, string> {
  const { twoWay } = findMetric(metric);
  const [first, second] = (split !== undefined && twoWay[split]) || [split, undefined];
  return {
    ...filters,
    ...(first !== undefined && group !== null ? { [first]: group } : {}),
    ...(second !== undefined && across !== null ? { [second]: across } : {}),
  };
}

function randomRequest(world: World, figure: WorldFigure, random: Random): FigureRequest {
  const split = random() < 0.8 && figure.splits.length > 0 ? pick(random, figure.splits) : undefined;
  const filtered = some(random, figure.filters, pick(random, [0, 0, 0, 1, 1, 2]));
  const filters = {
    ...figure.always,
    ...Object.fromEntries(filtered.map((name) => [name, pick(random, world.values[name] ?? [])])),
  };
  return {
    metric: figure.metric,
    grain: pick(random, figure.grains),
    ...(split === undefined ? {} : { split }),
    ...(Object.keys(filters).length === 0 ? {} : { filters }),
    ...randomDates(world, random),
  };
}

/** None, or a span of whole months, quarters or years, or any two days; also open at one end. */
function randomDates({ firstMonth, months }: World, random: Random): Pick<FigureRequest, 'from' | 'to'> {
  if (random() < 0.5) return {};
  const step = pick(random, [1, 1, 3, 12]);
  const lead = (Number(firstMonth.slice(5)) + 8) % 12;
  const start =
    step === 1
      ? whole(random, -1, months)
      : Math.floor(whole(random, 0, months) / step) * step - (lead % step);
  const length = step * whole(random, 1, Math.max(1, Math.floor(months / step)));
  const day = random() < 0.2 ? `-${String(whole(random, 2, 28))}`.replace(/-(\d)$/, '-0$1') : '-01';
  const from = `${monthAfter(firstMonth, start)}${day}`;
  const to = before(`${monthAfter(firstMonth, start + length)}${day}`);
  const open = random();
  if (open < 0.15) return { from };
  if (open < 0.3) return { to };
  return { from, to };
}

const before = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

interface Target {
  readonly members: readonly number[];
  readonly asked: string;
  readonly published: boolean;
}

/** Whether a plan decides over the numbers of a request one by one. */
function isPublished(
  { metric, grain, split, filters, from, to }: FigureRequest,
  { always = {} }: WorldFigure,
): boolean {
  const { disclosure, twoWay } = findMetric(metric);
  const cuts = new Set(Object.keys(filters ?? {}).filter((name) => !(name in always)));
  for (const name of (split !== undefined && twoWay[split]) || (split === undefined ? [] : [split]))
    cuts.add(name);
  if (disclosure.adds && (grain === 'municipal-year' || (grain === 'all' && (from ?? to) !== undefined)))
    return false;
  if (cuts.size < 2) return true;
  if (cuts.size > 2 || !Object.values(twoWay).some((pair) => pair.every((name) => cuts.has(name))))
    return false;
  return !disclosure.adds || grain === 'financial-year' || grain === 'all';
}

function choose(world: World, hidden: readonly Target[], random: Random): Target[] {
  const small = ({ members }: Target): boolean => {
    const truth = truthOf(world, members);
    return truth > 0 && truth < world.threshold;
  };
  const ranked = hidden.map((target) => ({ target, rank: random() + (small(target) ? 0 : 0.7) }));
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST_TARGETS)
    .map(({ target }) => target);
}

function attack(
  world: World,
  known: readonly Statement[],
  targets: readonly Target[],
  solver: Solver,
): Leak[] {
  const unknowns = world.truth.length;
  const found = deduce(
    unknowns,
    known,
    targets.map(({ members }) => members),
    solver,
  );
  const narrow = targets.flatMap((target, index) => {
    const { low = 0, high = 0 } = found[index] ?? {};
    return high - low < world.threshold - SLACK ? [{ ...target, low, high }] : [];
  });
  if (narrow.length === 0) return [];
  const totals = [...world.totals, world.never].map((members) => ({
    members,
    value: truthOf(world, members),
    asked: 'total',
  }));
  const widest = deduce(
    unknowns,
    totals,
    narrow.map(({ members }) => members),
    solver,
  );
  let explained = 0;
  return narrow.flatMap(({ members, asked, published, low, high }, index) => {
    const most = widest[index] ?? { low: 0, high: 0 };
    const need = Math.min(world.threshold, most.high - most.low);
    const truth = truthOf(world, members);
    if (high - low >= need - SLACK) return [];
    const kind = kindOf(world, truth, high - low, published);
    const wide = kind === 'pinned' ? 1 : need;
    const from =
      (kind === 'pinned' || kind === 'narrow') && ++explained <= MOST_EXPLAINED
        ? explain(unknowns, known, members, solver, (left) => left.high - left.low < wide - SLACK)
        : [];
    return [
      { asked, truth, low, high, need, kind, from: from.map((told) => `${told.value}: ${told.asked}`) },
    ];
  });
}

function kindOf(
  { threshold, overlapping }: World,
  truth: number,
  width: number,
  published: boolean,
): LeakKind {
  if (truth <= 0 || truth >= threshold) return 'derived';
  if (width < 1 - SLACK) return 'pinned';
  return published && overlapping !== true ? 'narrow' : 'bounded';
}
