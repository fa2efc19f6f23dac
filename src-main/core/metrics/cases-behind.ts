// Owns which rows of the case log a number rests on, for the metrics that count whole cases.
// The rule: it tells where the rows lie and never what they say.
import sql from './cases-behind.sql?raw';
import { incidentParams } from './incident-case.ts';
import cutSql from './incident-cut.sql?raw';
import type { Question, Reader } from './metric.ts';

type Part = 'anonymous' | 'skip-level' | 'substantiated' | 'sanction' | 'support';

/** How each of these metrics picks its cases: by the day received or closed, those open, those that tell a part. */
const counted: Readonly<Record<string, 'received' | 'closed' | 'open' | { readonly part: Part }>> = {
  incidents: 'received',
  'incident-share': 'received',
  'incident-rate': 'received',
  'incidents-closed': 'closed',
  'incidents-open': 'open',
  'anonymous-share': { part: 'anonymous' },
  'skip-level-share': { part: 'skip-level' },
  'substantiated-share': { part: 'substantiated' },
  'incident-sanctions': { part: 'sanction' },
  'incident-support': { part: 'support' },
};

export interface CaseRow {
  readonly importId: string;
  readonly file: string;
  readonly sha256: string;
  readonly row: number;
  readonly case: string;
}

/** The metrics whose rows can be told. */
export const toldByCases: readonly string[] = Object.keys(counted);

/**
 * The rows behind one number of a metric; null for a metric that does not count whole cases.
 * `values` are those of the question's cuts, in their order.
 */
export async function casesBehind(
  session: Reader,
  metric: string,
  question: Question,
  values: readonly (string | null)[],
): Promise<CaseRow[] | null> {
  const how = counted[metric];
  if (how === undefined) return null;
  const [value1 = null, value2 = null, value3 = null] = values;
  return session.all<CaseRow>(cutSql + sql, {
    ...incidentParams(question),
    counted: typeof how === 'string' ? how : 'part',
    part: typeof how === 'string' ? null : how.part,
    value1,
    value2,
    value3,
  });
}
