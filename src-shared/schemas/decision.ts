// Owns one line of the log of what people settled about the data: who, when, what.
import { z } from 'zod';

export const decision = z.object({
  at: z.string(),
  by: z.string(),
  action: z.enum(['set', 'removed']),
  /** In words. */
  what: z.string(),
});

export type Decision = z.infer<typeof decision>;
