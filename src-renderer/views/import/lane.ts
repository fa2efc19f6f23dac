// Owns how files come to the list and are known: handed over, looked at, decided on, taken off, one at a time.
// The rule: what goes wrong with one file stays with that file, and the others go on.
import type { ImportRequest } from '../../../src-shared/schemas/import.ts';
import { wordsOf } from '../../ask.ts';
import { call, desktopPick, sendFile } from '../../client.ts';
import { countText } from '../../wording.ts';
import { type Gathering, mostFiles } from './gather.ts';
import {
  type Consent,
  changeFile,
  changeQueue,
  type Decisions,
  fileNow,
  joining,
  type QueuedFile,
  queueNow,
  requestOf,
  wantsLook,
} from './queue.ts';

let sending = false;
/** How many looks there were: a cancel must not hit the next one. */
let looks = 0;

const twinOf = (file: QueuedFile, sha256: string): QueuedFile | undefined =>
  queueNow().files.find(
    (other) => other.id !== file.id && other.state !== 'imported' && other.held?.file === sha256,
  );

async function send(file: QueuedFile & { readonly source: File }): Promise<void> {
  changeFile(file.id, { state: 'sending', problem: null });
  try {
    const held = await sendFile(file.source);
    const twin = twinOf(file, held.file);
    if (!fileNow(file.id)) await discard(held.file);
    else if (twin) changeFile(file.id, { state: 'refused', problem: sameAs(twin) });
    else changeFile(file.id, { held, state: 'held' });
  } catch (error) {
    changeFile(file.id, { problem: wordsOf(error), state: 'refused' });
  }
}

const sameAs = (twin: QueuedFile) => ({
  code: 'same-in-list',
  message: `It is the same file as ${twin.name}, which is in this list already.`,
  hint: 'Take one of the two off the list.',
});

async function sendWaiting(): Promise<void> {
  if (sending) return;
  sending = true;
  try {
    for (;;) {
      const next = queueNow().files.find(({ state, source }) => state === 'waiting' && source);
      if (!next?.source) return;
      await send({ ...next, source: next.source });
      void lookAtWaiting();
    }
  } finally {
    sending = false;
  }
}

async function look(file: QueuedFile, request: ImportRequest): Promise<void> {
  const looked = JSON.stringify(request);
  try {
    const preview = await call('import.preview', request);
    changeFile(file.id, { preview, looked, problem: null });
  } catch (error) {
    // A look that a newer decision has overtaken says nothing of the file.
    const now = fileNow(file.id);
    if (!now || JSON.stringify(requestOf(now)) !== looked) return;
    changeFile(file.id, { looked, problem: wordsOf(error), importFailed: false });
  }
}

export async function lookAtWaiting(): Promise<void> {
  if (queueNow().looking !== null) return;
  try {
    for (;;) {
      const next = queueNow().files.find(wantsLook);
      const request = next ? requestOf(next) : null;
      if (!next || !request) return;
      changeQueue({ looking: next.id });
      looks++;
      await look(next, request);
    }
  } finally {
    changeQueue({ looking: null });
  }
}

export async function cancelRunning(procedure: string): Promise<void> {
  const look = looks;
  const jobs = await call('job.list', {});
  const own = jobs.find((job) => job.procedure === procedure);
  if (own && (procedure !== 'import.preview' || look === looks)) await call('job.cancel', { id: own.id });
}

/** Stops what is being done with a file: the reading of it, or its import. */
export function stopFile(id: number): void {
  const procedure = fileNow(id)?.state === 'importing' ? 'import.commit' : 'import.preview';
  cancelRunning(procedure).catch(() => undefined);
}

/** Merges decisions into one file's; undefined takes a decision back. The file is looked at anew. */
export function decide(
  id: number,
  change: { readonly [K in keyof Decisions]?: Decisions[K] | undefined },
): void {
  const file = fileNow(id);
  if (!file || file.state === 'importing' || file.state === 'imported') return;
  const kept = Object.entries({ ...file.decisions, ...change }).filter(([, value]) => value !== undefined);
  changeFile(id, { decisions: Object.fromEntries(kept), problem: null });
  if (queueNow().looking === id) stopFile(id);
  void lookAtWaiting();
}

