// Owns the count of a pass: rows read, accepted, rejected, and every problem with its row and column.
import { join } from 'node:path';
import type { Problem } from '#shared/schemas/import.ts';
import { stagingNames } from './stage-result.ts';
import { openStagingFile, staged } from './staging-file.ts';

const shownProblems = 200;

export interface Tally {
  readonly counts: { read: number; accepted: number; rejected: number; problems: number };
  readonly problems: Problem[];
  note(problem: Problem): void;
  reject(row: number, cells: Readonly<Record<string, string>>): void;
  close(): void;
}

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
  return {
    counts,
    problems,
    note: (problem) => {
      counts.problems++;
      if (problems.length < shownProblems) problems.push(problem);
      const { row, column, code, value, reason, rejects } = problem;
      // A text column must not read as "no value".
      const text = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
      problemFile.write(`${row},${text(column)},${staged(code)},${text(value)},${text(reason)},${rejects}`);
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
