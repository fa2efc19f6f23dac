// Owns the figure "incident-groups": how many groups of connected cases there were.
import { incidentCard, incidentMetric, incidentNotes, incidentParams } from './incident-case.ts';
import cutSql from './incident-cut.sql?raw';
import sql from './incident-groups.sql?raw';
import type { CountRow, Metric } from './metric.ts';

export const incidentGroups: Metric = {
  ...incidentMetric,
  card: {
    ...incidentCard,
    id: 'incident-groups',
    title: 'Connected groups',
    definition:
      'Different groups of cases that the log links to one set of circumstances, among the cases received in the period. Unlinked cases form no group.',
    unit: 'groups',
    clause: 'Section VII, incident reports',
    version: 1,
  },
  shape: 'count',
  format: { decimals: 0, unit: 'number' },
  disclosure: { ...incidentMetric.disclosure, adds: false },
  read: async (session, question) => ({
    shape: 'count',
    rows: await session.all<CountRow>(cutSql + sql, incidentParams(question)),
  }),
  notes: (session, question) => incidentNotes(session, question, { received: true, closed: false }),
};
