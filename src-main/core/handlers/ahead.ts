// Owns what is worked out before it is asked for: in quiet moments the public packs of the last whole year are described
// once, so that who opens or builds one finds its figures read and what must be hidden decided.
// The rule: one figure at a time, and none while anybody waits for an answer; nothing is kept, logged or written that a
// question would not have kept.
import { setTimeout as sleep } from 'node:timers/promises';
import { readFigure } from '#core/figures/index.ts';
import type { JobContext } from '#core/jobs.ts';
import { editions } from '#core/packs/editions.ts';
import { AppError } from '#shared/errors.ts';
import type { House } from './context.ts';
import { describeNow } from './describe-now.ts';

export interface Ahead {
  /** Says that a call was answered: the quiet moment begins anew. */
  answered(): void;
  /** No quiet moment is used any more; answers when the last one is over. */
  close(): Promise<void>;
}

/** So long nobody must have asked for anything. */
const QUIET_MS = 1500;
/** How often is looked whether the call that came in between has been answered. */
const LOOK_MS = 50;

/** What is worked out: a workspace as it stands after so many changes. */
interface Stand {
  readonly workspace: ReturnType<House['current']>;
  readonly changes: number | undefined;
}

/** Uses the quiet moments of a house; `waiting` says how many calls wait for an answer. */
export function workAhead(house: House, waiting: () => number): Ahead {
  const end = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | null = null;
  let done: Stand | null = null;
  const stand = (): Stand => {
    const workspace = house.current();
    return { workspace, changes: workspace?.store.changes };
  };
  const isStill = ({ workspace, changes }: Stand): boolean =>
    workspace === house.current() && workspace?.store.changes === changes;
  const start = (): void => {
    const now = stand();
    if (running || waiting() > 0 || now.workspace === null || (done && isStill(done))) return;
    done = now;
    const job: JobContext = {
      signal: end.signal,
      progress: () => {},
      quiet: async () => {
        while (waiting() > 0) await sleep(LOOK_MS, undefined, { ref: false });
        if (!isStill(now)) throw new AppError('workspace-none');
      },
    };
    running = describeAll(house, job)
      // Whatever is wrong is told to whoever asks for it.
      .catch(() => {})
      .finally(() => {
        running = null;
        answered();
      });
  };
  const answered = (): void => {
    clearTimeout(timer);
    if (!end.signal.aborted) timer = setTimeout(start, QUIET_MS).unref();
  };
  return {
    answered,
    close: async () => {
      end.abort();
      clearTimeout(timer);
      await running;
    },
  };
}

async function describeAll(house: House, job: JobContext): Promise<void> {
  const period = await lastYear(house);
  if (period === null) return;
  for (const { id: edition } of editions) {
    // A pack that cannot be described is no reason to leave out the next.
    await describeNow({ edition, period, profile: 'published' }, { house, job }, 1).catch(() => {});
    await job.quiet?.();
  }
}

/** The last financial year that the incident log covers to its end; null without any. */
async function lastYear(house: House): Promise<string | null> {
  const workspace = house.workspace();
  const settings = await workspace.settings();
  const request = { metric: 'incidents', grain: 'financial-year' } as const;
  const { points, warnings } = await readFigure(workspace.store, request, settings);
  const isPart = (title: string): boolean =>
    warnings.some(({ code, text }) => code === 'part-period' && text.startsWith(title));
  return points.findLast(({ period }) => !isPart(period))?.period ?? null;
}
