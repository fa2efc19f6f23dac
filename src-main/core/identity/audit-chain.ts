// Owns the chain of the audit log: how an entry follows the one before, and whether a file of them holds.
// The rule: an entry's hash is SHA-256 over its canonical JSON with the hash of the entry before.
import { hash } from 'node:crypto';
import { type AuditDetail, type AuditEntry, type AuditProblem, auditEntry } from '#shared/schemas/audit.ts';

/** The last entry that was written, as the database keeps it. */
export interface AuditHead {
  readonly seq: number;
  readonly hash: string;
  readonly line: string;
}

export const firstPrev = '0'.repeat(64);

/** JSON with the keys of every object in order, so that one content has one text. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const parts = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`);
  return `{${parts.join(',')}}`;
}

const hashOf = ({ hash: _, ...rest }: AuditEntry): string => hash('sha256', canonical(rest));

/** The entry that follows a head (null: the first one), and the head that it makes. */
export function nextEntry(
  head: AuditHead | null,
  told: { at: string; by: string; action: string; detail: AuditDetail },
): AuditHead {
  const open: AuditEntry = {
    seq: (head?.seq ?? 0) + 1,
    ...told,
    prev: head?.hash ?? firstPrev,
    hash: firstPrev,
  };
  const entry = { ...open, hash: hashOf(open) };
  return { seq: entry.seq, hash: entry.hash, line: canonical(auditEntry.parse(entry)) };
}

/** @returns the entry of a line, or null where the line is none */
export function entryOf(line: string): AuditEntry | null {
  try {
    const read = auditEntry.safeParse(JSON.parse(line));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

/** The lines of a file; an unfinished last one counts as a line. */
export const linesOf = (text: string): string[] => text.split('\n').filter((line) => line !== '');

function endProblem(lines: readonly string[], last: AuditEntry | null, head: AuditHead | null) {
  const line = lines.length;
  const said = head?.seq ?? 0;
  if (line < said)
    return {
      line: line + 1,
      fault: 'cut-off' as const,
      reading: `The database says that ${said} entries were written; the file ends after ${line}.`,
    };
  if (line > said)
    return {
      line: said + 1,
      fault: 'not-ours' as const,
      reading: `The database says that ${said} entries were written; what follows was not written by Candour.`,
    };
  if (head !== null && last !== null && last.hash !== head.hash)
    return {
      line,
      fault: 'not-ours' as const,
      reading: 'The last entry is not the one that the database says was written last.',
    };
  return null;
}

/** Everything that does not hold in a file of entries, by line. */
export function chainProblems(text: string, head: AuditHead | null): AuditProblem[] {
  const lines = linesOf(text);
  const problems: AuditProblem[] = [];
  let before: AuditEntry | null = null;
  let broken = false;
  for (const [index, own] of lines.entries()) {
    const line = index + 1;
    const entry = entryOf(own);
    if (entry === null) {
      problems.push({ line, fault: 'unreadable', reading: `Line ${line} is no entry of the log.` });
      broken = true;
      continue;
    }
    // The words as they stand are what was hashed: an added blank is a change, too.
    if (hashOf(entry) !== entry.hash || canonical(entry) !== own)
      problems.push({ line, fault: 'changed', reading: `Line ${line} was changed after it was written.` });
    const follows = before === null ? firstPrev : before.hash;
    if (!broken && (entry.prev !== follows || entry.seq !== (before?.seq ?? 0) + 1))
      problems.push({
        line,
        fault: 'moved-or-missing',
        reading: `Line ${line} does not follow the line before it: lines were taken out, put in or moved.`,
      });
    broken = false;
    before = entry;
  }
  const end = endProblem(lines, before, head);
  return end ? [...problems, end] : problems;
}
