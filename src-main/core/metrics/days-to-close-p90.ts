// Owns the figure "days-to-close-p90": how long it takes until nine cases in ten are closed.
import { durationMetric } from './case-durations.ts';
import { durationGrains, incidentCard } from './incident-case.ts';
import type { Metric } from './metric.ts';

export const daysToCloseP90: Metric = {
  ...durationMetric('ninetieth'),
  card: {
    ...incidentCard,
    id: 'days-to-close-p90',
    title: 'Days to close (90th percentile)',
    definition:
      'The number of calendar days from received until nine in ten of the cases received in the period are closed, by the Kaplan-Meier method: cases still open count as open for as long as they have been, and are not left out.',
    unit: 'days',
    chart: 'line',
    grains: [...durationGrains],
    clause: 'Section VII, measures taken to resolve',
    caveat:
      'It rests on the slowest cases, so one or two of them can move it; while more than a tenth are open there is none yet.',
    version: 1,
  },
};
