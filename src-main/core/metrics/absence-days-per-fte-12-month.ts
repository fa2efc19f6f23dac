// Owns the figure "absence-days-per-fte-12-month": days lost for each full-time equivalent over a year.
import { absenceMetric, noRow, readLost } from './absence.ts';
import { absenceDaysPerFte } from './absence-days-per-fte.ts';
import type { Metric } from './metric.ts';
import { rollingAmounts, rollingCard, rollingMetric, whole, windowsOf } from './rolling.ts';
import { average, snapshotRule, workforceAt } from './workforce-at.ts';

export const absenceDaysPerFte12Month: Metric = {
  ...absenceMetric,
  ...rollingMetric,
  card: {
    ...rollingCard(absenceDaysPerFte.card, ['source']),
    id: 'absence-days-per-fte-12-month',
    title: 'Sickness days per FTE, rolling 12 months',
    definition: `FTE days lost in the month and the eleven before, divided by the average FTE of those twelve months, which is half the sum of the FTE at their first and at their last day (the LG Inform definition; teachers are not taken out). ${snapshotRule} For reading and comparing with published years, not for judging change: neighbouring points share eleven months.`,
  },
  format: { decimals: 2, unit: 'number' },
  disclosure: { rule: 'people', partitions: [], adds: false },
  read: async (session, question) => {
    const months = question.periods;
    const ends = await workforceAt(session, { ...question, periods: windowsOf(months) });
    const known = new Map(ends.map((row) => [row.period, average(row.opening_fte, row.closing_fte)]));
    const rows = rollingAmounts(months, await readLost(session, question), noRow(question));
    const complete = new Set(rows.map(({ period }) => period));
    const exposure = windowsOf(months).flatMap(({ from }, index) => {
      const month = months[index]?.from;
      return month === undefined
        ? []
        : [whole(month, complete.has(month) ? (known.get(from) ?? null) : null)];
    });
    return { shape: 'ratio', per: 1, rows, exposure };
  },
};
