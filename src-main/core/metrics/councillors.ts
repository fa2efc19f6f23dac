// Owns the figure "councillors": how many were in office at the end of a period.
import { councillorsAt } from './councillors-at.ts';
import spanSql from './councillors-span.sql?raw';
import { type CountRow, type Metric, readSpan } from './metric.ts';

const cuts = ['party', 'role'] as const;

export const councillors: Metric = {
  card: {
    id: 'councillors',
    title: 'Councillors in office',
    definition:
      'Councillors in office at the last day of the period: elected on or before it, and neither left nor at the end of their term by then. A person counts once, under the role that the latest file gives.',
    unit: 'councillors',
    direction: 'neutral',
    chart: 'line',
    clause: 'Section VII, proxies (denominator)',
    caveat:
      'As the file of terms tells it: a vacancy shows only where the day of leaving is recorded. Who holds office is public record, so nothing is hidden.',
    version: 1,
    kinds: ['councillor-term'],
    grains: ['quarter', 'month', 'financial-year', 'municipal-year'],
    dimensions: [...cuts],
  },
  shape: 'count',
  format: { decimals: 0, unit: 'number' },
  cuts,
  choices: [],
  twoWay: {},
  disclosure: { rule: 'public', partitions: [], adds: false },
  span: (session) => readSpan(session, spanSql),
  read: async (session, question) => {
    const rows = await councillorsAt(session, question);
    return { shape: 'count', rows: rows.map((row): CountRow => ({ ...row, count: row.councillors })) };
  },
};
