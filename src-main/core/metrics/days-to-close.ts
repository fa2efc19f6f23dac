// Owns the figure "days-to-close": how long it takes until half of the cases are closed.
import sql from './days-to-close.sql?raw';
import { followedTo, incidentCard, incidentMetric, incidentNotes, incidentParams } from './incident-case.ts';
import cutSql from './incident-cut.sql?raw';
import type { DurationRow, Metric } from './metric.ts';

export const daysToClose: Metric = {
  ...incidentMetric,
  card: {
    ...incidentCard,
    id: 'days-to-close',
    title: 'Days to close',
    definition:
      'The median number of days from received to closed for the cases received in the period, by the Kaplan-Meier method: cases still open count as open for as long as they have been, and are not left out.',
    unit: 'days',
    direction: 'decrease',
    chart: 'line',
    grains: ['quarter', 'month', 'financial-year', 'municipal-year', 'all'],
    clause: 'Section VII, measures taken to resolve',
    caveat: 'Cases received lately have had less time to close, so their median can still move.',
    version: 1,
  },
  shape: 'duration',
  format: { decimals: 0, unit: 'days' },
  read: async (session, question) => ({
    shape: 'duration',
    rows: await session.all<DurationRow>(cutSql + sql, incidentParams(question)),
  }),
  notes: async (session, question) => {
    const span = await incidentMetric.span(session, {});
    const notes = await incidentNotes(session, question, { received: true, closed: true });
    return span ? [...notes, followedTo(span.to)] : notes;
  },
};
