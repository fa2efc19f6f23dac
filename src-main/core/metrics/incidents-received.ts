// Owns the reading of the cases received, which several figures are worked out from: one statement for each way
// of cutting them answers for every grain, all dates included.
import { addedUp } from './by-month.ts';
import { incidentParams } from './incident-case.ts';
import cutSql from './incident-cut.sql?raw';
import sql from './incidents.sql?raw';
import type { CountRow, Question, Reader } from './metric.ts';

/** Cases by period and group. A case without a place in any period is among all dates alone. */
export async function incidentsReceived(session: Reader, question: Question): Promise<CountRow[]> {
  const { grain, from, to } = question;
  const params = incidentParams(question);
  // Some dates only may begin and end within a month: they are read by themselves.
  if (from !== null || to !== null) return placed(await session.all<CountRow>(cutSql + sql, params));
  const months = await session.all<CountRow>(cutSql + sql, { ...params, grain: 'month' });
  if (grain === 'all') return addedUp(months, grain);
  return grain === 'month' ? placed(months) : addedUp(placed(months), grain);
}

const placed = (rows: readonly CountRow[]): CountRow[] => rows.filter(({ period }) => period !== null);
