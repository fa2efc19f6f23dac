// Owns the way to the core: one typed call, over the desktop bridge where there is one, else over HTTP.
// The rule: a view gets a value or a CallError with a code, a sentence and a hint; never a bare failure.
import type { Input, Output, ProcedureName } from '../src-shared/contract.ts';
import type { ErrorCode, ShownError } from '../src-shared/errors.ts';
import type { Reply } from '../src-shared/reply.ts';

/** A file that the core now holds: its id (SHA-256), its name and its size in bytes. */
export interface ReceivedFile {
  readonly file: string;
  readonly name: string;
  readonly bytes: number;
}

/** What the desktop preload offers on `window.candour`; absent in the browser. */
interface DesktopBridge {
  call(procedure: string, input: unknown): Promise<Reply>;
  pick(): Promise<Reply<ReceivedFile>[]>;
  deliver(pack: string): Promise<Reply<{ readonly saved: boolean; readonly fileName: string }>>;
  /** Takes a file: `next` gives its next bytes, null at its end. */
  receive(name: string, next: () => Promise<Uint8Array | null>): Promise<Reply<ReceivedFile>>;
}

declare global {
  interface Window {
    readonly candour?: DesktopBridge;
  }
}

/** An error as the core shows it; `code` is 'unreachable' when no answer came at all. */
export class CallError extends Error {
  readonly code: ErrorCode | 'unreachable';
  readonly hint: string;

  constructor(shown: Pick<ShownError, 'message' | 'hint'> & { readonly code: ErrorCode | 'unreachable' }) {
    super(shown.message);
    this.name = 'CallError';
    this.code = shown.code;
    this.hint = shown.hint;
  }
}

const unreachable = (): CallError =>
  new CallError({
    code: 'unreachable',
    message: 'Candour did not answer.',
    hint: 'Check that it is still running, then try again. Nothing was lost.',
  });

const opened = <T>(reply: Reply): T => {
  if (reply.ok) return reply.value as T;
  throw new CallError(reply.error);
};

async function post(path: string, body: BodyInit, type: string): Promise<Reply> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': type },
      body,
      credentials: 'same-origin',
    });
    return (await response.json()) as Reply;
  } catch {
    throw unreachable();
  }
}

/** Asks the core for one procedure of the contract; throws CallError. */
export async function call<N extends ProcedureName>(name: N, input: Input<N>): Promise<Output<N>> {
  const bridge = window.candour;
  if (bridge) return opened<Output<N>>(await bridge.call(name, input));
  return opened<Output<N>>(await post(`/rpc/${name}`, JSON.stringify(input), 'application/json'));
}

const chunkBytes = 4 * 1024 * 1024;

function piecesOf(file: File): () => Promise<Uint8Array | null> {
  let at = 0;
  return async () => {
    if (at >= file.size) return null;
    const piece = file.slice(at, at + chunkBytes);
    at += chunkBytes;
    return new Uint8Array(await piece.arrayBuffer());
  };
}

/** Hands one chosen or dropped file to the core's inbox. */
export async function sendFile(file: File): Promise<ReceivedFile> {
  const bridge = window.candour;
  if (bridge) return opened<ReceivedFile>(await bridge.receive(file.name, piecesOf(file)));
  const path = `/inbox?name=${encodeURIComponent(file.name)}`;
  return opened<ReceivedFile>(await post(path, file, 'application/octet-stream'));
}

/** Lets a person save a pack: the desktop asks where, the browser downloads. */
export async function deliverPack(pack: string, fileName: string): Promise<void> {
  const bridge = window.candour;
  if (bridge) {
    opened(await bridge.deliver(pack));
    return;
  }
  const link = document.createElement('a');
  link.href = `/packs/${encodeURIComponent(pack)}`;
  link.download = fileName;
  link.click();
}

/** Whether the desktop's own open dialog is there, and its answer: one file, or error, a choice. */
export const desktopPick = (): (() => Promise<Reply<ReceivedFile>[]>) | null =>
  window.candour ? () => window.candour?.pick() ?? Promise.resolve([]) : null;
