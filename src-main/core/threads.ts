// Owns the worker thread's side of the bargain: heavy reading and writing happens away from the
// thread that answers the doors and owns the database. A cancelled task's thread is ended.
import { Worker } from 'node:worker_threads';
import { AppError, type ErrorCode, type ErrorParams } from '#shared/errors.ts';
import type { FoundRecord, RecordTask } from './importers/find-record.ts';
import type { StagedPart, StageProgress, StageResult, StageTask } from './importers/stage-result.ts';
import type { WorkbookModel } from './packs/model.ts';

/** What the worker can do: the name of a task, what it is given, what it answers. */
export interface WorkerTasks {
  stage: { input: StageTask; output: StageResult };
  record: { input: RecordTask; output: FoundRecord | null };
  workbook: { input: WorkbookModel; output: Uint8Array };
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
  /** Has a thread ready for a file that is on its way. */
  prepare(): void;
  run<N extends keyof WorkerTasks>(
    task: N,
    input: WorkerTasks[N]['input'],
    options?: TaskOptions,
  ): Promise<WorkerTasks[N]['output']>;
}

/** What is short-lived gets room, which spares the collector work; the rest stays bounded. */
const resourceLimits = { maxYoungGenerationSizeMb: 48, maxOldGenerationSizeMb: 2048 };

/** A thread waits this long for another task: files come in folders, and starting one takes longer than a small file. */
const idleMs = 5000;
/** One that worked longer than this is let go with the memory it took. */
const mostReusedMs = 2000;

/** Takes off what a task listened to. Without a name all would go, and Node's own listeners with them. */
const forget = (worker: Worker): void => {
  for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
};

/** Runs each task on a thread from the built worker file, never two on one at a time. */
export function createThreads(workerFile: URL): Threads {
  let idle: { readonly worker: Worker; readonly leave: NodeJS.Timeout } | null = null;
  const take = (): Worker => {
    const waiting = idle;
    idle = null;
    if (!waiting) return new Worker(workerFile, { resourceLimits });
    clearTimeout(waiting.leave);
    forget(waiting.worker);
    waiting.worker.ref();
    return waiting.worker;
  };
  const release = (worker: Worker): void => {
    if (idle) {
      void worker.terminate();
      return;
    }
    const leave = setTimeout(() => {
      idle = null;
      void worker.terminate();
    }, idleMs).unref();
    forget(worker);
    const gone = () => {
      clearTimeout(leave);
      if (idle?.worker === worker) idle = null;
    };
    worker.once('exit', gone);
    worker.once('error', gone);
    worker.unref();
    idle = { worker, leave };
  };
  return {
    prepare: () => {
      if (idle) return;
      const worker = take();
      worker.postMessage(null);
      release(worker);
    },
    run: (task, input, { signal, onProgress, onPart } = {}) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        const worker = take();
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
            release(worker);
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
      }),
  };
}
