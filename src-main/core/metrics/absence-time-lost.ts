// Owns the figure "absence-time-lost": the share of working time lost to sickness.
import { absenceCard, absenceMetric, absencePairs, readLost, sourceOf } from './absence.ts';
import availableSql from './absence-available.sql?raw';
import {
  type AmountRow,
  cutParams,
  type ExposureRow,
  type Metric,
  type Question,
  type Reader,
} from './metric.ts';
import { average, snapshotRule, workforceAt } from './workforce-at.ts';

const cuts = ['directorate', 'reason', 'term', 'unit'] as const;

export const absenceTimeLost: Metric = {
  ...absenceMetric,
  card: {
    ...absenceCard,
    id: 'absence-time-lost',
    title: 'Working time lost to sickness',
    definition: `FTE days lost as a percentage of FTE days available. From spells, the days available are the average of the FTE at the first and the last day, times the Monday-to-Friday days of the period (bank holidays are not taken out). From published aggregates they are the FTE days available as published. ${snapshotRule}`,
    unit: 'per cent of working time',
    kinds: ['absence-spell', 'absence-aggregate', 'workforce-snapshot'],
    dimensions: [...cuts, ...Object.keys(absencePairs), 'source'],
    version: 1,
  },
  shape: 'ratio',
  format: { decimals: 2, unit: 'percent' },
  cuts,
  disclosure: {
    rule: 'people',
    partitions: cuts,
    adds: true,
    alike: ['absence-fte-days'],
    over: 'headcount',
  },
  noExposure: 'The FTE days available are not known for the whole period',
  read: async (session, question) => ({
    shape: 'ratio',
    per: 100,
    ...(await readTimeLost(session, question)),
  }),
};

/** FTE days lost, and FTE days available: as published, or the average FTE times the weekdays of the period. */
export async function readTimeLost(
  session: Reader,
  question: Question,
): Promise<{ rows: AmountRow[]; exposure: ExposureRow[] }> {
  const rows = await readLost(session, question);
  if (sourceOf(question.choices) === 'aggregates') {
    return { rows, exposure: await session.all<ExposureRow>(availableSql, cutParams(question)) };
  }
  const workforce = await workforceAt(session, question);
  const exposure = workforce.map((row) => {
    const fte = average(row.opening_fte, row.closing_fte);
    return { ...row, exposure: fte === null ? null : fte * row.weekdays, people: row.closing_headcount };
  });
  return { rows, exposure };
}
