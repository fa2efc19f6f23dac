// Owns the figure "incidents-open": how many cases were open when a period ended.
import { incidentCard, incidentMetric, incidentNotes, incidentParams } from './incident-case.ts';
import cutSql from './incident-cut.sql?raw';
import sql from './incidents-open.sql?raw';
import { type CountRow, type Metric, periodsJson } from './metric.ts';

export const incidentsOpen: Metric = {
  ...incidentMetric,
  card: {
    ...incidentCard,
    id: 'incidents-open',
    title: 'Incidents open at the end',
    definition:
      'Different cases received by the last day of the period and not closed by then. The last period is counted at its last day on the log as it stands.',
    unit: 'cases',
    grains: incidentCard.grains.filter((grain) => grain !== 'all'),
    dimensions: ['scheme'],
    clause: 'Section VII, measures taken to resolve',
    version: 1,
  },
  shape: 'count',
  format: { decimals: 0, unit: 'number' },
  // Beside what came and what went by group, what is open by group would tell of both.
  cuts: [],
  twoWay: {},
  // Cases open in June may be the same as those open in July: months do not add up to a year.
  disclosure: { rule: 'people', partitions: [], adds: false },
  read: async (session, question) => ({
    shape: 'count',
    rows: await session.all<CountRow>(cutSql + sql, {
      ...incidentParams(question),
      periods: periodsJson(question.periods),
    }),
  }),
  notes: (session, question) => incidentNotes(session, question, { received: true, closed: true }),
};
