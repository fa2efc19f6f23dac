// Owns the figure "training-completed": training done, of what was booked or required.
import type { Metric, ShareRow } from './metric.ts';
import { readTraining, trainingCard, trainingMetric } from './training.ts';
import sql from './training-completed.sql?raw';

const cuts = ['directorate', 'kind', 'side'] as const;
const twoWay = { 'kind-directorate': ['kind', 'directorate'], 'kind-side': ['kind', 'side'] } as const;

export const trainingCompleted: Metric = {
  ...trainingMetric,
  card: {
    ...trainingCard,
    id: 'training-completed',
    title: 'Training done',
    definition:
      'Places on courses that were taken up, as a percentage of those booked or required: a person and course each, and of files of totals the numbers attending and invited. Each counts in the period in which it was due; where that is not given, in which it was booked, else done.',
    unit: 'per cent of places booked or required',
    direction: 'increase',
    clause: 'Section II.A, learning and development',
    caveat: 'Attendance, not what was learned. One person may stand for several courses.',
    version: 1,
    dimensions: [...cuts, ...Object.keys(twoWay)],
  },
  shape: 'share',
  format: { decimals: 0, unit: 'percent' },
  cuts,
  twoWay,
  disclosure: { rule: 'survey', partitions: cuts, adds: true },
  noExposure: 'No training was booked or required',
  read: async (session, question) => ({
    shape: 'share',
    rows: await readTraining<ShareRow>(session, question, sql),
  }),
};
