// Owns long work: one command at a time, each with its progress, each can be cancelled.
import { randomUUID } from 'node:crypto';
import { AppError } from '#shared/errors.ts';
import type { Job } from '#shared/schemas/job.ts';

/** What a running command is given to say how far it is and to learn that it must stop. */
export interface JobContext {
  readonly signal: AbortSignal;
  /** `fraction` 0 to 1, or null when it cannot be told. */
  progress(step: string, fraction: number | null): void;
  /** Waits until nobody waits for anything else; only work that nobody asked for has it. */
  readonly quiet?: () => Promise<void>;
}

export interface Jobs {
  run<T>(procedure: string, title: string, work: (context: JobContext) => Promise<T>): Promise<T>;
  list(): Job[];
  /** What has ended is left as it is. @throws AppError job-unknown where there never was such a job */
  cancel(id: string): void;
  /** Cancels what runs and waits, and answers when all of it has ended. */
  close(): Promise<void>;
}

/** What follows waits for an end, and does not hold on to what came of it. */
const nothing = (): void => {};

interface Entry {
  job: Job;
  readonly abort: AbortController;
}

/** A queue of commands in the order they came. */
export function createJobs(): Jobs {
  const entries = new Map<string, Entry>();
  const ended = new Set<string>();
  let tail: Promise<unknown> = Promise.resolve();

  const perform = async <T>(entry: Entry, work: (context: JobContext) => Promise<T>): Promise<T> => {
    const { abort } = entry;
    const cancelled = () => new AppError('job-cancelled', { title: entry.job.title });
    if (abort.signal.aborted) throw cancelled();
    entry.job = { ...entry.job, state: 'running', step: 'Starting' };
    try {
      return await work({
        signal: abort.signal,
        progress: (step, fraction) => {
          entry.job = { ...entry.job, step, fraction };
        },
      });
    } catch (cause) {
      if (abort.signal.aborted) throw cancelled();
      throw cause;
    }
  };

  return {
    run: (procedure, title, work) => {
      const id = randomUUID();
      const entry: Entry = {
        job: {
          id,
          procedure,
          title,
          state: 'waiting',
          step: 'Waiting its turn',
          fraction: null,
          startedAt: new Date().toISOString(),
        },
        abort: new AbortController(),
      };
      entries.set(id, entry);
      const turn = tail
        .then(() => perform(entry, work))
        .finally(() => {
          entries.delete(id);
          ended.add(id);
        });
      tail = turn.then(nothing, nothing);
      return turn;
    },
    list: () => [...entries.values()].map(({ job }) => job),
    cancel: (id) => {
      const entry = entries.get(id);
      if (!entry && !ended.has(id)) throw new AppError('job-unknown');
      entry?.abort.abort();
    },
    close: async () => {
      for (const { abort } of entries.values()) abort.abort();
      await tail;
    },
  };
}
