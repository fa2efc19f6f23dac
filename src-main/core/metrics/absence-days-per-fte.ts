// Owns the figure "absence-days-per-fte": working days lost for each full-time equivalent.
import { absenceCard, absenceMetric, absencePairs, readLost } from './absence.ts';
import type { Metric } from './metric.ts';
import { average, snapshotRule, workforceAt } from './workforce-at.ts';

const cuts = ['directorate', 'reason', 'term'] as const;

export const absenceDaysPerFte: Metric = {
  ...absenceMetric,
  card: {
    ...absenceCard,
    id: 'absence-days-per-fte',
    title: 'Sickness days per FTE',
    definition: `FTE days lost in the period divided by the average FTE, which is half the sum of the FTE at its first and at its last day (the LG Inform definition; teachers are not taken out). ${snapshotRule} It is for the period itself: a month is about a twelfth of a year's figure.`,
    unit: 'days per FTE',
    kinds: ['absence-spell', 'absence-aggregate', 'workforce-snapshot'],
    dimensions: [...cuts, ...Object.keys(absencePairs), 'source'],
    version: 1,
  },
  shape: 'ratio',
  format: { decimals: 2, unit: 'number' },
  cuts,
  disclosure: {
    rule: 'people',
    partitions: cuts,
    adds: true,
    alike: ['absence-fte-days'],
    over: 'headcount',
  },
  noExposure: 'No workforce snapshot with FTE within 13 months of both the first and the last day',
  read: async (session, question) => {
    const workforce = await workforceAt(session, question);
    return {
      shape: 'ratio',
      per: 1,
      rows: await readLost(session, question),
      exposure: workforce.map((row) => ({
        ...row,
        exposure: average(row.opening_fte, row.closing_fte),
        people: row.closing_headcount,
      })),
    };
  },
};
