// Owns the register of lessons and actions as packs tell of it.
// The rule: dates and states; the words were never stored, and what points at a case is kept back.
import type { Session } from '#core/store/session.ts';
import type { ActionEntry } from '#shared/schemas/action.ts';
import sql from './actions.sql?raw';
import { wordlessRef } from './wordless-ref.ts';

/** Actions agreed up to a day, the oldest first. */
export async function actionList(session: Pick<Session, 'all'>, to: string): Promise<ActionEntry[]> {
  const rows = await session.all<ActionEntry>(sql, { to });
  return rows.map((row) => ({ ...row, ref: wordlessRef(row.ref) }));
}
