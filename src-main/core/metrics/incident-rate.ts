// Owns the figure "incident-rate": cases received per 100 people employed.
import { incidentCard, incidentMetric, incidentNotes } from './incident-case.ts';
import { incidentsReceived } from './incidents-received.ts';
import type { Metric } from './metric.ts';
import { snapshotRule, workforceAt } from './workforce-at.ts';

const cuts = ['category', 'directorate', 'scheme', 'tier'] as const;

export const incidentRate: Metric = {
  ...incidentMetric,
  card: {
    ...incidentCard,
    id: 'incident-rate',
    title: 'Incidents per 100 employees',
    definition: `Different cases received in the period for every 100 people employed at its last day. ${snapshotRule}`,
    unit: 'cases per 100 employees',
    clause: 'Section VII, incident reports',
    kinds: ['incident', 'workforce-snapshot'],
    grains: incidentCard.grains.filter((grain) => grain !== 'all'),
    dimensions: [...cuts],
    version: 1,
  },
  shape: 'rate',
  format: { decimals: 2, unit: 'number' },
  cuts,
  twoWay: {},
  disclosure: { ...incidentMetric.disclosure, partitions: cuts, alike: ['incidents'], over: 'headcount' },
  noExposure: 'No workforce snapshot in the 13 months before the end of the period',
  read: async (session, question) => {
    const workforce = await workforceAt(session, question);
    return {
      shape: 'rate',
      per: 100,
      rows: await incidentsReceived(session, question),
      exposure: workforce.map((row) => ({
        ...row,
        exposure: row.closing_headcount,
        people: row.closing_headcount,
      })),
    };
  },
  notes: (session, question) => incidentNotes(session, question, { received: true, closed: false }),
};
