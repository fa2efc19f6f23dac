// Owns the figure "days-to-close": how long it takes until half of the cases are closed.
import { durationMetric } from './case-durations.ts';
import { durationGrains, incidentCard } from './incident-case.ts';
import type { Metric } from './metric.ts';

export const daysToClose: Metric = {
  ...durationMetric('median'),
  card: {
    ...incidentCard,
    id: 'days-to-close',
    title: 'Days to close',
    definition:
      'The median number of days from received to closed for the cases received in the period, by the Kaplan-Meier method: cases still open count as open for as long as they have been, and are not left out.',
    unit: 'days',
    chart: 'line',
    grains: [...durationGrains],
    clause: 'Section VII, measures taken to resolve',
    caveat: 'Cases received lately have had less time to close, so their median can still move.',
    version: 1,
  },
};
