// Owns the shape of the share of cases still open by the days since they were received, as it may be shown.
import { z } from 'zod';
import { isoDate } from './text.ts';

export const survivalRequest = z.object({ from: isoDate, to: isoDate });

export const survivalStep = z.object({
  /** Days since the case was received. */
  days: z.number(),
  /** Per cent still open, with a 95 per cent range; null where there is none. */
  open: z.number(),
  lower: z.number().nullable(),
  upper: z.number().nullable(),
});

export const survival = z.object({
  request: survivalRequest,
  /** Cases with exact days, and those of them that are closed; null where neither may be told. */
  cases: z.int().nullable(),
  closed: z.int().nullable(),
  /** From day 0; empty where there is too little to draw. */
  steps: z.array(survivalStep),
  /** Why there are no steps; null where there are. */
  reason: z.string().nullable(),
  method: z.string(),
});

export type Survival = z.infer<typeof survival>;
export type SurvivalRequest = z.infer<typeof survivalRequest>;
