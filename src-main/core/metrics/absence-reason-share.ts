// Owns the figure "absence-reason-share": the part of the days lost to sickness that a reason stands for.
// The rule: it is "absence-fte-days" told another way, by the same cuts, so that what one hides both hide.
import type { Note } from '#shared/schemas/import.ts';
import { absenceMetric, readLost } from './absence.ts';
import { absenceFteDays } from './absence-fte-days.ts';
import type { AmountRow, ExposureRow, Metric, Question, Reader } from './metric.ts';

const REASON = 'reason';

export const absenceReasonShare: Metric = {
  ...absenceFteDays,
  card: {
    ...absenceFteDays.card,
    id: 'absence-reason-share',
    title: 'Sickness by reason',
    definition:
      'FTE days lost for the reason as a percentage of all FTE days lost in the same period and group. The stress-related share is that of the reason “Stress, anxiety and depression”. Reasons are those of one list, to which the words of each system are matched; days whose reason is not stated stay in the whole. Asked without a reason it has nothing to say.',
    unit: 'per cent of FTE days lost',
    direction: 'neutral',
    chart: 'line',
    caveat: `${absenceFteDays.card.caveat} The reason is what was put down, which may follow what people are ready to say.`,
  },
  shape: 'ratio',
  format: { decimals: 1, unit: 'percent' },
  noExposure: 'No days were lost, or no reason was asked for',
  settle: async (session, asked) => {
    const settled = await absenceMetric.settle(session, asked);
    const named = asked.split.includes(REASON) || asked.filters.reason !== undefined;
    return named ? settled : { ...settled, notes: [...settled.notes, reasonWanted] };
  },
  read: async (session, question) => ({
    shape: 'ratio',
    per: 100,
    rows: question.cuts.includes(REASON) ? await readLost(session, question) : [],
    exposure: question.cuts.includes(REASON) ? await allReasons(session, question) : [],
  }),
};

const reasonWanted: Note = {
  code: 'reason-wanted',
  text: 'A share is of one reason: split by “reason”, or filter by one, such as “Stress, anxiety and depression”.',
};

/** The days lost for any reason, by the question's other cuts; the reason's own cut is null. */
async function allReasons(session: Reader, question: Question): Promise<ExposureRow[]> {
  const others = question.cuts.filter((cut) => cut !== REASON);
  const rows = await readLost(session, { ...question, cuts: others });
  // All dates are one period, which the gate knows by its first day.
  const span = question.grain === 'all' ? question.periods[0]?.from : undefined;
  return rows.map((row) => {
    const values = [row.cut1, row.cut2, row.cut3];
    const at = (cut: string | undefined) =>
      cut === undefined ? null : (values[others.indexOf(cut)] ?? null);
    const [cut1, cut2, cut3] = question.cuts;
    return {
      period: span ?? row.period,
      cut1: at(cut1),
      cut2: at(cut2),
      cut3: at(cut3),
      exposure: wholeAmount(row),
      people: row.base,
    };
  });
}

/** Null where a published number behind it was withheld. */
const wholeAmount = ({ amount, missing }: AmountRow): number | null => (missing > 0 ? null : amount);
