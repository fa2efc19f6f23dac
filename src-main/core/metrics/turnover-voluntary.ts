// Owns the figure "turnover-voluntary": people who chose to leave, as a share of the average headcount.
// The rule: of the whole council only, and hidden where the voluntary leavers of "turnover" are.
import type { AmountRow, Metric } from './metric.ts';
import { turnover } from './turnover.ts';

const VOLUNTARY = 'Voluntary';

export const turnoverVoluntary: Metric = {
  ...turnover,
  card: {
    ...turnover.card,
    id: 'turnover-voluntary',
    title: 'Voluntary turnover',
    definition: `Leavers who resigned or retired in the period, as a percentage of the average headcount. Redundancy, transfer, dismissal, ill health and the end of a contract are not in it, nor are leavers without a reason. The average headcount is that of “${turnover.card.title}”, which divides it by directorate and grade.`,
    version: 1,
    dimensions: [],
  },
  cuts: [],
  twoWay: {},
  disclosure: {
    rule: 'people',
    partitions: [],
    adds: true,
    madeOf: { metric: 'turnover', cut: 'voluntary', groups: [VOLUNTARY] },
  },
  read: async (session, question) => {
    const measured = await turnover.read(session, { ...question, cuts: ['voluntary'] });
    if (measured.shape !== 'ratio') return measured;
    const rows = measured.rows.filter(({ cut1 }) => cut1 === VOLUNTARY);
    return {
      ...measured,
      rows: rows.map((row): AmountRow => ({ ...row, cut1: null })),
    };
  },
};
