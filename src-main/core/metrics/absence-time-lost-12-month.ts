// Owns the figure "absence-time-lost-12-month": the share of a year's working time lost to sickness.
import { absenceMetric, noRow } from './absence.ts';
import { absenceTimeLost, readTimeLost } from './absence-time-lost.ts';
import type { Metric } from './metric.ts';
import { rollingAmounts, rollingCard, rollingExposure, rollingMetric } from './rolling.ts';

export const absenceTimeLost12Month: Metric = {
  ...absenceMetric,
  ...rollingMetric,
  card: {
    ...rollingCard(absenceTimeLost.card, ['source']),
    id: 'absence-time-lost-12-month',
    title: 'Working time lost to sickness, rolling 12 months',
    definition:
      'FTE days lost in the month and the eleven before as a percentage of the FTE days available in them: a ratio of sums, never a mean of monthly percentages (the NHS definition). The days of each month are those of “Working time lost to sickness”. For reading, not for judging change: neighbouring points share eleven months.',
  },
  format: { decimals: 2, unit: 'percent' },
  disclosure: { rule: 'people', partitions: [], adds: false },
  read: async (session, question) => {
    const { rows, exposure } = await readTimeLost(session, question);
    return {
      shape: 'ratio',
      per: 100,
      rows: rollingAmounts(question.periods, rows, noRow(question)),
      exposure: rollingExposure(question.periods, exposure),
    };
  },
};
