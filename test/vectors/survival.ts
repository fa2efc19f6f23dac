// Times to an event, in the vocabulary of their vector file.
import {
  kaplanMeier,
  kaplanMeierMedian,
  logRank,
  type SurvivalTransform,
  survivalAt,
  timeToReach,
} from '#core/stats/index.ts';
import { type ListOf, listOf } from './list-of.ts';

interface SurvivalInput {
  readonly type?: 'logrank';
  readonly time: ListOf<number>;
  readonly event: ListOf<0 | 1>;
  readonly confType: SurvivalTransform;
  readonly level: number;
  readonly at: ListOf<number>;
  readonly group: ListOf<string | number>;
}

export function survivalCase(input: SurvivalInput): unknown {
  if (input.type === 'logrank') return logRankCase(input);
  const cases = { durations: listOf(input.time), events: listOf(input.event).map((event) => event === 1) };
  const options = { level: input.level, transform: input.confType };
  const curve = kaplanMeier(cases, options);
  const { median, lower, upper, n, events } = kaplanMeierMedian(cases, options);
  const { steps } = curve;
  // The files carry the curve on past the last follow-up (R's extend); the product says nothing there.
  const followed = curve.lastFollowUp ?? 0;
  return {
    n,
    events,
    median,
    medianLower: lower,
    medianUpper: upper,
    q25: timeToReach(curve, 0.75),
    q75: timeToReach(curve, 0.25),
    steps: {
      time: steps.map((step) => step.time),
      atRisk: steps.map((step) => step.atRisk),
      events: steps.map((step) => step.events),
      survival: steps.map((step) => step.survival),
      greenwoodSE: steps.map((step) => step.standardError),
      lower: steps.map((step) => step.lower),
      upper: steps.map((step) => step.upper),
    },
    stillOpenAt: listOf(input.at).map((time) => ({ time, ...survivalAt(curve, Math.min(time, followed)) })),
  };
}

function logRankCase(input: SurvivalInput): unknown {
  const [time, event] = [listOf(input.time), listOf(input.event)];
  const group = listOf(input.group).map(String);
  const groupOrder = [...new Set(group)].sort((a, b) => Number(a) - Number(b) || (a < b ? -1 : 1));
  const casesOf = (name: string) => ({
    durations: time.filter((_, index) => group[index] === name),
    events: event.filter((_, index) => group[index] === name).map((flagged) => flagged === 1),
  });
  return { ...logRank(groupOrder.map(casesOf)), groupOrder };
}
