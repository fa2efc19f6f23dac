// Owns the figure "evidence-mentions": strengths and concerns heard, by behaviour; positive and problem together.
import { evidenceCard, evidenceMetric, evidenceNotes, readEvidence } from './evidence.ts';
import sql from './evidence-mentions.sql?raw';
import type { AmountRow, Metric } from './metric.ts';

const groups = ['directorate', 'method', 'polarity', 'side'] as const;
const cuts = ['behaviour', ...groups] as const;
/** Polarity is in every pair: pairs that closed a ring could be read together. */
const twoWay = {
  'behaviour-polarity': ['behaviour', 'polarity'],
  'method-polarity': ['method', 'polarity'],
  'side-polarity': ['side', 'polarity'],
} as const;

export const evidenceMentions: Metric = {
  ...evidenceMetric,
  card: {
    ...evidenceCard,
    id: 'evidence-mentions',
    title: 'Strengths and concerns heard',
    definition:
      'Excerpts of focus groups, interviews, workshops and survey comments that are coded as strengths, concerns, mixed or neutral. The base is the people who took part in the sessions they come from; where a session does not tell how many, those told apart in it, and at least one. An excerpt that names several behaviours counts once in each. Observation sheets have their own figure.',
    unit: 'excerpts',
    clause: 'Section VII, focus groups, interviews and workshops',
    caveat:
      'Those who spoke were not drawn by lot, and one person may have said several of these things: numbers of excerpts show what was raised, not how common it is.',
    version: 1,
    dimensions: [...cuts, ...Object.keys(twoWay)],
  },
  shape: 'amount',
  format: { decimals: 0, unit: 'number' },
  cuts,
  twoWay,
  disclosure: { rule: 'survey', partitions: groups, adds: true },
  read: async (session, question) => ({
    shape: 'amount',
    rows: await readEvidence<AmountRow>(session, question, sql),
  }),
  notes: (session, question) => evidenceNotes(session, question, true),
};