/** Has a file looked at again, or handed over again where that came to nothing. */
export function tryAgain(id: number): void {
  const file = fileNow(id);
  if (!file) return;
  if (file.held) changeFile(id, { state: 'held', looked: null, problem: null });
  else if (file.source) changeFile(id, { state: 'waiting', problem: null });
  void sendWaiting();
  void lookAtWaiting();
}

/** Puts files on the list and hands them to the core, one after another. */
export function addFiles({ files, passedOver, beyond }: Gathering): void {
  const aside = [
    passedOver > 0 ? `${countText(passedOver, 'hidden or temporary file')} passed over.` : '',
    beyond > 0 ? `${countText(beyond, 'file')} beyond the first ${mostFiles} not taken: drop them next.` : '',
  ].filter(Boolean);
  const added = files.map(({ file, folder }) => joining(file.name, file, folder));
  const over = queueNow().run === 'running' ? {} : { run: null };
  changeQueue({
    files: [...queueNow().files, ...added],
    aside: aside.length > 0 ? aside.join(' ') : null,
    ...over,
  });
  void sendWaiting();
}

/** Asks for files by the desktop's own dialog; false where there is none and the page must ask. */
export function pickOnDesktop(): boolean {
  const pick = desktopPick();
  if (!pick) return false;
  void pick().then((replies) => {
    for (const reply of replies) {
      const file = joining(reply.ok ? reply.value.name : 'A file');
      changeQueue({ files: [...queueNow().files, file] });
      if (!reply.ok) changeFile(file.id, { state: 'refused', problem: reply.error });
      else {
        const twin = twinOf(file, reply.value.file);
        if (twin) changeFile(file.id, { state: 'refused', problem: sameAs(twin) });
        else changeFile(file.id, { state: 'held', held: reply.value });
      }
    }
    void lookAtWaiting();
  });
  return true;
}

async function discard(file: string): Promise<void> {
  await call('file.discard', { file }).catch(() => undefined);
}

/** Takes files off the list; the core forgets their bytes unless they were imported. */
export function dropFiles(ids: readonly number[]): void {
  const { files } = queueNow();
  const going = files.filter(({ id, state }) => ids.includes(id) && state !== 'importing');
  for (const { id } of going) if (queueNow().looking === id) stopFile(id);
  changeQueue({ files: files.filter((file) => !going.includes(file)) });
  for (const { held, state } of going) if (held && state !== 'imported') void discard(held.file);
  if (queueNow().files.length === 0) changeQueue({ run: null, aside: null });
}

/** What is agreed to at the import, beside how the file is read; undefined takes an agreement back. */
export function agree(id: number, change: { readonly [K in keyof Consent]?: Consent[K] | undefined }): void {
  const file = fileNow(id);
  if (!file) return;
  const kept = Object.entries({ ...file.consent, ...change }).filter(([, value]) => value !== undefined);
  changeFile(id, { consent: Object.fromEntries(kept) });
}

/** Has files looked at anew for which something has changed outside them. */
export function lookAnew(changed: (file: QueuedFile) => boolean): void {
  for (const file of queueNow().files) {
    if (file.state === 'held' && changed(file)) changeFile(file.id, { looked: null, problem: null });
  }
  void lookAtWaiting();
}

let workspaceBefore: string | null = null;

/** Told of the workspace that is open: in another one other imports and other saved matchings stand. */
export function settleIn(workspace: string): void {
  if (workspaceBefore !== null && workspaceBefore !== workspace) lookAnew(() => true);
  workspaceBefore = workspace;
}

/** Told of the imports that stand: a file that was compared with one that has gone is looked at anew. */
export function settleBeside(imports: readonly string[]): void {
  if (queueNow().run === 'running') return;
  for (const { id, consent } of queueNow().files) {
    if (consent.replace !== undefined && !imports.includes(consent.replace)) {
      agree(id, { replace: undefined });
    }
  }
  lookAnew(({ preview }) => preview?.earlier.some(({ importId }) => !imports.includes(importId)) ?? false);
}
