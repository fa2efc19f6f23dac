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
const loads = {
  stage: () => import('./importers/stage.ts'),
  record: () => import('./importers/find-record.ts'),
  check: () => import('./checker/index.ts'),
  workbook: () => import('./packs/write-workbook.ts'),
  pack: () => import('./packs/pack-files.ts'),
  protect: async () => {
    const disclosure = await import('./disclosure/protect.ts');
    await disclosure.loadSolver();
    return disclosure;
  },
} satisfies Record<keyof WorkerTasks, () => Promise<unknown>>;

const tasks: {
  [N in keyof WorkerTasks]: (input: WorkerTasks[N]['input']) => Promise<WorkerTasks[N]['output']>;
} = {
  stage: async (input) => {
    const { stage } = await loads.stage();
    return stage(input, { progress: throttled(), part: (part) => say({ kind: 'part', part }) });
  },
  record: async (input) => (await loads.record()).findRecord(input),
  check: async (input) => (await loads.check()).checkWorkbook(input.bytes, input),
  workbook: async (input) => (await loads.workbook()).writeWorkbook(input),
  pack: async (input) => (await loads.pack()).packFiles(input),
  protect: async (input) => (await loads.protect()).protectHere(input),
};

interface Asked {
  readonly task: keyof WorkerTasks;
  readonly input: never;
}

async function perform({ task, input }: Asked): Promise<void> {
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

parentPort?.on(
  'message',
  (message: Asked | { readonly ready: keyof WorkerTasks }) =>
    void ('ready' in message ? loads[message.ready]() : perform(message)),
);
