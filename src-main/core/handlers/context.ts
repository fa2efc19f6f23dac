// Owns what every handler is given: the open workspace, the inbox, the threads, the running job.
import type { Inbox } from '#core/files/inbox.ts';
import type { JobContext, Jobs } from '#core/jobs.ts';
import type { Threads } from '#core/threads.ts';
import type { Workspace } from '#core/workspace.ts';
import type { Output, Parsed, ProcedureName } from '#shared/contract.ts';

export interface House {
  readonly home: string;
  readonly resources: string;
  readonly user: string;
  readonly version: string;
  readonly threads: Threads;
  readonly jobs: Jobs;
  inbox(): Promise<Inbox>;
  /** Files made to be taken away, by their SHA-256; wiped when the app closes. */
  tray(): Promise<Inbox>;
  /** @throws AppError workspace-none */
  workspace(): Workspace;
  current(): Workspace | null;
  /** Closes the open workspace, if any, and takes this one in its place. */
  use(workspace: Workspace | null): Promise<void>;
}

export interface CallContext {
  readonly house: House;
  readonly job: JobContext;
}

export type Handler<N extends ProcedureName> = (input: Parsed<N>, context: CallContext) => Promise<Output<N>>;
export type HandlersOf<N extends ProcedureName> = { readonly [P in N]: Handler<P> };
