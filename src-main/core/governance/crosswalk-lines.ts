// Owns what a crosswalk means: which directorate of today a name at a date stands for, and what it cannot say.
// The rule: an entry takes the whole of a directorate over. A row that carries the old name after the day is
// late, and counts under the new one, until a later entry brings the old name back.
import type { CrosswalkEntry } from '#shared/schemas/crosswalk.ts';

export type Step = Pick<CrosswalkEntry, 'old' | 'new' | 'effective'>;

/** What a name stands for where a row is dated from `from` to the day before `before`. */
export interface DirectorateLine {
  readonly key: string;
  readonly from: string;
  readonly before: string;
  readonly today: string;
}

const FIRST = '0001-01-01';
const END = '9999-12-31';

/** A name without regard to capitals and blanks, as the SQL macro `mart.directorate_key` makes it. */
export const keyOf = (name: string): string =>
  name
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
    .toLowerCase();

const byDate = (a: Step, b: Step): number =>
  a.effective < b.effective ? -1 : a.effective > b.effective ? 1 : 0;

/** The next step of a name that a row dated `date` carries; null where it is a name of today. */
function nextStep(steps: readonly Step[], key: string, date: string): Step | null {
  const own = steps.filter((step) => keyOf(step.old) === key);
  const coming = own.find(({ effective }) => effective > date);
  if (coming) return coming;
  const gone = own.at(-1);
  if (gone === undefined) return null;
  const back = steps.some(
    (step) => keyOf(step.new) === key && step.effective > gone.effective && step.effective <= date,
  );
  return back ? null : gone;
}

/** The name of today for a name that a row dated `date` carries. Steps are in order of date. */
function todayOf(steps: readonly Step[], name: string, date: string): string {
  let [current, at] = [name, date];
  // Each step is later than the one before it, so that there are at most as many as there are entries.
  for (const _ of steps) {
    const step = nextStep(steps, keyOf(current), at);
    if (step === null) break;
    current = step.new;
    if (step.effective > at) at = step.effective;
  }
  return current;
}

/** Every name of the crosswalk with what it stands for at every date. */
export function linesOf(entries: readonly Step[]): DirectorateLine[] {
  const steps = [...entries].sort(byDate);
  const dates = [FIRST, ...new Set(steps.map(({ effective }) => effective))];
  const names = new Map(steps.flatMap((step) => [step.old, step.new].map((name) => [keyOf(name), name])));
  return [...names].flatMap(([key, name]) =>
    dates.map((from, index) => ({
      key,
      from,
      before: dates[index + 1] ?? END,
      today: todayOf(steps, name, from),
    })),
  );
}

/**
 * Why an entry cannot stand beside the others: it would divide a directorate, or say two things of one day.
 * Null where it can. An entry with the same old name and day takes the place of that one.
 */
export function whyImpossible(entries: readonly Step[], added: Step): 'same' | 'split' | 'chain' | null {
  const [old, next] = [keyOf(added.old), keyOf(added.new)];
  if (old === next) return 'same';
  const others = entries.filter((entry) => keyOf(entry.old) === old);
  if (others.some(({ effective, new: other }) => effective === added.effective && keyOf(other) !== next)) {
    return 'split';
  }
  const sameDay = entries.filter(({ effective }) => effective === added.effective);
  if (sameDay.some((entry) => keyOf(entry.old) === next || keyOf(entry.new) === old)) return 'chain';
  // The same directorate can be taken over a second time only if it came back between the two.
  for (const other of others) {
    const [first, last] = [other, added].sort(byDate);
    if (!first || !last || first.effective === last.effective) continue;
    const back = entries.some(
      (entry) =>
        keyOf(entry.new) === old && entry.effective > first.effective && entry.effective <= last.effective,
    );
    if (!back) return 'split';
  }
  return null;
}
