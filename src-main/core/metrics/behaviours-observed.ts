// Owns the figure "behaviours-observed": how often a behaviour looked for in a meeting was seen.

import sql from './behaviours-observed.sql?raw';
import { evidenceCard, evidenceMetric, evidenceNotes, readEvidence } from './evidence.ts';
import type { Metric, ShareRow } from './metric.ts';

const cuts = ['behaviour'] as const;

export const behavioursObserved: Metric = {
  ...evidenceMetric,
  card: {
    ...evidenceCard,
    id: 'behaviours-observed',
    title: 'Behaviours seen in meetings',
    definition:
      'Times that a behaviour was looked for in an observed meeting and seen, as a percentage of the times it was seen or not seen. What did not arise, was skipped or left in doubt is in neither.',
    unit: 'per cent of times looked for',
    clause: 'Section VII, observation of meetings',
    caveat:
      'Observers differ, and people behave otherwise when they are watched. The meetings were not drawn by lot.',
    version: 1,
    dimensions: [...cuts],
  },
  shape: 'share',
  format: { decimals: 0, unit: 'percent' },
  cuts,
  twoWay: {},
  disclosure: { rule: 'survey', partitions: [], adds: true },
  noExposure: 'It was not looked for',
  read: async (session, question) => ({
    shape: 'share',
    rows: await readEvidence<ShareRow>(session, question, sql),
  }),
  notes: (session, question) => evidenceNotes(session, question, false),
};
