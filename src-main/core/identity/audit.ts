// Owns the audit log of a workspace: `audit.jsonl` beside the database, one chained entry a line.
// The rule: the database is told of an entry before the file gets it, so that a cut file is found out. Only
// the process that has the workspace open writes; what is told never names a person whom data are about.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Session } from '#core/store/session.ts';
import type { AuditDetail, AuditEntry, AuditList, AuditVerdict } from '#shared/schemas/audit.ts';
import { type AuditHead, chainProblems, entryOf, linesOf, nextEntry } from './audit-chain.ts';
import { appendText } from './replace-file.ts';

export interface Audit {
  /** Writes one entry and waits until it is on the disk. */
  add(by: string, action: string, detail?: AuditDetail): Promise<void>;
  /** A page of entries, newest first; lines that are none are left out, `verify` tells of them. */
  list(page?: number): Promise<AuditList>;
  verify(): Promise<AuditVerdict>;
}

const headKey = 'audit.head';
const pageSize = 100;

async function readHead(session: Pick<Session, 'all'>): Promise<AuditHead | null> {
  const [row] = await session.all<{ value: string }>('select value from setting where key = $key', {
    key: headKey,
  });
  return row ? (JSON.parse(row.value) as AuditHead) : null;
}

/** What is missing at the end of the file where the process ended between the database and the file. */
function unwritten(text: string, head: AuditHead | null): string | null {
  if (head === null) return null;
  const end = text.lastIndexOf('\n') + 1;
  const begun = text.slice(end);
  const last = entryOf(linesOf(text.slice(0, end)).at(-1) ?? '');
  if ((last?.seq ?? 0) !== head.seq - 1 || !head.line.startsWith(begun)) return null;
  return `${head.line.slice(begun.length)}\n`;
}

async function verdictOf(text: string, head: AuditHead | null): Promise<AuditVerdict> {
  const problems = chainProblems(text, head);
  const entries = linesOf(text).length;
  const count = `${entries} ${entries === 1 ? 'entry' : 'entries'}`;
  const reading =
    problems.length > 0
      ? `The audit log does not hold: ${problems[0]?.reading}`
      : entries === 0
        ? 'The audit log is empty.'
        : `The audit log holds: ${count}, none changed, taken out, moved or cut off.`;
  return { holds: problems.length === 0, entries, reading, problems: problems.slice(0, 100) };
}

/** What follows waits for an end, and does not hold on to what came of it. */
const nothing = (): void => {};

/** Opens the audit log of a workspace whose database is open, which no other process can have. */
export async function openAudit(folder: string, session: Session): Promise<Audit> {
  const path = join(folder, 'audit.jsonl');
  const read = () =>
    readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
      if (cause.code === 'ENOENT') return '';
      throw cause;
    });
  const rest = unwritten(await read(), await readHead(session));
  if (rest !== null) await appendText(path, rest);

  let tail: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = tail.then(work);
    tail = turn.then(nothing, nothing);
    return turn;
  };
  return {
    add: (by, action, detail = {}) =>
      inTurn(async () => {
        const at = new Date().toISOString();
        const head = nextEntry(await readHead(session), { at, by, action, detail });
        await session.run('insert or replace into setting values ($key, $value, $by, $at::timestamp)', {
          key: headKey,
          value: JSON.stringify(head),
          by,
          at,
        });
        await appendText(path, `${head.line}\n`);
      }),
    list: (page = 1) =>
      inTurn(async () => {
        const lines = linesOf(await read()).reverse();
        const entries = lines
          .slice((page - 1) * pageSize, page * pageSize)
          .map(entryOf)
          .filter((entry): entry is AuditEntry => entry !== null);
        const pages = Math.max(1, Math.ceil(lines.length / pageSize));
        return { entries, total: lines.length, page, pages };
      }),
    verify: () => inTurn(async () => verdictOf(await read(), await readHead(session))),
  };
}
