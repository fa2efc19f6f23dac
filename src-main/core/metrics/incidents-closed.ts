// Owns the figure "incidents-closed": how many cases were closed.
import { readByMonth } from './by-month.ts';
import { incidentCard, incidentMetric, incidentNotes, incidentParams } from './incident-case.ts';
import cutSql from './incident-cut.sql?raw';
import sql from './incidents-closed.sql?raw';
import type { CountRow, Metric } from './metric.ts';

export const incidentsClosed: Metric = {
  ...incidentMetric,
  card: {
    ...incidentCard,
    id: 'incidents-closed',
    title: 'Incidents closed',
    definition: 'Different cases closed in the period, whenever they were received.',
    unit: 'cases',
    dimensions: ['scheme'],
    clause: 'Section VII, measures taken to resolve',
    version: 1,
  },
  shape: 'count',
  // By group it would tell, beside what was received, of the few that are still open.
  cuts: [],
  twoWay: {},
  disclosure: { rule: 'people', partitions: [], adds: true },
  format: { decimals: 0, unit: 'number' },
  read: async (session, question) => ({
    shape: 'count',
    rows: await readByMonth<CountRow>(session, question, cutSql + sql, incidentParams(question)),
  }),
  notes: async (session, question) =>
    question.grain === 'all' ? [] : incidentNotes(session, question, { received: false, closed: true }),
};
