// The worker thread's entry: one task after another, its progress, its answer. It never opens the database,
// and keeps nothing from one task to the next.
import { parentPort } from 'node:worker_threads';
import { AppError } from '#shared/errors.ts';
import type { WorkerMessage, WorkerTasks } from './threads.ts';

const say = (message: WorkerMessage): void => parentPort?.postMessage(message);

/** Progress is told at most ten times a second. */
function throttled() {
  let last = 0;
  return (progress: { rows: number; bytesRead: number; bytesTotal: number }): void => {
    const now = Date.now();
    if (now - last < 100) return;
    last = now;
    say({ kind: 'progress', progress });
  };
}

/** Each task loads only what it needs. */
const tasks: {
  [N in keyof WorkerTasks]: (input: WorkerTasks[N]['input']) => Promise<WorkerTasks[N]['output']>;
} = {
  stage: async (input) => {
    const { stage } = await import('./importers/stage.ts');
    return stage(input, { progress: throttled(), part: (part) => say({ kind: 'part', part }) });
  },
  record: async (input) => (await import('./importers/find-record.ts')).findRecord(input),
  workbook: async (input) => (await import('./packs/write-workbook.ts')).writeWorkbook(input),
};

async function perform({ task, input }: { task: keyof WorkerTasks; input: never }): Promise<void> {
  try {
    say({ kind: 'done', value: await tasks[task](input) });
  } catch (cause) {
    if (cause instanceof AppError) say({ kind: 'error', code: cause.code, params: cause.params });
    else
      say({
        kind: 'fault',
        message: String(cause),
        stack: cause instanceof Error ? (cause.stack ?? '') : '',
      });
  }
}

// An empty message asks only to be ready for a file.
parentPort?.on('message', (message) => void (message ? perform(message) : import('./importers/stage.ts')));
