// Owns the figure "days-to-acknowledge": how long it takes until half of the cases are acknowledged.
import { durationMetric } from './case-durations.ts';
import sql from './days-to-acknowledge.sql?raw';
import { durationGrains, incidentCard } from './incident-case.ts';
import type { Metric } from './metric.ts';

export const daysToAcknowledge: Metric = {
  ...durationMetric('median', sql),
  card: {
    ...incidentCard,
    id: 'days-to-acknowledge',
    title: 'Days to acknowledge',
    definition:
      'The median number of days from received to acknowledged for the cases received in the period, by the Kaplan-Meier method: cases not acknowledged yet count as waiting for as long as they have been, up to their closing. Only files that record acknowledgements at all.',
    unit: 'days',
    chart: 'line',
    grains: [...durationGrains],
    clause: 'Section VII, measures taken to resolve',
    caveat: 'Cases received lately have had less time to be acknowledged, so their median can still move.',
    version: 1,
  },
  noExposure: 'No case of the period records when it was acknowledged',
};
