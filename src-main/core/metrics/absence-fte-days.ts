// Owns the figure "absence-fte-days": FTE days lost to sickness.
import { absenceCard, absenceMetric, absencePairs, readLost } from './absence.ts';
import type { Metric } from './metric.ts';

const cuts = ['directorate', 'reason', 'term', 'unit'] as const;

export const absenceFteDays: Metric = {
  ...absenceMetric,
  card: {
    ...absenceCard,
    id: 'absence-fte-days',
    title: 'FTE days lost to sickness',
    definition:
      'Full-time-equivalent working days lost to sickness in the period. A spell that crosses a month end is shared between the months by weekdays. Long term is a spell of 29 days or more.',
    unit: 'FTE days',
    grains: [...absenceCard.grains, 'all'],
    kinds: ['absence-spell', 'absence-aggregate'],
    dimensions: [...cuts, ...Object.keys(absencePairs), 'source'],
    version: 1,
  },
  shape: 'amount',
  format: { decimals: 0, unit: 'number' },
  cuts,
  disclosure: { rule: 'people', partitions: cuts, adds: true },
  read: async (session, question) => ({ shape: 'amount', rows: await readLost(session, question) }),
};
