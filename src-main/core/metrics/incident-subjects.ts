// Owns the figure "incident-subjects": how many different people the cases are about.
import { incidentCard, incidentMetric, incidentNotes, incidentParams } from './incident-case.ts';
import cutSql from './incident-cut.sql?raw';
import sql from './incident-subjects.sql?raw';
import type { CountRow, Metric } from './metric.ts';

export const incidentSubjects: Metric = {
  ...incidentMetric,
  card: {
    ...incidentCard,
    id: 'incident-subjects',
    title: 'Distinct subjects',
    definition:
      'Different people whom the cases received in the period are about, told apart by pseudonym. Cases without a recorded subject add nobody.',
    unit: 'people',
    clause: 'Section VII, raised by or about members and officers',
    version: 1,
  },
  shape: 'count',
  format: { decimals: 0, unit: 'number' },
  // One person may be a subject in several months, so months do not add up to a year.
  disclosure: { ...incidentMetric.disclosure, adds: false },
  read: async (session, question) => ({
    shape: 'count',
    rows: await session.all<CountRow>(cutSql + sql, incidentParams(question)),
  }),
  notes: (session, question) => incidentNotes(session, question, { received: true, closed: false }),
};
