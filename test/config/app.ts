// A whole application for tests: the real core with its built worker thread, in a temporary home.
import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type App, createApp } from '#core/app.ts';
import type { Input, Output, ProcedureName } from '#shared/contract.ts';

const project = resolve(import.meta.dirname, '../..');

export interface TestApp {
  readonly app: App;
  readonly home: string;
  /** Calls and unwraps; an error reply is thrown as `code: message`. */
  call<N extends ProcedureName>(name: N, input: Input<N>): Promise<Output<N>>;
  /** Puts a file into the inbox and answers its id. */
  receive(path: string): Promise<string>;
  close(): Promise<void>;
}

export async function testApp(): Promise<TestApp> {
  const home = await mkdtemp(join(tmpdir(), 'candour-app-'));
  const faults: string[] = [];
  const app = createApp({
    home,
    resources: join(project, 'resources'),
    worker: pathToFileURL(join(project, 'out/main/worker.js')),
    user: 'tester',
    log: (line) => faults.push(line),
  });
  const unwrap = <T>(reply: { ok: boolean; value?: T; error?: { code: string; message: string } }): T => {
    if (!reply.ok) throw new Error(`${reply.error?.code}: ${reply.error?.message} ${faults.join('\n')}`);
    return reply.value as T;
  };
  return {
    app,
    home,
    call: async (name, input) => unwrap(await app.call(name, input)) as never,
    receive: async (path) => unwrap(await app.receive(basename(path), createReadStream(path))).file,
    close: async () => {
      await app.close();
      await rm(home, { recursive: true, force: true });
    },
  };
}
