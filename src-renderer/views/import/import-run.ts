// Owns the importing of files from the list: one, or all that are ready, one after another.
// The rule: what goes wrong with one file stays with that file; a cancel stops the rest, which stay ready.
import type { Receipt } from '../../../src-shared/schemas/import.ts';
import { refresh, runAs, wordsOf } from '../../ask.ts';
import { call } from '../../client.ts';
import { cancelRunning, lookAnew, lookAtWaiting } from './lane.ts';
import {
  changeFile,
  changeQueue,
  fileNow,
  type QueuedFile,
  type QueueProblem,
  queueNow,
  requestOf,
} from './queue.ts';
import { standingOf } from './standing.ts';

/** Whether the file would go to the wave that was just imported. */
const sameWave = ({ preview, decisions }: QueuedFile, { instrument, wave }: Receipt): boolean =>
  preview !== null &&
  instrument !== null &&
  (decisions.instrument ?? preview.instrument) === instrument &&
  (decisions.wave ?? preview.wave) === wave;

async function importOne(id: number): Promise<Receipt | null> {
  const file = fileNow(id);
  const request = file ? requestOf(file) : null;
  if (!file || !request) return null;
  changeFile(id, { state: 'importing', problem: null });
  try {
    const receipt = await call('import.commit', { ...request, ...file.consent });
    changeFile(id, { receipt, state: 'imported', source: null });
    void refresh('import.commit');
    lookAnew((other) => sameWave(other, receipt));
    return receipt;
  } catch (error) {
    const problem: QueueProblem = wordsOf(error);
    changeFile(id, { problem, importFailed: true, state: 'held' });
    // Another file of the list brought the same rows: a new look names it, and asks.
    if (problem.code === 'rows-already-imported') lookAnew((other) => other.id === id);
    return null;
  }
}

/** Imports one file; what comes of it is kept with the file, whatever screen is looked at. */
export function importFile(id: number, onDone: (receipt: Receipt) => void): void {
  void runAs('import.commit', async () => {
    const receipt = await importOne(id);
    if (receipt) onDone(receipt);
    else void lookAtWaiting();
  });
}

/** Imports every file that is ready, one after another; cancelling one stops the rest, which stay ready. */
export function importReady(onDone: (receipt: Receipt) => void): void {
  const ids = queueNow()
    .files.filter((file) => standingOf(file).standing === 'ready')
    .map(({ id }) => id);
  if (ids.length === 0 || queueNow().run === 'running') return;
  changeQueue({ run: 'running', runOf: ids.length, runDone: 0 });
  void runAs('import.commit', async () => {
    for (const [index, id] of ids.entries()) {
      if (queueNow().run !== 'running') break;
      const file = fileNow(id);
      const receipt = file && standingOf(file).standing === 'ready' ? await importOne(id) : null;
      if (receipt) onDone(receipt);
      changeQueue({ runDone: index + 1 });
      if (fileNow(id)?.problem?.code === 'job-cancelled') changeQueue({ run: 'stopped' });
    }
    if (queueNow().run === 'running') changeQueue({ run: 'ended' });
    void lookAtWaiting();
  });
}

/** Stops the run: the file under way is cancelled, whole, and the rest stay ready. */
export function stopRun(): void {
  changeQueue({ run: 'stopped' });
  cancelRunning('import.commit').catch(() => undefined);
}
