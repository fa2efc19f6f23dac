// Owns the channels between the desktop window and the core, and what the window is given.
// Imports nothing, because the sandboxed preload carries it whole.
import type { Reply } from '#shared/reply.ts';

export const channels = {
  call: 'candour:call',
  pick: 'candour:pick',
  deliver: 'candour:deliver',
  receive: 'candour:receive',
} as const;

/** A file that the core now holds, by the SHA-256 of its bytes. */
export interface HeldFile {
  readonly file: string;
  readonly name: string;
  readonly bytes: number;
}

/** One step of handing a dropped file over: begun, its bytes piece by piece, ended (or dropped). */
export type ReceiveStep =
  | { readonly step: 'begin'; readonly name: string }
  | { readonly step: 'bytes'; readonly ticket: string; readonly bytes: Uint8Array }
  | { readonly step: 'end' | 'drop'; readonly ticket: string };

/** `window.candour` in the desktop window; absent in the browser. */
export interface CandourBridge {
  /** Asks the core; the answer is always a reply. */
  call(procedure: string, input: unknown): Promise<Reply>;
  /** Shows the open dialog; one reply a chosen file, none when the person changed their mind. */
  pick(): Promise<Reply<HeldFile>[]>;
  /** Shows the save dialog for a finished pack and writes it there. */
  deliver(pack: string): Promise<Reply<{ saved: boolean; fileName: string }>>;
  /** Takes a dropped file: `next` gives its next bytes, null at its end. */
  receive(name: string, next: () => Promise<Uint8Array | null>): Promise<Reply<HeldFile>>;
}
