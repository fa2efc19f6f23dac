// Finds a second copy of a questionnaire to the right of the first, as a re-used sheet leaves behind.
// The rule: three questions must come again in the same order; one repeated heading is no copy.
import { normalise } from './cells.ts';
import type { ColumnHeading } from './heading.ts';

const fewestRepeats = 3;

/**
 * The columns with `duplicateOf` set over the whole copy: the first column of the same question and
 * item; for a column of the copy without one, the column at which the repeated questions begin.
 * Columns without any question directly before the copy belong to it.
 */
export function markLeftOverCopy(columns: readonly ColumnHeading[]): ColumnHeading[] {
  const firsts = new Map<string, number>();
  const repeats: { at: number; of: number }[] = [];
  for (const [at, column] of columns.entries()) {
    const key = normalise(column.question);
    if (column.role !== 'answer' || key === '' || sameQuestion(columns[at - 1], column)) continue;
    const of = firsts.get(key);
    if (of === undefined) firsts.set(key, at);
    else repeats.push({ at, of });
  }
  const [start] = repeats;
  const inOrder = repeats.every(({ of }, at) => at === 0 || of > (repeats[at - 1]?.of ?? 0));
  if (start === undefined || repeats.length < fewestRepeats || !inOrder) return [...columns];
  let from = start.at;
  while (columns[from - 1]?.role === 'answer' && columns[from - 1]?.question === '') from--;
  return columns.map((column, at) =>
    at < from || column.role !== 'answer'
      ? column
      : { ...column, duplicateOf: twin(columns, column, from) ?? start.of },
  );
}

const sameQuestion = (before: ColumnHeading | undefined, column: ColumnHeading): boolean =>
  before?.role === 'answer' && before.question === column.question;

function twin(columns: readonly ColumnHeading[], column: ColumnHeading, before: number): number | null {
  const found = columns
    .slice(0, before)
    .find(
      (other) =>
        other.role === 'answer' &&
        normalise(other.question) === normalise(column.question) &&
        normalise(other.item ?? '') === normalise(column.item ?? ''),
    );
  return found?.index ?? null;
}
