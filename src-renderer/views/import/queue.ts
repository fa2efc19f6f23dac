// Owns the files waiting to be imported in this window: sent, previewed, imported or refused.
// The rule: outside React, so that a file dropped on any screen waits here.
import { useSyncExternalStore } from 'react';
import type { Mapping, Receipt } from '../../../src-shared/schemas/import.ts';
import { wordsOf } from '../../ask.ts';
import { call, desktopPick, type ReceivedFile, sendFile } from '../../client.ts';

/** What the analyst has decided for one file. */
export interface Decisions {
  readonly kind?: string;
  readonly sheet?: string;
  readonly headerRows?: number;
  readonly instrument?: string;
  readonly wave?: string;
  readonly mapping?: Mapping;
}

/** What went wrong, with the core's code where the core said it. */
export interface QueueProblem {
  readonly code?: string;
  readonly message: string;
  readonly hint: string;
}

export interface QueuedFile {
  readonly id: number;
  readonly name: string;
  readonly state: 'sending' | 'ready' | 'importing' | 'refused' | 'imported';
  readonly held: ReceivedFile | null;
  /** Why it was refused, or why its last import came to nothing. */
  readonly problem: QueueProblem | null;
  readonly decisions: Decisions;
  readonly receipt: Receipt | null;
}

let files: readonly QueuedFile[] = [];
let count = 0;
const listeners = new Set<() => void>();

const set = (next: readonly QueuedFile[]): void => {
  files = next;
  for (const listener of listeners) listener();
};
const listen = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useQueue = (): readonly QueuedFile[] => useSyncExternalStore(listen, () => files);

/** Changes one file of the queue. */
export function changeFile(id: number, change: Partial<QueuedFile>): void {
  set(files.map((file) => (file.id === id ? { ...file, ...change } : file)));
}

/** Merges decisions into one file's; undefined takes a decision back. */
export function decide(
  id: number,
  change: { readonly [K in keyof Decisions]?: Decisions[K] | undefined },
): void {
  const file = files.find((own) => own.id === id);
  if (!file) return;
  const kept = Object.entries({ ...file.decisions, ...change }).filter(([, value]) => value !== undefined);
  changeFile(id, { decisions: Object.fromEntries(kept), problem: null });
}

const queued = (name: string): QueuedFile => ({
  id: ++count,
  name,
  state: 'sending',
  held: null,
  problem: null,
  decisions: {},
  receipt: null,
});

/** Sends chosen or dropped files to the core, one after another. */
export function addFiles(chosen: readonly File[]): void {
  const added = chosen.map((file) => ({ file, entry: queued(file.name) }));
  set([...files, ...added.map(({ entry }) => entry)]);
  void added.reduce(async (before, { file, entry }) => {
    await before;
    try {
      changeFile(entry.id, { held: await sendFile(file), state: 'ready' });
    } catch (error) {
      changeFile(entry.id, { problem: wordsOf(error), state: 'refused' });
    }
  }, Promise.resolve());
}

/** Asks for files by the desktop's own dialog; false where there is none and the page must ask. */
export function pickOnDesktop(): boolean {
  const pick = desktopPick();
  if (!pick) return false;
  void pick().then((replies) => {
    const entries = replies.map(
      (reply): QueuedFile =>
        reply.ok
          ? { ...queued(reply.value.name), held: reply.value, state: 'ready' }
          : { ...queued('A file'), problem: reply.error, state: 'refused' },
    );
    set([...files, ...entries]);
  });
  return true;
}

/** Takes a file out of the queue; the core forgets its bytes unless they were imported. */
export function dropFile(id: number): void {
  const file = files.find((own) => own.id === id);
  set(files.filter((own) => own.id !== id));
  if (file?.held && file.state !== 'imported') {
    call('file.discard', { file: file.held.file }).catch(() => undefined);
  }
}
