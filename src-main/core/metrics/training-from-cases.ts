// Owns the figure "training-from-cases": training agreed as the outcome of a case, and how far it got.
import type { CountRow, Metric } from './metric.ts';
import { readTraining, trainingCard, trainingMetric } from './training.ts';
import sql from './training-from-cases.sql?raw';

const cuts = ['kind', 'side', 'state'] as const;

export const trainingFromCases: Metric = {
  ...trainingMetric,
  card: {
    ...trainingCard,
    id: 'training-from-cases',
    title: 'Training that follows from a case',
    definition:
      'Places on courses that the training record marks as following from a case, by how far they got: not booked, booked and not done, done. The three add up to all that were given.',
    unit: 'places',
    direction: 'neutral',
    clause: 'Section VII, incident reports: measures taken to resolve',
    caveat:
      'As the training record marks it. It is not matched with the incident log, which has its own count of cases that ended in training.',
    version: 1,
    dimensions: [...cuts],
  },
  shape: 'count',
  format: { decimals: 0, unit: 'number' },
  cuts,
  twoWay: {},
  disclosure: { rule: 'people', partitions: cuts, adds: true },
  read: async (session, question) => ({
    shape: 'count',
    rows: await readTraining<CountRow>(session, question, sql),
  }),
};
