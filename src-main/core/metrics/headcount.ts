// Owns the figure "headcount": people employed, or their full-time equivalent, at the end of a period.

import spanSql from './headcount-span.sql?raw';
import { type AmountRow, type Metric, readSpan } from './metric.ts';
import { snapshotRule, workforceAt } from './workforce-at.ts';

const cuts = ['directorate', 'grade'] as const;

export const headcount: Metric = {
  card: {
    id: 'headcount',
    title: 'Headcount',
    definition: `People employed at the last day of the period; with the filter measure = fte, their full-time equivalent. ${snapshotRule} Where one day has rows of people and, from another import, totals of units, the people count.`,
    unit: 'people',
    direction: 'neutral',
    chart: 'line',
    clause: 'Section VII, proxies (denominator)',
    caveat: 'A count of posts held, not of people present; one person may hold two posts.',
    version: 1,
    kinds: ['workforce-snapshot'],
    grains: ['month', 'quarter', 'financial-year', 'municipal-year'],
    dimensions: [...cuts, 'measure'],
  },
  shape: 'amount',
  format: { decimals: 0, unit: 'number' },
  cuts,
  choices: ['measure'],
  choiceValues: { measure: ['headcount', 'fte'] },
  noExposure: 'No workforce snapshot in the 13 months before the end of the period',
  twoWay: {},
  disclosure: { rule: 'people', partitions: cuts, adds: false },
  span: (session) => readSpan(session, spanSql),
  read: async (session, question) => {
    const workforce = await workforceAt(session, question);
    const fte = question.choices.measure === 'fte';
    const rows = workforce.map(({ closing_headcount: people, closing_fte, ...row }): AmountRow => {
      const amount = fte ? closing_fte : people;
      return { ...row, amount: amount ?? 0, base: people ?? 0, missing: amount === null ? 1 : 0 };
    });
    return { shape: 'amount', rows };
  },
  settle: (_session, { filters }) =>
    Promise.resolve({ choices: { measure: filters.measure === 'fte' ? 'fte' : 'headcount' }, notes: [] }),
};
