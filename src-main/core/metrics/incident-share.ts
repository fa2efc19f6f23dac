// Owns the figure "incident-share": what part of the cases received is in a group.
import { incidentCard, incidentMetric, incidentNotes } from './incident-case.ts';
import { incidentsReceived } from './incidents-received.ts';
import type { Metric } from './metric.ts';

/** Groups are hidden as their numbers are in "incidents", of which a share is only another way of telling. */
export const incidentShare: Metric = {
  ...incidentMetric,
  card: {
    ...incidentCard,
    id: 'incident-share',
    title: 'Share of incidents received',
    definition:
      'Different cases received in the period that are in the group, as a percentage of all cases received in it. A case with several allegations is in each of its categories, so the shares of categories can add up to more than 100.',
    unit: 'per cent of cases',
    chart: 'line',
    clause: 'Section VII, incident reports',
    version: 1,
  },
  shape: 'ratio',
  disclosure: { ...incidentMetric.disclosure, alike: ['incidents'] },
  format: { decimals: 0, unit: 'percent' },
  noExposure: 'No case was received',
  read: async (session, question) => {
    // All dates are one period, which the gate knows by its first day.
    const whole = question.grain === 'all' ? question.periods[0]?.from : undefined;
    const counts = await incidentsReceived(session, question);
    const totals = await incidentsReceived(session, { ...question, cuts: [] });
    return {
      shape: 'ratio',
      per: 100,
      rows: counts.map(({ count, ...cell }) => ({ ...cell, amount: count, base: count, missing: 0 })),
      exposure: totals.map(({ count, ...cell }) => ({
        ...cell,
        period: whole ?? cell.period,
        exposure: count,
      })),
    };
  },
  notes: (session, question) => incidentNotes(session, question, { received: true, closed: false }),
};
