// Owns the figure "incidents": how many cases were received.
import { readByMonth } from './by-month.ts';
import { incidentCard, incidentMetric, incidentNotes, incidentParams } from './incident-case.ts';
import cutSql from './incident-cut.sql?raw';
import sql from './incidents.sql?raw';
import type { CountRow, Metric } from './metric.ts';

export const incidents: Metric = {
  ...incidentMetric,
  card: {
    ...incidentCard,
    id: 'incidents',
    title: 'Incidents received',
    definition:
      'Different cases received in the period, protocol incidents and code complaints together unless a scheme is chosen. A case with several allegations is counted once in each of its categories, so categories can add up to more than the cases.',
    unit: 'cases',
    clause: 'Section VII, incident reports',
    version: 1,
  },
  shape: 'count',
  format: { decimals: 0, unit: 'number' },
  read: async (session, question) => ({
    shape: 'count',
    rows: await readByMonth<CountRow>(session, question, cutSql + sql, incidentParams(question)),
  }),
  notes: (session, question) => incidentNotes(session, question, { received: true, closed: false }),
};
