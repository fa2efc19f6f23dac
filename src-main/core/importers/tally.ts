// Owns the count of a pass: rows read, accepted, rejected, and every problem with its row and column.
import { join } from 'node:path';
import type { Problem, ProblemGroup } from '#shared/schemas/import.ts';
import { stagingNames } from './stage-result.ts';
import { openStagingFile, staged } from './staging-file.ts';

const shownProblems = 200;
/** So many of each sort are shown however late they come. */
const shownOfEach = 5;

export interface Tally {
  readonly counts: { read: number; accepted: number; rejected: number; problems: number };
  readonly problems: Problem[];
  /** How many problems of each sort there are, by column and code. */
  readonly groups: Map<string, ProblemGroup>;
  /** Rows by heading and value, of values that are in no vocabulary. */
  readonly unknown: Map<string, Map<string, number>>;
  /** First and last date of the accepted rows, as far as they are known; '' for none. */
  readonly covered: { from: string; to: string };
  /** Told of the kind's date in each accepted row. */
  cover(date: string): void;
  note(problem: Problem): void;
  reject(row: number, cells: Readonly<Record<string, string>>): void;
  close(): void;
}

/** Distinct values counted of one column. */
const countedValues = 500;

function countValue(unknown: Map<string, Map<string, number>>, { column, value }: Problem): void {
  const values = unknown.get(column) ?? new Map<string, number>();
  unknown.set(column, values);
  const rows = values.get(value);
  if (rows !== undefined || values.size < countedValues) values.set(value, (rows ?? 0) + 1);
}

/** Counts a problem among those of its sort. @returns how many of that sort there are now */
function countSort(groups: Map<string, ProblemGroup>, { column, code, rejects }: Problem): number {
  const key = `${code} ${column}`;
  const group = groups.get(key) ?? { column, code, count: 0, rejecting: 0 };
  groups.set(key, group);
  group.count++;
  if (rejects) group.rejecting++;
  return group.count;
}

/** A text column must not read as "no value". */
const text = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

/** A problem as a record of its staging file. */
export const problemRecord = ({ row, column, code, value, reason, rejects }: Problem): string =>
  `${row},${text(column)},${staged(code)},${text(value)},${text(reason)},${rejects}`;

/** Opens the tally of one pass; its lists go to files when `folder` is given. */
export function openTally(folder: string | null): Tally {
  const path = (name: string) => (folder === null ? null : join(folder, name));
  const problemFile = openStagingFile(path(stagingNames.problems), [
    'row_no',
    'column_name',
    'code',
    'value',
    'reason',
    'rejects',
  ]);
  const rejectFile = openStagingFile(path(stagingNames.rejects), ['row_no', 'cells']);
  const counts = { read: 0, accepted: 0, rejected: 0, problems: 0 };
  const problems: Problem[] = [];
  const groups = new Map<string, ProblemGroup>();
  const unknown = new Map<string, Map<string, number>>();
  const covered = { from: '', to: '' };
  return {
    counts,
    problems,
    groups,
    unknown,
    covered,
    cover: (date) => {
      if (date === '') return;
      if (covered.from === '' || date < covered.from) covered.from = date;
      if (date > covered.to) covered.to = date;
    },
    note: (problem) => {
      counts.problems++;
      if (problem.code === 'value-not-known') countValue(unknown, problem);
      const alike = countSort(groups, problem);
      if (problems.length < shownProblems || alike <= shownOfEach) problems.push(problem);
      problemFile.write(problemRecord(problem));
    },
    reject: (row, cells) => {
      counts.rejected++;
      rejectFile.write(`${row},${staged(JSON.stringify(cells))}`);
    },
    close: () => {
      problemFile.close();
      rejectFile.close();
    },
  };
}
