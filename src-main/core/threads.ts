// Owns the worker thread's side of the bargain: heavy reading and writing happens away from the
// thread that answers the doors and owns the database. A cancelled task's thread is ended.

import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import limit from 'p-limit';
import { AppError, type ErrorCode, type ErrorParams } from '#shared/errors.ts';
import type { CheckReport } from '#shared/schemas/check.ts';
import type { CheckTask } from './checker/check.ts';
import type { ProtectedSystem, Protection } from './disclosure/protect.ts';
import type { FoundRecord, RecordTask } from './importers/find-record.ts';
import type { StagedPart, StageProgress, StageResult, StageTask } from './importers/stage-result.ts';
import type { WorkbookModel } from './packs/model.ts';
import type { MadePack, PackTask } from './packs/pack-files.ts';

/** What the worker can do: the name of a task, what it is given, what it answers. */
export interface WorkerTasks {
  stage: { input: StageTask; output: StageResult };
  record: { input: RecordTask; output: FoundRecord | null };
  workbook: { input: WorkbookModel; output: Uint8Array };
  pack: { input: PackTask; output: MadePack };
  protect: { input: ProtectedSystem; output: Protection };
  check: { input: CheckTask; output: CheckReport };
}

export type WorkerMessage =
  | { readonly kind: 'progress'; readonly progress: StageProgress }
  | { readonly kind: 'part'; readonly part: StagedPart }
  | { readonly kind: 'done'; readonly value: unknown }
  | { readonly kind: 'error'; readonly code: ErrorCode; readonly params: ErrorParams }
  | { readonly kind: 'fault'; readonly message: string; readonly stack: string };

export interface TaskOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: StageProgress) => void;
  readonly onPart?: (part: StagedPart) => void;
}

export interface Threads {
  /** Has a thread ready for what is about to come. */
  prepare(task: keyof WorkerTasks): void;
  run<N extends keyof WorkerTasks>(
    task: N,
    input: WorkerTasks[N]['input'],
    options?: TaskOptions,
  ): Promise<WorkerTasks[N]['output']>;
}

/** What is short-lived gets room, which spares the collector work; the rest stays bounded. */
const resourceLimits = { maxYoungGenerationSizeMb: 48, maxOldGenerationSizeMb: 2048 };

/** A thread waits this long for another task of its kind: files come in folders, and starting one takes longer than
 * a small file. Figures are asked for as people read, and one that was made ready is needed when they are read. */
const idleMs = 5000;
const idleLongMs = 60_000;
/** Systems are solved on so many threads at once, and the others wait. */
const mostSolving = availableParallelism() > 2 ? 2 : 1;
/** One that worked longer than this is let go with the memory it took. */
const mostReusedMs = 2000;

/** Takes off what a task listened to. Without a name all would go, and Node's own listeners with them. */
const forget = (worker: Worker): void => {
  for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
};

/** Runs each task on a thread from the built worker file, never two on one at a time. */
export function createThreads(workerFile: URL): Threads {
  // What is idle is ready for another task of the kind that it did last.
  const idle = new Map<Worker, { readonly task: keyof WorkerTasks; readonly leave: NodeJS.Timeout }>();
  const idleFor = (task: keyof WorkerTasks): Worker[] =>
    [...idle.keys()].filter((worker) => idle.get(worker)?.task === task);
  const leave = (worker: Worker): void => {
    clearTimeout(idle.get(worker)?.leave);
    idle.delete(worker);
  };
  const take = (task: keyof WorkerTasks): Worker => {
    const worker = idleFor(task)[0];
    if (!worker) return new Worker(workerFile, { resourceLimits });
    leave(worker);
    forget(worker);
    worker.ref();
    return worker;
  };
  const release = (worker: Worker, task: keyof WorkerTasks, wait = idleMs): void => {
    const solves = task === 'protect';
    forget(worker);
    if (idleFor(task).length >= (solves ? mostSolving : 1)) {
      void worker.terminate();
      return;
    }
    const end = (): void => {
      leave(worker);
      void worker.terminate();
    };
    idle.set(worker, { task, leave: setTimeout(end, solves ? idleLongMs : wait).unref() });
    worker.once('exit', () => leave(worker));
    worker.once('error', () => leave(worker));
    worker.unref();
  };
  const solving = limit(mostSolving);
  const threads: Threads = {
    prepare: (task) => {
      if (idleFor(task).length > 0) return;
      const worker = take(task);
      worker.postMessage({ ready: task });
      release(worker, task, idleLongMs);
    },
    run: (task, input, options = {}) =>
      task === 'protect' ? solving(() => perform(task, input, options)) : perform(task, input, options),
  };
  const perform: Threads['run'] = (task, input, { signal, onProgress, onPart } = {}) =>
    new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const worker = take(task);
      const started = performance.now();
      const over = () => {
        signal?.removeEventListener('abort', stop);
        worker.off('message', hear);
        worker.off('error', fail);
      };
      const end = () => {
        over();
        void worker.terminate();
      };
      const stop = () => {
        end();
        reject(signal?.reason);
      };
      const hear = (message: WorkerMessage) => {
        if (message.kind === 'progress') {
          onProgress?.(message.progress);
          return;
        }
        if (message.kind === 'part') {
          onPart?.(message.part);
          return;
        }
        if (message.kind === 'fault' || performance.now() - started > mostReusedMs) end();
        else {
          over();
          release(worker, task);
        }
        if (message.kind === 'done') resolve(message.value as never);
        else if (message.kind === 'error') reject(new AppError(message.code, message.params));
        else reject(Object.assign(new Error(message.message), { stack: message.stack }));
      };
      const fail = (cause: unknown) => {
        end();
        const memory = (cause as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';
        const name = 'name' in input && typeof input.name === 'string' ? input.name : 'it';
        reject(
          memory
            ? new AppError('file-too-large', {
                name,
                reason: 'reading it would take more memory than there is',
              })
            : cause,
        );
      };
      signal?.addEventListener('abort', stop, { once: true });
      worker.on('message', hear);
      worker.on('error', fail);
      worker.postMessage({ task, input });
    });
  return threads;
}
