// Owns one command's use of the core: which workspace, asking, handing files over, Ctrl+C.
// The rule: a command sees values; an error of the core is thrown on and ends in the exit code.
import { existsSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { type App, createApp } from '#core/app.ts';
import { contract, type Input, type Output, type ProcedureName } from '#shared/contract.ts';
import { AppError } from '#shared/errors.ts';
import type { Job } from '#shared/schemas/job.ts';
import { safeFileName } from '../guards.ts';
import { appOptions, homeFolder } from '../places.ts';
import { Failed } from './failure.ts';
import { showProgress } from './progress.ts';
import type { Terminal } from './terminal.ts';

/** What every command takes. */
export interface CommonOptions {
  readonly json?: boolean;
  readonly progress?: boolean;
  readonly workspace?: string;
}

export interface Session {
  readonly app: App;
  readonly terminal: Terminal;
  readonly json: boolean;
  /** Aborted at Ctrl+C. */
  readonly signal: AbortSignal;
  /** @throws Failed with the core's error; AppError job-cancelled after Ctrl+C */
  ask<N extends ProcedureName>(name: N, input: Input<N>): Promise<Output<N>>;
  /** Hands a file over and answers its id. @throws AppError file-unknown */
  hold(path: string): Promise<string>;
  /** Forgets a file that was handed over, so that no copy stays behind. */
  forget(file: string): Promise<void>;
}

/** Where a workspace lies: its folder's parent and its name. */
export interface WorkspacePlace {
  readonly home: string;
  readonly id: string;
}

export function placeOf(folder: string, terminal: Terminal): WorkspacePlace {
  const path = resolve(terminal.folder, folder);
  return { home: dirname(path), id: basename(path) };
}

/** --workspace, else CANDOUR_WORKSPACE, else the current folder if it is a workspace, else null. */
export function findWorkspace(options: CommonOptions, terminal: Terminal): WorkspacePlace | null {
  const named = options.workspace ?? terminal.environment.CANDOUR_WORKSPACE;
  if (named) return placeOf(named, terminal);
  return existsSync(join(terminal.folder, 'candour.duckdb')) ? placeOf('.', terminal) : null;
}

/** Cancels whatever the core has under way or waiting. */
export async function cancelJobs(app: App): Promise<void> {
  const jobs = await app.call('job.list', {});
  if (!jobs.ok) return;
  for (const { id } of jobs.value as Job[]) await app.call('job.cancel', { id });
}

/** Waits for `work`, but not past Ctrl+C. */
function orInterrupted<T>(work: Promise<T>, signal: AbortSignal, title: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(new AppError('job-cancelled', { title }));
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

async function ask<N extends ProcedureName>(session: Session, quiet: boolean, name: N, input: Input<N>) {
  const { app, signal, terminal } = session;
  const { kind, title } = contract[name];
  if (signal.aborted) throw new AppError('job-cancelled', { title });
  const stopProgress = kind === 'command' && !quiet ? showProgress(app, terminal) : () => undefined;
  const cancel = () => void cancelJobs(app);
  signal.addEventListener('abort', cancel, { once: true });
  try {
    // A command is waited for, because only its own answer tells whether anything was changed.
    const answer = app.call(name, input);
    const reply = await (kind === 'command' ? answer : orInterrupted(answer, signal, title));
    if (!reply.ok) throw new Failed(reply.error);
    return reply.value as Output<N>;
  } finally {
    signal.removeEventListener('abort', cancel);
    stopProgress();
  }
}

async function hold({ app, signal, terminal }: Session, path: string): Promise<string> {
  const file = resolve(terminal.folder, path);
  const name = safeFileName(basename(file));
  if (name === null || !statSync(file, { throwIfNoEntry: false })?.isFile())
    throw new AppError('file-unknown', { name: basename(file) });
  const bytes = await open(file);
  const reply = await orInterrupted(
    app.receive(name, bytes.createReadStream()),
    signal,
    contract['import.commit'].title,
  ).finally(() => bytes.close());
  if (!reply.ok) throw new Failed(reply.error);
  return reply.value.file;
}

/** Starts the core on the workspaces in `home`, runs `work`, and closes the core whatever happens. */
export async function withSession<T>(
  terminal: Terminal,
  options: CommonOptions,
  home: string,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const app = createApp(appOptions(home));
  const interrupt = new AbortController();
  const stopListening = terminal.onInterrupt(() => interrupt.abort());
  const json = options.json === true;
  const quiet = json && options.progress !== true;
  const session: Session = {
    app,
    terminal,
    json,
    signal: interrupt.signal,
    ask: (name, input) => ask(session, quiet, name, input),
    hold: (path) => hold(session, path),
    forget: async (file) => void (await app.call('file.discard', { file })),
  };
  try {
    return await work(session);
  } finally {
    stopListening();
    await app.close();
  }
}

/**
 * Like withSession, with the workspace of the command line open.
 * @throws AppError workspace-none
 */
export async function inWorkspace<T>(
  terminal: Terminal,
  options: CommonOptions,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const place = findWorkspace(options, terminal);
  if (place === null) throw new AppError('workspace-none');
  return withSession(terminal, options, place.home, async (session) => {
    await session.ask('workspace.open', { id: place.id });
    return work(session);
  });
}

/** Like inWorkspace where there is a workspace; without one, on the home folder with none open. */
export async function inAnyWorkspace<T>(
  terminal: Terminal,
  options: CommonOptions,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  if (findWorkspace(options, terminal) !== null) return inWorkspace(terminal, options, work);
  return withSession(terminal, options, homeFolder(terminal.environment), work);
}
