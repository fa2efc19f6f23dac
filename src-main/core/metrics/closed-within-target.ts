// Owns the figure "closed-within-target": the share of cases closed within the target of the workspace.
import sql from './days-to-close.sql?raw';
import { durationGrains, incidentCard } from './incident-case.ts';
import type { Metric } from './metric.ts';
import { withinTargetMetric } from './within-target.ts';

export const closedWithinTarget: Metric = {
  ...withinTargetMetric('closeDays', sql),
  card: {
    ...incidentCard,
    id: 'closed-within-target',
    title: 'Closed within target',
    definition:
      'The estimated percentage of the cases received in the period that are closed within the target number of days, by the Kaplan-Meier method: cases still open count as open for as long as they have been, and are neither left out nor counted as late.',
    unit: 'per cent of cases',
    chart: 'line',
    grains: [...durationGrains],
    clause: 'Section VII, measures taken to resolve',
    caveat: 'A target met says that cases are closed, not that they are resolved well.',
    version: 1,
  },
};
