// Owns the figure "longest-open": how long the longest of the open cases has been open.
import { durationMetric } from './case-durations.ts';
import { durationGrains, incidentCard } from './incident-case.ts';
import type { Metric } from './metric.ts';

export const longestOpen: Metric = {
  ...durationMetric('longest-open'),
  card: {
    ...incidentCard,
    id: 'longest-open',
    title: 'Longest open',
    definition:
      'Of the cases received in the period that are still open, the calendar days since the one open longest was received, up to the last date in the log.',
    unit: 'days',
    chart: 'line',
    grains: [...durationGrains],
    clause: 'Section VII, measures taken to resolve',
    caveat:
      'It is one case, and says nothing of the others; cases without an exact date received are left out.',
    version: 1,
  },
};
