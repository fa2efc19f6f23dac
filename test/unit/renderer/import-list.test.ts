// The words of the import list: where a file stands, what is ready, what the summary says.
import { afterEach, describe, expect, it } from 'vitest';
import type { Preview, Receipt } from '#shared/schemas/import.ts';
import { matchingName } from '../../../src-renderer/views/import/keep-matching.tsx';
import {
  changeQueue,
  joining,
  type QueuedFile,
  requestOf,
} from '../../../src-renderer/views/import/queue.ts';
import { arrivalSentence } from '../../../src-renderer/views/import/run-summary.tsx';
import { queueSentence, standingOf } from '../../../src-renderer/views/import/standing.ts';

const sha = 'a'.repeat(64);

const preview = (change: Partial<Preview> = {}): Preview => ({
  file: sha,
  name: 'log.csv',
  kind: 'incident',
  dialect: 'plain',
  format: 'csv',
  encoding: 'utf-8',
  sheet: null,
  sheets: [],
  headerRows: 1,
  columns: [],
  sample: [],
  read: 10,
  accepted: 9,
  rejected: 1,
  problems: [],
  problemCount: 0,
  problemGroups: [],
  notes: [],
  missing: [],
  instrument: null,
  wave: null,
  alreadyImported: null,
  savedMapping: null,
  mapping: {},
  covers: null,
  earlier: [],
  unknownValues: [],
  ...change,
});

/** A file that the core holds and that was looked at as it is decided. */
function looked(change: Partial<QueuedFile>, seen: Partial<Preview> = {}): QueuedFile {
  const held: QueuedFile = {
    ...joining('log.csv'),
    state: 'held',
    held: { file: sha, name: 'log.csv', bytes: 10 },
    preview: preview(seen),
    ...change,
  };
  return { ...held, looked: JSON.stringify(requestOf(held)) };
}

const problem = (code: string) => ({ code, message: `It is ${code}.`, hint: 'Do this.' });
const earlier = (relation: 'same-keys' | 'same-wave' | 'overlapping', sharedRows: number, file: string) => ({
  importId: file,
  file,
  importedAt: '2026-01-01T00:00:00Z',
  relation,
  sharedRows,
});

afterEach(() => changeQueue({ looking: null }));

describe('where a file stands', () => {
  it('is ready when nothing is left to say', () => {
    expect(standingOf(looked({})).standing).toBe('ready');
  });

  it('says beside it what is good to know', () => {
    expect(standingOf(looked({})).why).toBe('');
    expect(standingOf(looked({}, { accepted: 4, rejected: 6 })).why).toBe('6 of 10 rows would be left out.');
    const drift = [{ header: 'New', change: 'new' as const }];
    const savedMapping = { id: 'm', name: 'Log', savedAt: '2026-01-01T00:00:00Z', drift };
    expect(standingOf(looked({}, { savedMapping })).why).toBe('1 column not as last time.');
  });

  it('is waiting, then being read, until the last look is of what is decided', () => {
    const changed = { ...looked({}), decisions: { kind: 'event' } };
    expect(standingOf(changed).standing).toBe('waiting');
    changeQueue({ looking: changed.id });
    expect(standingOf(changed).standing).toBe('reading');
  });

  it.each([
    [{ missing: ['Case reference'] }, /^Match these first: Case reference/],
    [{ instrument: 'log', wave: '2026-01-31' }, /^Say which survey/],
    [{ notes: [{ code: 'dates-ambiguous', text: '' }] }, /^Say whether the dates/],
    [{ accepted: 0 }, /^No row/],
    [{ earlier: [earlier('same-keys', 3, 'old.csv')] }, /^3 rows of it came before with old.csv/],
    [{ earlier: [earlier('same-wave', 0, 'old.csv')] }, /^The same wave came before with old.csv/],
  ] satisfies [Partial<Preview>, RegExp][])('wants a decision: %o', (seen, why) => {
    const stands = standingOf(looked({}, seen));
    expect(stands.standing).toBe('decide');
    expect(stands.why).toMatch(why);
  });

  it('names the earlier import that shares most rows', () => {
    const both = [earlier('same-keys', 2, 'few.csv'), earlier('same-keys', 8, 'most.csv')];
    expect(standingOf(looked({}, { earlier: both })).why).toContain('most.csv');
  });

  it('is ready once the earlier import is replaced or added to; overlapping days alone ask nothing', () => {
    const seen = { earlier: [earlier('same-keys', 3, 'old.csv')] };
    expect(standingOf(looked({ consent: { replace: 'old.csv' } }, seen)).standing).toBe('ready');
    expect(standingOf(looked({ consent: { again: true } }, seen)).standing).toBe('ready');
    expect(standingOf(looked({}, { earlier: [earlier('overlapping', 0, 'old.csv')] })).standing).toBe(
      'ready',
    );
  });

  it('needs no survey name where a saved matching brings it', () => {
    const savedMapping = { id: 'm', name: 'Staff survey', savedAt: '2026-01-01T00:00:00Z', drift: [] };
    const seen = { instrument: 'Staff survey', wave: '2026-01-31', savedMapping };
    expect(standingOf(looked({}, seen)).standing).toBe('ready');
  });

  it('is here already for the same bytes', () => {
    expect(standingOf(looked({}, { alreadyImported: 'i1' })).standing).toBe('known');
    expect(standingOf(looked({ problem: problem('already-imported') })).standing).toBe('known');
  });

  it('tells what a decision can settle from what it cannot', () => {
    expect(standingOf(looked({ problem: problem('kind-unknown') })).standing).toBe('decide');
    expect(standingOf(looked({ problem: problem('file-damaged') })).standing).toBe('refused');
  });

  it('is as ready as before after an import that was cancelled, but not after a look that was', () => {
    const cancelled = { problem: problem('job-cancelled') };
    expect(standingOf(looked({ ...cancelled, importFailed: true })).standing).toBe('ready');
    expect(standingOf(looked(cancelled)).standing).toBe('decide');
  });
});

describe('the sentence over the list and the summary', () => {
  const arrived = (accepted: number, rejected: number): QueuedFile => ({
    ...looked({ state: 'imported' }),
    receipt: { accepted, rejected } as Receipt,
  });

  it('counts every file once', () => {
    const files = [looked({}), looked({}), looked({ problem: problem('file-damaged') }), arrived(1, 0)];
    expect(queueSentence(files)).toBe('4 files: 1 imported, 2 ready, 1 refused.');
  });

  it('adds up what arrived and what was left out', () => {
    expect(arrivalSentence([arrived(1200, 3), arrived(4, 0), looked({})])).toBe(
      '2 of 3 files arrived: 1,204 rows imported, 3 rows left out.',
    );
    expect(arrivalSentence([arrived(1, 0), arrived(1, 0)])).toBe(
      'All 2 files arrived: 2 rows imported, none left out.',
    );
    expect(arrivalSentence([looked({})])).toBe('None of 1 file arrived.');
  });
});

describe('the name of a kept matching', () => {
  it('fits the next quarter too', () => {
    expect(matchingName('absence_2025-Q1.csv')).toBe('absence');
    expect(matchingName('staff-survey-2024-02.xlsx')).toBe('staff survey');
    expect(matchingName('2024.csv')).toBe('This export');
  });
});
