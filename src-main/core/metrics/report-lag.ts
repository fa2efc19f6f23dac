// Owns the figure "report-lag": how long after it happened half of the cases are reported.
import { durationMetric } from './case-durations.ts';
import { durationGrains, incidentCard, incidentNotes } from './incident-case.ts';
import type { Metric } from './metric.ts';
import sql from './report-lag.sql?raw';

export const reportLag: Metric = {
  ...durationMetric('median', sql),
  card: {
    ...incidentCard,
    id: 'report-lag',
    title: 'Days until reported',
    definition:
      'The median number of days from the day it happened to the day the case was received, for the cases received in the period of which both days are recorded.',
    unit: 'days',
    chart: 'line',
    grains: [...durationGrains],
    clause: 'Section VII, incident reports',
    caveat:
      'Old matters may be reported because people have come to trust the process: it has no good or bad direction.',
    version: 1,
  },
  noExposure: 'No case of the period records the day it happened',
  notes: (session, question) => incidentNotes(session, question, { received: true, closed: false }),
};
