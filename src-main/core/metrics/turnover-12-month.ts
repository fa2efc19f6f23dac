// Owns the figure "turnover-12-month": leavers of twelve months as a share of the average headcount.
import { type AmountRow, cutParams, type Metric } from './metric.ts';
import { rollingAmounts, rollingCard, rollingExposure, rollingMetric, whole, windowsOf } from './rolling.ts';
import sql from './turnover.sql?raw';
import { turnover } from './turnover.ts';
import { snapshotRule, workforceAt } from './workforce-at.ts';

/** The month-ends of a year and the one before it. */
const MONTH_ENDS = 13;

export const turnover12Month: Metric = {
  ...turnover,
  ...rollingMetric,
  card: {
    ...rollingCard(turnover.card),
    id: 'turnover-12-month',
    title: 'Staff turnover, rolling 12 months',
    definition: `Leavers in the month and the eleven before as a percentage of the average headcount of those twelve months, which is the mean of ${MONTH_ENDS} numbers: at the first day and at each month’s end. ${snapshotRule} All reasons for leaving; “Staff turnover” for a financial year sets voluntary leaving, redundancy and transfer apart. For reading, not for judging change: neighbouring points share eleven months.`,
  },
  disclosure: { rule: 'people', partitions: [], adds: false },
  read: async (session, question) => {
    const months = question.periods;
    const workforce = await workforceAt(session, question);
    const opening = new Map(workforce.map((row) => [row.period, row.opening_headcount]));
    const ends = workforce.map((row) => whole(row.period, row.closing_headcount));
    const exposure = rollingExposure(months, ends).map((row, index) => {
      const first = opening.get(windowsOf(months)[index]?.from ?? '') ?? null;
      const sum = row.exposure === null || first === null ? null : row.exposure + first;
      return { ...row, exposure: sum === null ? null : sum / MONTH_ENDS };
    });
    const rows = await session.all<AmountRow>(sql, cutParams(question));
    return { shape: 'ratio', per: 100, rows: rollingAmounts(months, rows, 0), exposure };
  },
};
