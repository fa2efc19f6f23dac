// Intervals of an event rate: Garwood exact below ten events, Byar's approximation from ten.
import { tailProbability, zForLevel } from './confidence-level.ts';
import { gammaQuantile, gammaUpperQuantile } from './gamma-tails.ts';
import { requireCount, requirePositive } from './whole-count.ts';

export interface CountInterval {
  readonly lower: number;
  readonly upper: number;
}

export interface PoissonRate extends CountInterval {
  /** count / exposure x multiplier; the limits are on the same scale. */
  readonly rate: number;
  readonly method: 'garwood' | 'byar';
}

/** From this many events on the Fingertips rule uses Byar's approximation. */
const BYAR_FROM = 10;

/**
 * The rate of `count` events over `exposure` (people, person-years, FTE days), per `multiplier` units of it.
 * No events still have an upper limit (3.69 / exposure at 95 %).
 * Source: Garwood 1936; Breslow and Day 1987; the OHID Fingertips rule.
 * Throws RangeError unless count is whole and >= 0, exposure and multiplier are above 0 and 0 < level < 1.
 */
export function poissonRate(count: number, exposure: number, multiplier: number, level = 0.95): PoissonRate {
  requireCount('A count of events', count);
  requirePositive('The exposure', exposure);
  requirePositive('The multiplier', multiplier);
  const method = count < BYAR_FROM ? 'garwood' : 'byar';
  const { lower, upper } = method === 'garwood' ? garwood(count, level) : byar(count, level);
  const scale = multiplier / exposure;
  return { rate: count * scale, lower: lower * scale, upper: upper * scale, method };
}

/** Garwood's exact limits for the expected number of events, given that `count` were seen. */
export function garwood(count: number, level = 0.95): CountInterval {
  requireCount('A count of events', count);
  const tail = tailProbability(level);
  return {
    lower: count === 0 ? 0 : gammaQuantile(tail, count),
    upper: gammaUpperQuantile(tail, count + 1),
  };
}

/** Byar's approximation to the same limits, lower not below 0. */
export function byar(count: number, level = 0.95): CountInterval {
  requireCount('A count of events', count);
  const z = zForLevel(level);
  const next = count + 1;
  const lower = count === 0 ? 0 : count * (1 - 1 / (9 * count) - z / (3 * Math.sqrt(count))) ** 3;
  return { lower: Math.max(0, lower), upper: next * (1 - 1 / (9 * next) + z / (3 * Math.sqrt(next))) ** 3 };
}
