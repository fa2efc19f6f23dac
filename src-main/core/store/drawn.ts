// Owns the tables that many statements begin with: drawn once for each change of the workspace, on the reading
// session alone. The rule: they are temporary, never in the file, and never older than the rows.
import appraisalTold from './drawn/appraisal-told.sql?raw';
import evidenceTold from './drawn/evidence-told.sql?raw';
import incidentTold from './drawn/incident-told.sql?raw';
import positiveReturnTold from './drawn/positive-return-told.sql?raw';
import positiveTold from './drawn/positive-told.sql?raw';
import trainingTold from './drawn/training-told.sql?raw';
import type { Session, SqlParams } from './session.ts';

/** The name by which a statement is known to read a table, and how it is drawn. Its parameters are its readers'. */
const drawings = [
  { name: 'incident_told', sql: incidentTold },
  { name: 'training_told', sql: trainingTold },
  { name: 'evidence_told', sql: evidenceTold },
  { name: 'positive_told', sql: positiveTold },
  { name: 'positive_return_told', sql: positiveReturnTold },
  { name: 'appraisal_told', sql: appraisalTold },
] as const;

interface Drawn {
  readonly changes: number;
  readonly ready: Promise<unknown>;
}

/** Draws what a statement reads, where the workspace has changed since it was drawn (`changes` tells). */
export function createDrawer(session: Session, changes: () => number) {
  const drawn = new Map<string, Drawn>();
  return async (statement: string, params: SqlParams): Promise<void> => {
    for (const { name, sql } of drawings) {
      if (!statement.includes(name)) continue;
      const now = changes();
      let found = drawn.get(name);
      if (found?.changes !== now) {
        found = { changes: now, ready: session.run(sql, params) };
        drawn.set(name, found);
        found.ready.catch(() => drawn.delete(name));
      }
      await found.ready;
    }
  };
}
