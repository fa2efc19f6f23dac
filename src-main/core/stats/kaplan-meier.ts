// Time to an event when some cases are still open: the Kaplan-Meier curve, its median and its limits.
// Rule: an open case is censored at the extract date, never dropped and never counted as closed.
import { zForLevel } from './confidence-level.ts';

/** log-log stays within 0 to 1 and is the default; log is R's default; plain is symmetric, clipped. */
export type SurvivalTransform = 'log-log' | 'log' | 'plain';

export interface SurvivalCases {
  /** Days (or any unit) from start to the event or, for an open case, to the extract date; 0 is allowed. */
  readonly durations: readonly number[];
  /** True where the event happened (closed), false where the case is still open. */
  readonly events: readonly boolean[];
}

export interface SurvivalOptions {
  readonly level?: number | undefined;
  readonly transform?: SurvivalTransform | undefined;
}

/** The curve after the event(s) at `time`. */
export interface SurvivalStep {
  readonly time: number;
  readonly atRisk: number;
  readonly events: number;
  /** Share still open, 0 to 1. */
  readonly survival: number;
  /** Greenwood's standard error and the limits; null once nothing is left open. */
  readonly standardError: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

export interface SurvivalCurve {
  readonly n: number;
  readonly events: number;
  /** The longest time any case was followed; null without cases. */
  readonly lastFollowUp: number | null;
  readonly steps: readonly SurvivalStep[];
}

export interface SurvivalMedian {
  readonly n: number;
  readonly events: number;
  /** Null: more than half are still open. The limits are null where the limit's curve does not reach half. */
  readonly median: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/**
 * Kaplan-Meier curve with Greenwood standard errors. At one time, events come before censorings.
 * Source: Kaplan and Meier 1958; Greenwood 1926; log-log limits as Kalbfleisch and Prentice.
 * Throws RangeError when the arrays differ in length or a duration is negative or not finite.
 */
export function kaplanMeier(cases: SurvivalCases, options: SurvivalOptions = {}): SurvivalCurve {
  const { level = 0.95, transform = 'log-log' } = options;
  const z = zForLevel(level);
  const ordered = inTimeOrder(cases);
  const steps: SurvivalStep[] = [];
  let survival = 1;
  let hazardVariance = 0;
  for (let first = 0; first < ordered.length; ) {
    const { time } = ordered[first] ?? { time: 0 };
    let next = first;
    let events = 0;
    for (; ordered[next]?.time === time; next++) if (ordered[next]?.event) events++;
    const atRisk = ordered.length - first;
    if (events > 0) {
      survival *= (atRisk - events) / atRisk;
      hazardVariance += events / (atRisk * (atRisk - events));
      steps.push({
        time,
        atRisk,
        events,
        survival,
        ...limitsAt(survival, Math.sqrt(hazardVariance), z, transform),
      });
    }
    first = next;
  }
  const events = steps.reduce((sum, step) => sum + step.events, 0);
  return { n: ordered.length, events, lastFollowUp: ordered.at(-1)?.time ?? null, steps };
}

/** The median time with its limits by inverting the curve's limits. Source: Brookmeyer and Crowley 1982. */
export function kaplanMeierMedian(cases: SurvivalCases, options: SurvivalOptions = {}): SurvivalMedian {
  const curve = kaplanMeier(cases, options);
  return {
    n: curve.n,
    events: curve.events,
    median: timeToReach(curve, 0.5),
    lower: timeToReach(curve, 0.5, 'lower'),
    upper: timeToReach(curve, 0.5, 'upper'),
  };
}

/**
 * The first time the curve (or one of its limits) is below `share` still open; where it lies on `share` for a
 * whole step, the middle of that step, which ends at the next event or else at the last follow-up (R's rule).
 * Null when it is never reached.
 */
export function timeToReach(
  curve: SurvivalCurve,
  share: number,
  line: 'survival' | 'lower' | 'upper' = 'survival',
): number | null {
  const rounding = Math.sqrt(Number.EPSILON);
  const found = curve.steps.findIndex((step) => (step[line] ?? Number.POSITIVE_INFINITY) < share + rounding);
  const step = curve.steps[found];
  if (step === undefined) return null;
  if ((step[line] ?? 0) < share - rounding) return step.time;
  const end = curve.steps[found + 1]?.time ?? curve.lastFollowUp ?? step.time;
  return (step.time + end) / 2;
}

/**
 * Share still open at `time`, with its limits; before the first event 1 with limits 1.
 * Past the last follow-up with cases still open the curve says nothing: null.
 */
export function survivalAt(
  curve: SurvivalCurve,
  time: number,
): Pick<SurvivalStep, 'survival' | 'lower' | 'upper'> | null {
  const step = curve.steps.findLast((candidate) => candidate.time <= time);
  const followed = curve.lastFollowUp !== null && time <= curve.lastFollowUp;
  if (!followed && step?.survival !== 0) return null;
  if (step === undefined) return { survival: 1, lower: 1, upper: 1 };
  return { survival: step.survival, lower: step.lower, upper: step.upper };
}

function inTimeOrder({ durations, events }: SurvivalCases): { time: number; event: boolean }[] {
  if (durations.length !== events.length)
    throw new RangeError('Every case has one duration and one event flag.');
  return durations
    .map((time, index) => {
      if (!(time >= 0 && Number.isFinite(time)))
        throw new RangeError(`A duration is zero or more, not ${time}.`);
      return { time, event: events[index] === true };
    })
    .sort((a, b) => a.time - b.time);
}

/** `relativeError` is the standard error divided by the survival. */
function limitsAt(
  survival: number,
  relativeError: number,
  z: number,
  transform: SurvivalTransform,
): Pick<SurvivalStep, 'standardError' | 'lower' | 'upper'> {
  if (survival === 0) return { standardError: null, lower: null, upper: null };
  const standardError = survival * relativeError;
  const [low, high] = transformedLimits(survival, relativeError * z, transform);
  return { standardError, lower: Math.max(0, low), upper: Math.min(1, high) };
}

function transformedLimits(survival: number, reach: number, transform: SurvivalTransform): [number, number] {
  if (transform === 'plain') return [survival * (1 - reach), survival * (1 + reach)];
  if (transform === 'log') return [survival * Math.exp(-reach), survival * Math.exp(reach)];
  const power = Math.exp(-reach / Math.log(survival));
  return [survival ** power, survival ** (1 / power)];
}
