// The interval for a difference of two independent proportions, built from their Wilson limits.
import { wilson } from './wilson.ts';

export interface DifferenceInterval {
  /** First minus second proportion, -1 to 1. */
  readonly difference: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * x1 / n1 - x2 / n2 with Newcombe's hybrid score interval, no continuity correction.
 * Source: Newcombe 1998, Stat Med 17:873, method 10. Throws RangeError as `wilson` does.
 */
export function newcombe(x1: number, n1: number, x2: number, n2: number, level = 0.95): DifferenceInterval {
  const first = wilson(x1, n1, level);
  const second = wilson(x2, n2, level);
  const difference = first.p - second.p;
  return {
    difference,
    lower: difference - Math.hypot(first.p - first.lower, second.upper - second.p),
    upper: difference + Math.hypot(first.upper - first.p, second.p - second.lower),
  };
}
