// Owns the worker thread's side of the bargain: heavy reading and writing happens away from the
// thread that answers the doors and owns the database. A cancelled task's thread is ended.
import { Worker } from 'node:worker_threads';
import { AppError, type ErrorCode, type ErrorParams } from '#shared/errors.ts';
import type { StagedPart, StageProgress, StageResult, StageTask } from './importers/stage-result.ts';
import type { WorkbookModel } from './packs/model.ts';

/** What the worker can do: the name of a task, what it is given, what it answers. */
export interface WorkerTasks {
  stage: { input: StageTask; output: StageResult };
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
  run<N extends keyof WorkerTasks>(
    task: N,
    input: WorkerTasks[N]['input'],
    options?: TaskOptions,
  ): Promise<WorkerTasks[N]['output']>;
}

/** Rows of text are short-lived: room for them spares most of the collector's work. */
const resourceLimits = { maxYoungGenerationSizeMb: 192, maxOldGenerationSizeMb: 2048 };

/** Runs each task on a thread of its own, from the built worker file. */
export function createThreads(workerFile: URL): Threads {
  return {
    run: (task, input, { signal, onProgress, onPart } = {}) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        const worker = new Worker(workerFile, { workerData: { task, input }, resourceLimits });
        const end = () => {
          signal?.removeEventListener('abort', stop);
          void worker.terminate();
        };
        const stop = () => {
          end();
          reject(signal?.reason);
        };
        signal?.addEventListener('abort', stop, { once: true });
        worker.on('message', (message: WorkerMessage) => {
          if (message.kind === 'progress') {
            onProgress?.(message.progress);
            return;
          }
          if (message.kind === 'part') {
            onPart?.(message.part);
            return;
          }
          end();
          if (message.kind === 'done') resolve(message.value as never);
          else if (message.kind === 'error') reject(new AppError(message.code, message.params));
          else reject(Object.assign(new Error(message.message), { stack: message.stack }));
        });
        worker.once('error', (cause) => {
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
        });
      }),
  };
}
