// Owns the figure "evidence-sessions": how many focus groups, interviews, workshops and observations were held.
import { evidenceCard, evidenceMetric, evidenceNotes, readEvidence } from './evidence.ts';
import sql from './evidence-sessions.sql?raw';
import type { CountRow, Metric } from './metric.ts';

const cuts = ['method', 'side'] as const;

export const evidenceSessions: Metric = {
  ...evidenceMetric,
  card: {
    ...evidenceCard,
    id: 'evidence-sessions',
    title: 'Sessions held',
    definition:
      'Different focus groups, interviews, workshops, sets of survey comments and observed meetings on record, told apart by their reference and date. A session of several sides counts in each.',
    unit: 'sessions',
    clause: 'Section VII, focus groups, interviews, workshops and observation',
    caveat:
      'Sessions whose notes were loaded, not all that were held. How many were held tells nothing of who spoke, so nothing is hidden.',
    version: 1,
    dimensions: [...cuts],
  },
  shape: 'count',
  format: { decimals: 0, unit: 'number' },
  cuts,
  twoWay: {},
  disclosure: { rule: 'public', partitions: [], adds: false },
  read: async (session, question) => ({
    shape: 'count',
    rows: await readEvidence<CountRow>(session, question, sql),
  }),
  notes: (session, question) => evidenceNotes(session, question, false),
};
