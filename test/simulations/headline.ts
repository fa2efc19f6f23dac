// What the headline verdict and the special-cause rules say of series whose truth is known, as shares of charts.
import { postAdoptionShift, specialCause, xmr } from '#core/stats/index.ts';
import { type Noise, noiseSeries } from './noise.ts';

export type Judge = (values: readonly number[]) => boolean;

/** "Consistent with improvement" at 12 points before adoption, the rest after. */
export const headlineImproves: Judge = (values) =>
  postAdoptionShift(values, { baselineN: 12, improvementDirection: 'increase' }).verdict ===
  'consistent_with_improvement';

/** Any of the four rules at any point, limits from all points or frozen at the first `baseline`. */
export const anyFlag =
  (baseline: number | null = null): Judge =>
  (values) => {
    const chart = xmr(values, { fixAfterNPoints: baseline });
    const { points } = specialCause(chart, { improvementDirection: 'increase' });
    return points.some(({ causes }) => causes.length > 0);
  };

/** The share of simulated charts of which `judge` says yes, 0 to 1. */
export function shareOf(judge: Judge, noise: Partial<Noise>, charts: number): number {
  const whole = { points: 24, autocorrelation: 0, step: 0, stepAt: 12, ...noise };
  return noiseSeries(whole, charts).filter(judge).length / charts;
}

/**
 * How far a share of `charts` may lie from a printed percentage that was itself simulated 3,000 times and rounded:
 * three standard errors of both, and half a point.
 */
export function monteCarloError(expected: number, charts: number): number {
  return 3 * Math.sqrt(expected * (1 - expected) * (1 / charts + 1 / 3000)) + 0.005;
}
