// The core's front door, and all of it that a host may import: call, receive, release, close.
import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { contract, type Procedure, type ProcedureName } from '#shared/contract.ts';
import { AppError, expectedError, showError } from '#shared/errors.ts';
import type { Reply } from '#shared/reply.ts';
import { fileId } from '#shared/schemas/text.ts';
import { remembering, solveBy } from './figures/solving.ts';
import { type Inbox, openInbox } from './files/inbox.ts';
import { type Ahead, workAhead } from './handlers/ahead.ts';
import type { CallContext, House } from './handlers/context.ts';
import { handlers } from './handlers/index.ts';
import { createJobs, type JobContext } from './jobs.ts';
import { createThreads } from './threads.ts';
import type { Workspace } from './workspace.ts';

export interface AppOptions {
  /** The folder whose sub-folders are workspaces; a workspace's id is its folder's name. */
  readonly home: string;
  /** The folder with the samples. */
  readonly resources: string;
  /** The built worker.js. */
  readonly worker: URL;
  /** Who is written into the import history; the system's user name by default. */
  readonly user?: string;
  readonly version?: string;
  /** Where faults are written, with their stack. Nothing else ever sees it. */
  readonly log?: (line: string) => void;
}

export interface App {
  /** The only dispatcher. Never throws: every failure is a reply with an error. */
  call(name: string, input: unknown): Promise<Reply>;
  /** Bytes in: stored in the inbox under their SHA-256 until they are imported or the app closes. */
  receive(
    name: string,
    source: AsyncIterable<Uint8Array>,
  ): Promise<Reply<{ file: string; name: string; bytes: number }>>;
  /** A finished pack out by its id, or another made file by its SHA-256: where it lies, what it should be called. */
  release(pack: string): Promise<Reply<{ path: string; fileName: string; bytes: number }>>;
  /** From now on quiet moments are used to work out what is likely to be asked for. */
  workAhead(): void;
  close(): Promise<void>;
}

const isProcedure = (name: string): name is ProcedureName => Object.hasOwn(contract, name);

const idle: JobContext = { signal: new AbortController().signal, progress: () => {} };

/** Turns whatever was thrown into a reply; a fault is logged under an id and shown as that id. */
function failure(cause: unknown, log: (line: string) => void): Reply<never> {
  const expected = expectedError(cause);
  if (expected) return { ok: false, error: showError(expected.code, expected.params) };
  const id = randomUUID().slice(0, 8);
  log(
    `${new Date().toISOString()} fault ${id} ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`,
  );
  return { ok: false, error: showError('fault', { id }) };
}

function createHouse(options: AppOptions): { house: House; close: () => Promise<void> } {
  const jobs = createJobs();
  const threads = createThreads(options.worker);
  let solving = new AbortController();
  let workspace: Workspace | null = null;
  let inbox: Promise<Inbox> | null = null;
  let tray: Promise<Inbox> | null = null;
  const house: House = {
    home: options.home,
    resources: options.resources,
    user: options.user ?? userInfo().username,
    version: options.version ?? '0.0.0',
    threads,
    jobs,
    inbox: () => {
      inbox ??= openInbox(join(options.home, '.inbox'));
      return inbox;
    },
    tray: () => {
      tray ??= openInbox(join(options.home, '.tray'));
      return tray;
    },
    workspace: () => {
      if (!workspace) throw new AppError('workspace-none');
      return workspace;
    },
    current: () => workspace,
    use: async (next) => {
      const before = workspace;
      workspace = next;
      solving.abort(new AppError('workspace-none'));
      solving = new AbortController();
      const { signal } = solving;
      if (next)
        solveBy(
          next.store,
          remembering((system) => threads.run('protect', system, { signal }), next.solved),
        );
      await before?.close();
    },
  };
  const close = async () => {
    await jobs.close();
    await house.use(null);
    await (await inbox)?.close();
    await (await tray)?.close();
  };
  return { house, close };
}

/** Makes the application. Nothing is opened until it is asked for. */
export function createApp(options: AppOptions): App {
  const { house, close } = createHouse(options);
  const log = options.log ?? (() => {});
  let waiting = 0;
  let ahead: Ahead | null = null;
  const guarded = async <T>(work: () => Promise<T>): Promise<Reply<T>> => {
    waiting += 1;
    try {
      return { ok: true, value: await work() };
    } catch (cause) {
      return failure(cause, log);
    } finally {
      waiting -= 1;
      ahead?.answered();
    }
  };
  const perform = async (name: string, input: unknown): Promise<unknown> => {
    if (!isProcedure(name)) throw new AppError('procedure-unknown', { name });
    const procedure: Procedure = contract[name];
    const parsed = procedure.input.safeParse(input ?? {});
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      throw new AppError('input-invalid', {
        detail: issue ? `${issue.path.join('.') || 'request'}: ${issue.message}` : 'not understood',
      });
    }
    // The contract types each handler's input; the map over names is what TypeScript cannot follow.
    const handle = handlers[name] as (given: unknown, context: CallContext) => Promise<unknown>;
    if (procedure.kind === 'query') return handle(parsed.data, { house, job: idle });
    return house.jobs.run(name, procedure.title, (job) => handle(parsed.data, { house, job }));
  };
  return {
    call: (name, input) => guarded(() => perform(name, input)),
    receive: (name, source) =>
      guarded(async () => {
        house.threads.prepare('stage');
        const { file, name: kept, bytes } = await (await house.inbox()).receive(name, source);
        return { file, name: kept, bytes };
      }),
    release: (pack) =>
      guarded(async () => {
        if (fileId.safeParse(pack).success) {
          const { path, name, bytes } = (await house.tray()).find(pack);
          return { path, fileName: name, bytes };
        }
        const { path, result } = await house.workspace().outbox.find(pack);
        return { path, fileName: result.fileName, bytes: result.bytes };
      }),
    workAhead: () => {
      ahead ??= workAhead(house, () => waiting);
      ahead.answered();
    },
    close: async () => {
      const resting = ahead?.close();
      await close();
      await resting;
    },
  };
}
