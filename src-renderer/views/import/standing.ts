// Owns where a file of the queue stands, in one word for the program and one sentence for the analyst.
// The rule: the table, the panel, the summary and "Import all" go by the same answer.
import type { EarlierImport, Preview } from '../../../src-shared/schemas/import.ts';
import { countText, numberText } from '../../wording.ts';
import { type QueuedFile, queueNow, wantsLook } from './queue.ts';

export type Standing =
  | 'waiting'
  | 'sending'
  | 'reading'
  | 'ready'
  | 'decide'
  | 'known'
  | 'refused'
  | 'importing'
  | 'imported';

export interface Stands {
  readonly standing: Standing;
  /** What is to be decided or why it was refused; '' where the standing says it all. */
  readonly why: string;
}

/** The standings by name, as the table shows them. */
export const standingWords: Record<Standing, string> = {
  waiting: 'Waiting',
  sending: 'Handing over',
  reading: 'Reading',
  ready: 'Ready',
  decide: 'Needs a decision',
  known: 'Here already',
  refused: 'Refused',
  importing: 'Importing',
  imported: 'Imported',
};

/** Errors that a decision of the analyst can settle. */
const decidable = new Set([
  'kind-unknown',
  'kind-not-known',
  'columns-missing',
  'survey-needs-wave',
  'sheet-not-found',
  'sheet-needed',
  'sheet-needed',
  'dates-ambiguous',
  'all-rejected',
  'mapping-invalid',
  'no-rows',
  'job-cancelled',
  'rows-already-imported',
]);

export const isAmbiguous = (preview: Preview): boolean =>
  preview.notes.some(({ code }) => code === 'dates-ambiguous' || code === 'sheet-needed');

/** The earlier import that holds most rows of this file, or the same wave, and must be added to or replaced. */
export const clashOf = ({ earlier }: Preview): EarlierImport | undefined =>
  earlier
    .filter(({ relation }) => relation === 'same-keys' || relation === 'same-wave')
    .sort((a, b) => b.sharedRows - a.sharedRows)[0];

/** What is good to know of a file that could be imported as it is. */
const readyNote = ({ unknownValues, savedMapping, read, rejected }: Preview): string =>
  [
    rejected * 2 >= read ? `${numberText(rejected)} of ${countText(read, 'row')} would be left out.` : '',
    savedMapping && savedMapping.drift.length > 0
      ? `${countText(savedMapping.drift.length, 'column')} not as last time.`
      : '',
    unknownValues.length > 0 ? `${countText(unknownValues.length, 'word')} on no list.` : '',
  ]
    .filter(Boolean)
    .join(' ');

const isAgreed = ({ consent }: QueuedFile): boolean =>
  consent.again === true || consent.replace !== undefined;

/** Whether the file is of a survey that nobody has named yet. */
export const wantsSurveyName = ({ preview, decisions, receipt, problem }: QueuedFile): boolean =>
  preview !== null &&
  receipt === null &&
  problem === null &&
  preview.instrument !== null &&
  !decisions.instrument &&
  preview.savedMapping === null;

/** What still has to be said before this file can be imported; null when nothing. */
export function stillMissing(file: QueuedFile, preview: Preview): string | null {
  const { missing, instrument, wave, accepted } = preview;
  if (preview.notes.some(({ code }) => code === 'sheet-needed') && !file.decisions.sheet) {
    return 'Say which sheet to read: several hold data.';
  }
  if (missing.length > 0) return `Match these first: ${missing.join(', ')}.`;
  if (wantsSurveyName({ ...file, problem: null })) {
    return 'Say which survey this is. All its waves need the same name.';
  }
  if (instrument !== null && !(file.decisions.wave ?? wave)) {
    return 'Say when the wave of this survey closed.';
  }
  if (isAmbiguous(preview)) return 'Say whether the dates are day first or month first.';
  if (accepted === 0) return 'No row of this file can be accepted as it is mapped now.';
  const clash = clashOf(preview);
  if (clash && !isAgreed(file)) {
    return clash.relation === 'same-wave'
      ? `The same wave came before with ${clash.file}: say whether this replaces it or is added.`
      : `${countText(clash.sharedRows, 'row')} of it came before with ${clash.file}: say whether this replaces it or is added.`;
  }
  return null;
}

function heldStands(file: QueuedFile): Stands {
  const { problem, preview } = file;
  if (wantsLook(file)) return { standing: queueNow().looking === file.id ? 'reading' : 'waiting', why: '' };
  if (problem?.code === 'already-imported') return { standing: 'known', why: problem.message };
  // An import that was cancelled left nothing behind: the file is as ready as before.
  if (problem && !(problem.code === 'job-cancelled' && file.importFailed)) {
    const open = problem.code !== undefined && decidable.has(problem.code);
    return { standing: open ? 'decide' : 'refused', why: problem.message };
  }
  if (!preview) return { standing: 'waiting', why: '' };
  const missing = stillMissing(file, preview);
  if (missing !== null) return { standing: 'decide', why: missing };
  if (preview.alreadyImported !== null && !isAgreed(file)) {
    return { standing: 'known', why: `The same bytes were imported before, as ${preview.alreadyImported}.` };
  }
  return { standing: 'ready', why: readyNote(preview) };
}

/** Where a file stands. */
export function standingOf(file: QueuedFile): Stands {
  if (file.state === 'held') return heldStands(file);
  if (file.state === 'refused') return { standing: 'refused', why: file.problem?.message ?? '' };
  return { standing: file.state, why: '' };
}

/** "12 files: 9 ready, 2 need a decision, 1 refused." */
export function queueSentence(files: readonly QueuedFile[]): string {
  const counts = new Map<Standing, number>();
  for (const file of files) {
    const { standing } = standingOf(file);
    counts.set(standing, (counts.get(standing) ?? 0) + 1);
  }
  const said: readonly (readonly [Standing, string, string])[] = [
    ['imported', 'imported', 'imported'],
    ['importing', 'being imported', 'being imported'],
    ['ready', 'ready', 'ready'],
    ['decide', 'needs a decision', 'need a decision'],
    ['known', 'here already', 'here already'],
    ['refused', 'refused', 'refused'],
    ['reading', 'being read', 'being read'],
    ['sending', 'being handed over', 'being handed over'],
    ['waiting', 'waiting', 'waiting'],
  ];
  const parts = said.flatMap(([standing, one, many]) => {
    const number = counts.get(standing) ?? 0;
    return number === 0 ? [] : [`${number} ${number === 1 ? one : many}`];
  });
  return `${countText(files.length, 'file')}: ${parts.join(', ')}.`;
}
