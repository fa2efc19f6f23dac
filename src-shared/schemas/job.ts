// Owns what is told of long work: what it is, how far it is, that it can be cancelled.
import { z } from 'zod';

export const job = z.object({
  id: z.string(),
  procedure: z.string(),
  title: z.string(),
  state: z.enum(['waiting', 'running']),
  /** What is being done now, with counts. */
  step: z.string(),
  /** 0 to 1, or null when it cannot be told. */
  fraction: z.number().nullable(),
  startedAt: z.string(),
});

export type Job = z.infer<typeof job>;
