// Owns the figure "acknowledged-within-target": the share of cases acknowledged within the target.
import sql from './days-to-acknowledge.sql?raw';
import { durationGrains, incidentCard } from './incident-case.ts';
import type { Metric } from './metric.ts';
import { withinTargetMetric } from './within-target.ts';

export const acknowledgedWithinTarget: Metric = {
  ...withinTargetMetric('acknowledgeDays', sql),
  card: {
    ...incidentCard,
    id: 'acknowledged-within-target',
    title: 'Acknowledged within target',
    definition:
      'The estimated percentage of the cases received in the period that are acknowledged within the target number of days, by the Kaplan-Meier method: cases not acknowledged yet count as waiting for as long as they have been. Only files that record acknowledgements at all.',
    unit: 'per cent of cases',
    chart: 'line',
    grains: [...durationGrains],
    clause: 'Section VII, measures taken to resolve',
    caveat: 'An acknowledgement says that somebody answered, not that anything was resolved.',
    version: 1,
  },
};
