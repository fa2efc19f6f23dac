// Owns the notice that a file still holds the example row of the template it was filled in on.
// The rule: the row is imported like any other, and a problem says that it should be deleted.
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Heading } from '#core/readers/head.ts';
import type { Problem } from '#shared/schemas/import.ts';
import { plainWords } from '#shared/vocabulary/vocabulary.ts';
import { readDate } from './dates.ts';
import type { Importer } from './importer.ts';
import { headingWords } from './match-columns.ts';
import { stagingNames } from './stage-result.ts';
import { problemRecord, type Tally } from './tally.ts';

interface Example {
  readonly value: string;
  readonly day: boolean;
}

/** The template's example by its headings. */
function exampleOf({ fields, questions = [] }: Importer): ReadonlyMap<string, Example> {
  const examples = new Map<string, Example>();
  for (const { label, example, type } of fields) {
    if (example !== undefined)
      examples.set(headingWords(label), { value: example, day: type.kind === 'date' });
  }
  for (const { wording, example, answers } of questions)
    examples.set(headingWords(wording), { value: example, day: answers === 'day' });
  return examples;
}

function isSame(cell: string, { value, day }: Example): boolean {
  if (!day) return plainWords(cell) === plainWords(value);
  // Saved as CSV, a day is written as its computer writes days.
  const given = [readDate(cell, 'dmy'), readDate(cell, 'mdy')];
  return given.some((date) => date.kind === 'date' && date.iso === value);
}

/** Fewer columns than this may be alike by chance. */
const leastAlike = 3;

function isExample(importer: Importer, { columns }: Heading, cells: readonly string[]): boolean {
  const examples = exampleOf(importer);
  const known = columns.flatMap(({ header, index }) => {
    const example = examples.get(headingWords(header));
    return example ? [isSame(cells[index] ?? '', example)] : [];
  });
  return known.length >= Math.min(leastAlike, examples.size) && known.length > 0 && known.every(Boolean);
}

/**
 * Adds the problem `example-row` to what a finished pass has found, where the first row below the headings
 * is the template's example. `head` are the first records of the file, `folder` the staging folder.
 */
export function noteExample(
  tally: Tally,
  importer: Importer,
  heading: Heading,
  head: readonly (readonly string[])[],
  folder: string | null,
): Tally {
  const row = heading.headerRow + heading.headerRows;
  const cells = head[row - 1];
  if (!cells || !isExample(importer, heading, cells)) return tally;
  const problem: Problem = {
    row,
    column: heading.columns[0]?.header ?? '',
    code: 'example-row',
    value: '',
    reason: 'this row equals the example of the template and should be deleted',
    rejects: false,
  };
  tally.counts.problems++;
  tally.problems.unshift(problem);
  if (folder !== null) appendFileSync(join(folder, stagingNames.problems), `${problemRecord(problem)}\n`);
  return tally;
}
