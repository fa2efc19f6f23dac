// Owns the figure "leavers": how many people left, for councils that have no workforce snapshots.
import { readByMonth } from './by-month.ts';
import { type CountRow, cutParams, type Metric } from './metric.ts';
import sql from './turnover.sql?raw';
import { turnover, undatedLeavers } from './turnover.ts';

export const leavers: Metric = {
  ...turnover,
  card: {
    ...turnover.card,
    id: 'leavers',
    title: 'Leavers',
    definition: 'People who left the council’s employment in the period; joiners are not counted.',
    unit: 'people',
    direction: 'neutral',
    kinds: ['leaver'],
    grains: [...turnover.card.grains, 'all'],
  },
  shape: 'count',
  format: { decimals: 0, unit: 'number' },
  read: async (session, question) => {
    const rows = await readByMonth<CountRow & { base: number }>(session, question, sql, cutParams(question));
    return { shape: 'count', rows: rows.map((row) => ({ ...row, count: row.base })) };
  },
  notes: undatedLeavers,
};
