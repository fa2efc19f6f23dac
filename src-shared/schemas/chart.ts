// Owns how a figure's chart is judged: which charts there are, what a person settled of them, and the log.
// The rule: whatever a person may choose here is logged with who, when and why, and printed with the chart.
import { z } from 'zod';
import { decision } from './decision.ts';
import { identifier, isoDate } from './text.ts';

/** What may be asked for. laney is p or u, whichever fits, with Laney's correction. */
export const chartChoice = z.enum(['xmr', 'p', 'u', 'c', 'laney', 'g', 't', 'run'], {
  error: 'it is xmr, p, u, c, laney, g, t or run',
});
/** What is drawn. */
export const chartKind = z.enum(['xmr', 'p', 'p-prime', 'u', 'u-prime', 'c', 'g', 't', 'run']);

/** The choices where tools differ. */
export const judging = z.object({
  /** Outlying moving ranges are left out of the limits, once; off is as the Excel tool does it. */
  screening: z.boolean(),
  /** Two of three: as Making Data Count has it since November 2023, or the older form. */
  twoOfThree: z.enum(['2023', 'older'], { error: 'it is 2023 or older' }),
  /** Points that make a run or a trend. */
  runLength: z.union([z.literal(6), z.literal(7)], { error: 'it is 6 or 7' }),
});

const reason = z
  .string({ error: 'say why' })
  .trim()
  .min(1, 'say why')
  .max(400, 'it is longer than 400 characters');
const set = { reason: z.string(), setBy: z.string(), setAt: z.string() };

/** From its day on limits are set anew; those before it stay as they were. */
export const rebase = z.object({ date: isoDate, ...set });
export const chartTarget = z.object({ value: z.number(), ...set });

export const chartSettings = z.object({
  metric: identifier,
  judging,
  target: chartTarget.nullable(),
  rebases: z.array(rebase),
  /** The charts that this figure can be asked as, the usual one first; none where no chart judges it. */
  charts: z.array(z.object({ id: chartChoice, title: z.string(), suits: z.string() })),
  /** Whether a target can be judged: not where the measure has no good side. */
  takesTarget: z.boolean(),
  decisions: z.array(decision),
});

export const chartSettingsRequest = z.object({ metric: identifier });
export const chartJudgeRequest = z.object({ metric: identifier, ...judging.partial().shape, reason });
export const chartTargetRequest = z.object({ metric: identifier, target: z.number().nullable(), reason });
export const chartRebaseRequest = z.object({ metric: identifier, date: isoDate, reason });

export type ChartChoice = z.infer<typeof chartChoice>;
export type ChartKind = z.infer<typeof chartKind>;
export type Judging = z.infer<typeof judging>;
export type Rebase = z.infer<typeof rebase>;
export type ChartTarget = z.infer<typeof chartTarget>;
export type ChartSettings = z.infer<typeof chartSettings>;
export type ChartJudgeRequest = z.infer<typeof chartJudgeRequest>;
export type ChartTargetRequest = z.infer<typeof chartTargetRequest>;
export type ChartRebaseRequest = z.infer<typeof chartRebaseRequest>;
