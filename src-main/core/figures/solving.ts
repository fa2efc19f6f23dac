// Owns where a workspace's systems are solved, and what was solved before: the same system has the same answer,
// whichever figure or import asks for it.
// The rule: an answer that was kept is taken up only if it hides all that must be hidden, and nothing that is fixed.
import {
  type Protect,
  type ProtectedSystem,
  type Protection,
  protectHere,
  RULES,
} from '#core/disclosure/protect.ts';
import type { PlannedStore } from './kept.ts';

/** Answers that outlast the process, by what was asked; both are text. */
export interface SolvedPlans {
  find(question: string): Promise<string | null>;
  add(question: string, answer: string): void;
}

const MOST = 200;

/** Solves each system once: what is known is not solved again, neither in this process nor in the next. */
export function remembering(protect: Protect, kept?: SolvedPlans): Protect {
  const known = new Map<string, Promise<Protection>>();
  const solve = async (question: string, system: ProtectedSystem): Promise<Protection> => {
    const before = await kept?.find(question);
    const read = before ? readAnswer(before, system) : null;
    if (read) return read;
    const found = await protect(system);
    kept?.add(question, written(found));
    return found;
  };
  return (system) => {
    const question = JSON.stringify([RULES, system]);
    const before = known.get(question);
    if (before) return before;
    const answer = solve(question, system);
    const [oldest] = known.keys();
    if (known.size >= MOST && oldest !== undefined) known.delete(oldest);
    known.set(question, answer);
    answer.catch(() => known.delete(question));
    return answer;
  };
}

const written = ({ hidden, short }: Protection): string =>
  JSON.stringify({ hidden: hidden.map(Number).join(''), short: [...short] });

function readAnswer(text: string, { items }: ProtectedSystem): Protection | null {
  const { hidden, short } = JSON.parse(text) as { hidden: string; short: [number, number][] };
  const fits =
    hidden.length === items.length &&
    items.every(({ state }, item) => state === 'open' || (hidden[item] === '1') === (state === 'hidden'));
  return fits ? { hidden: [...hidden].map((mark) => mark === '1'), short: new Map(short) } : null;
}

const places = new WeakMap<PlannedStore, Protect>();
const here = remembering(protectHere);

/** Names where a workspace's systems are solved, before any is. */
export const solveBy = (store: PlannedStore, protect: Protect): void => void places.set(store, protect);

/** Where a workspace's systems are solved: on this thread, where nobody has said. */
export const solverOf = (store: PlannedStore): Protect => places.get(store) ?? here;
