// Made-up monthly series whose truth is known: normal noise, alike from month to month or not, with a step or none.
import { type Random, randoms } from '../config/randoms.ts';

export interface Noise {
  readonly points: number;
  /** Correlation of neighbouring points (AR(1)); every point has standard deviation 1. */
  readonly autocorrelation: number;
  /** Added to every point from `stepAt` on, in standard deviations. */
  readonly step: number;
  readonly stepAt: number;
}

/** `count` series from one seed: the same series at every run. */
export function noiseSeries(noise: Noise, count: number, seed = 20240617): number[][] {
  const random = randoms(seed);
  return Array.from({ length: count }, () => oneSeries(noise, random));
}

function oneSeries({ points, autocorrelation, step, stepAt }: Noise, random: Random): number[] {
  const fresh = Math.sqrt(1 - autocorrelation ** 2);
  let level = normal(random);
  return Array.from({ length: points }, (_, index) => {
    if (index > 0) level = autocorrelation * level + fresh * normal(random);
    return level + (index >= stepAt ? step : 0);
  });
}

/** A standard normal number (Box and Muller 1958). */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
