// Owns the figure "incidents": how many cases were received.
import { incidentCard, incidentMetric, incidentNotes } from './incident-case.ts';
import { incidentsReceived } from './incidents-received.ts';
import type { Metric } from './metric.ts';

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
    rows: await incidentsReceived(session, question),
  }),
  notes: (session, question) => incidentNotes(session, question, { received: true, closed: false }),
};
