// Owns the files waiting to be imported in this window, and what the analyst decided for each.
// The rule: outside React, so that a file dropped on any screen waits here, whatever screen is looked at.
import { useSyncExternalStore } from 'react';
import type {
  CommitRequest,
  ImportRequest,
  Mapping,
  Preview,
  Receipt,
  TextEncoding,
} from '../../../src-shared/schemas/import.ts';
import type { ReceivedFile } from '../../client.ts';

/** What the analyst has decided for one file. */
export interface Decisions {
  readonly kind?: string;
  readonly sheet?: string;
  readonly headerRows?: number;
  readonly encoding?: TextEncoding;
  readonly instrument?: string;
  readonly wave?: string;
  readonly mapping?: Mapping;
}

/** What an import adds to the request: add to or replace what is there, keep the matching under a name. */
export type Consent = Omit<CommitRequest, keyof ImportRequest>;

/** What went wrong, with the core's code where the core said it. */
export interface QueueProblem {
  readonly code?: string;
  readonly message: string;
  readonly hint: string;
}

export interface QueuedFile {
  readonly id: number;
  readonly name: string;
  /** The folder below the dropped one, '' for the top. */
  readonly folder: string;
  readonly state: 'waiting' | 'sending' | 'held' | 'importing' | 'refused' | 'imported';
  /** The bytes in this window, so that they can be handed over again; null where the desktop picked them. */
  readonly source: File | null;
  readonly held: ReceivedFile | null;
  /** The last good look at it, which the decisions rest on. */
  readonly preview: Preview | null;
  /** What was asked in the last look, good or not; null before the first. */
  readonly looked: string | null;
  /** Why it was refused, or why the last look or import came to nothing. */
  readonly problem: QueueProblem | null;
  /** Whether the problem is of the import and not of the look before it. */
  readonly importFailed: boolean;
  readonly decisions: Decisions;
  readonly consent: Consent;
  readonly receipt: Receipt | null;
}

/** The list, and the run over it that is under way or was the last. */
export interface Queue {
  readonly files: readonly QueuedFile[];
  /** The file that the core looks at now. */
  readonly looking: number | null;
  /** Whether "Import all that are ready" runs, has ended, or was stopped; null before the first. */
  readonly run: 'running' | 'ended' | 'stopped' | null;
  /** How many files the run set out to import, and how many of them are over. */
  readonly runOf: number;
  readonly runDone: number;
  /** What was left aside when files were gathered, in words. */
  readonly aside: string | null;
}

let queue: Queue = { files: [], looking: null, run: null, runOf: 0, runDone: 0, aside: null };
let count = 0;
const listeners = new Set<() => void>();

/** Changes the queue and tells who looks at it. */
export function changeQueue(change: Partial<Queue>): void {
  queue = { ...queue, ...change };
  for (const listener of listeners) listener();
}

const listen = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const queueNow = (): Queue => queue;
export const fileNow = (id: number): QueuedFile | undefined => queue.files.find((file) => file.id === id);
export const useQueue = (): Queue => useSyncExternalStore(listen, queueNow);

/** Changes one file of the queue. */
export function changeFile(id: number, change: Partial<QueuedFile>): void {
  changeQueue({ files: queue.files.map((file) => (file.id === id ? { ...file, ...change } : file)) });
}

/** A file as it joins the list. */
export const joining = (name: string, source: File | null = null, folder = ''): QueuedFile => ({
  id: ++count,
  name,
  folder,
  state: 'waiting',
  source,
  held: null,
  preview: null,
  looked: null,
  problem: null,
  importFailed: false,
  decisions: {},
  consent: {},
  receipt: null,
});

/** How the file's columns and words are read now: as the analyst said, else as a saved matching says. */
export const mappingOf = (file: QueuedFile): Mapping => file.decisions.mapping ?? file.preview?.mapping ?? {};

/** What would be asked of the core for this file as it is decided now; null before the core holds it. */
export const requestOf = (file: QueuedFile): ImportRequest | null =>
  file.held ? { file: file.held.file, ...file.decisions } : null;

/** Whether the last look at the file is not of what is decided now. */
export const wantsLook = (file: QueuedFile): boolean =>
  file.state === 'held' && file.looked !== JSON.stringify(requestOf(file));
