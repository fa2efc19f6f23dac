// Owns every problem a cell can have: what it is called, and how it is mended.
// The rule: screen, command line, JSON and rejects file take the words from here.
import type { Problem, ShownProblem } from './schemas/import.ts';

interface ProblemEntry {
  readonly title: string;
  /** One or two sentences that say what to do. */
  readonly mend: string;
}

const entry = (title: string, mend: string): ProblemEntry => ({ title, mend });

export const problemCatalogue = {
  'required-missing': entry(
    'A needed cell is empty',
    'Fill the cell. If the source does not have it, leave the row out.',
  ),
  'date-unreadable': entry(
    'Not a date that exists',
    'Write the day as day/month/year, for example 31/03/2025, and check that the month has that day.',
  ),
  'date-not-exact': entry(
    'Only a month or a year',
    'Write the whole day, if it is known. Without it the date is left empty.',
  ),
  'date-not-stated': entry(
    'The date is not known',
    'Write the date, if it is known. If it is not, nothing needs doing: the row is kept without it.',
  ),
  'date-order': entry(
    'Dates in the wrong order',
    'Look up both dates in the source. The later one must not lie before the earlier one.',
  ),
  'period-unreadable': entry(
    'Not a period',
    'Write a financial year (2024/25), a quarter of one (Q1 2024/25), a year (2025), a month or a date.',
  ),
  'number-unreadable': entry(
    'Not a number',
    'Write digits alone: no words, no unit. Leave the cell empty where there is no number.',
  ),
  'number-out-of-range': entry(
    'A number outside its range',
    'Check the number against the source, and its unit too: FTE is counted in whole posts, 0.6 and not 60.',
  ),
  'number-withheld': entry(
    'The number is withheld or not available',
    'Ask the source for the number. If it may not be given, nothing needs doing: it is not counted as nought.',
  ),
  'value-not-known': entry(
    'A value that is in no list',
    'Use a value of the list, or say in the mapping which one it stands for. Until then it is kept as it is.',
  ),
  'held-back': entry(
    'A value that may name somebody',
    'Use a value of the list. Until then “Other” stands in its place, because the text may name a person.',
  ),
  'theme-too-long': entry(
    'A theme that reads like a comment',
    'Write the theme in a few words, and put what was said into the column of excerpts.',
  ),
  'safeguarding-unclear': entry(
    'Safeguarding is marked against the route taken',
    'Check the case. If it is a matter of safeguarding or the police, mark it Yes; until then it counts in figures.',
  ),
  'cell-error': entry(
    'A spreadsheet error in place of a value',
    'Mend the formula in the spreadsheet, or write the value, and save the file again.',
  ),
  'not-a-response': entry(
    'Not a response',
    'Nothing needs doing if it is a total or a note. If somebody did answer, fill in the time of answering.',
  ),
  'example-row': entry(
    'The example of the template',
    'Delete the example row from the file, undo this import, and import the file again.',
  ),
} as const satisfies Record<string, ProblemEntry>;

export type ProblemCode = keyof typeof problemCatalogue;

const isKnown = (code: string): code is ProblemCode => Object.hasOwn(problemCatalogue, code);

/** How a problem of this code is mended. */
export const mendOf = (code: string): string =>
  isKnown(code) ? problemCatalogue[code].mend : 'Check the cell against the source, and put it right there.';

/** What problems of this code are called together. */
export const problemTitle = (code: string): string =>
  isKnown(code) ? problemCatalogue[code].title : code.replaceAll('-', ' ');

/** A problem as it is shown: with how to mend it. */
export const withMend = (problem: Problem): ShownProblem => ({ ...problem, mend: mendOf(problem.code) });
