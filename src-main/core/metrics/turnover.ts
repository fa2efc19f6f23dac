// Owns the figure "turnover": leavers as a share of the average headcount of the period.

import type { Note } from '#shared/schemas/import.ts';
import { readByMonth } from './by-month.ts';
import {
  type AmountRow,
  countOf,
  cutParams,
  type Metric,
  type Question,
  type Reader,
  readSpan,
} from './metric.ts';
import sql from './turnover.sql?raw';
import spanSql from './turnover-span.sql?raw';
import undatedSql from './turnover-undated.sql?raw';
import { average, snapshotRule, workforceAt } from './workforce-at.ts';

const cuts = ['directorate', 'grade', 'reason', 'voluntary'] as const;
/** Voluntary is in both pairs: directorate by grade besides would let the three be read together. */
const twoWay = {
  'directorate-voluntary': ['directorate', 'voluntary'],
  'grade-voluntary': ['grade', 'voluntary'],
} as const;

export const turnover: Metric = {
  card: {
    id: 'turnover',
    title: 'Staff turnover',
    definition: `Leavers in the period as a percentage of the average headcount, which is half the sum of the headcount at its first and at its last day. ${snapshotRule} It is for the period itself and is not annualised. Split or filter by “voluntary” to set resignation and retirement apart from redundancy and transfer, and both from dismissal, ill health, the end of a contract and the rest.`,
    unit: 'per cent of headcount',
    direction: 'decrease',
    chart: 'xmr',
    clause: 'Section VII, proxies',
    caveat:
      'A proxy: the Protocol names officer churn as one that may move with culture, but people leave for many reasons.',
    version: 2,
    kinds: ['leaver', 'workforce-snapshot'],
    grains: ['month', 'quarter', 'financial-year', 'municipal-year'],
    dimensions: [...cuts, ...Object.keys(twoWay)],
  },
  shape: 'ratio',
  format: { decimals: 1, unit: 'percent' },
  cuts,
  choices: [],
  twoWay,
  within: { reason: 'voluntary' },
  disclosure: { rule: 'people', partitions: cuts, adds: true, alike: ['leavers'], over: 'headcount' },
  noExposure: 'No workforce snapshot within 13 months of both the first and the last day',
  span: (session) => readSpan(session, spanSql),
  read: async (session, question) => {
    const workforce = await workforceAt(session, question);
    return {
      shape: 'ratio',
      per: 100,
      rows: await readByMonth<AmountRow>(session, question, sql, cutParams(question)),
      exposure: workforce.map((row) => ({
        ...row,
        exposure: average(row.opening_headcount, row.closing_headcount),
        people: Math.min(row.closing_headcount ?? 0, row.opening_headcount ?? 0),
      })),
    };
  },
  notes: undatedLeavers,
};

/** Says how many leavers of the whole file are in no period. */
export async function undatedLeavers(session: Reader, { grain }: Question): Promise<Note[]> {
  const [row] = await session.all<{ years: number; unknown: number }>(undatedSql);
  if (!row || grain === 'all' || row.years + row.unknown === 0) return [];
  const parts = [
    row.years > 0 ? `${countOf(row.years, 'leaver has', 'leavers have')} only a year` : '',
    row.unknown > 0 ? `${countOf(row.unknown, 'leaver has', 'leavers have')} no date of leaving` : '',
  ].filter((part) => part !== '');
  return [{ code: 'dates-partial', text: `${parts.join(', ')}, and no place in any period here.` }];
}
