// Owns the figure "absence-stress-share": the part of the days lost to sickness that is put down to stress.
// The rule: of the whole council only, and hidden where the days of that reason are.
import { readLost } from './absence.ts';
import { absenceReasonShare } from './absence-reason-share.ts';
import type { ExposureRow, Metric } from './metric.ts';

const STRESS = 'Stress, anxiety and depression';

export const absenceStressShare: Metric = {
  ...absenceReasonShare,
  card: {
    ...absenceReasonShare.card,
    id: 'absence-stress-share',
    title: 'Stress-related share of sickness',
    definition: `FTE days lost for the reason “${STRESS}” as a percentage of all FTE days lost in the period. Reasons are those of one list, to which the words of each system are matched; days whose reason is not stated stay in the whole. By directorate it is told by “Sickness by reason”, filtered by that reason.`,
    chart: 'xmr',
    dimensions: ['source'],
  },
  cuts: [],
  twoWay: {},
  disclosure: {
    rule: 'people',
    partitions: [],
    adds: true,
    madeOf: { metric: 'absence-fte-days', cut: 'reason', groups: [STRESS] },
  },
  noExposure: 'No days were lost',
  settle: (session, { filters }) =>
    absenceReasonShare.settle?.(session, { split: ['reason'], filters }) ??
    Promise.resolve({ choices: {}, notes: [] }),
  read: async (session, question) => {
    const reasons = await readLost(session, { ...question, cuts: ['reason'] });
    const all = await readLost(session, { ...question, cuts: [] });
    // All dates are one period, which the gate knows by its first day.
    const span = question.grain === 'all' ? question.periods[0]?.from : undefined;
    return {
      shape: 'ratio',
      per: 100,
      rows: reasons.filter(({ cut1 }) => cut1 === STRESS).map((row) => ({ ...row, cut1: null })),
      exposure: all.map(
        ({ amount, missing, ...row }): ExposureRow => ({
          ...row,
          period: span ?? row.period,
          exposure: missing > 0 ? null : amount,
        }),
      ),
    };
  },
};
