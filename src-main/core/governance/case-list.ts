// Owns the list of single cases that an exempt pack may hold.
// The rule: roles and states alone; a reference that may hold a name is not told.
import type { Session } from '#core/store/session.ts';
import type { CaseEntry } from '#shared/schemas/case-list.ts';
import sql from './case-list.sql?raw';
import { wordlessRef } from './wordless-ref.ts';

/** Cases received or closed between two days, and those of earlier ones that are open; the oldest first. */
export async function caseList(
  session: Pick<Session, 'all'>,
  dates: { readonly from: string; readonly to: string },
): Promise<CaseEntry[]> {
  const rows = await session.all<CaseEntry>(sql, dates);
  return rows.map((row) => ({ ...row, ref: wordlessRef(row.ref) }));
}
