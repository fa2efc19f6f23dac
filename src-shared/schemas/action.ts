// Owns the shape of the register of lessons and actions as a pack may tell of it: dates and states, no words.
import { z } from 'zod';
import { isoDate } from './text.ts';

export const actionEntry = z.object({
  /** As the file has it; null where it may hold words. */
  ref: z.string().nullable(),
  /** Where the lesson came from. */
  source: z.string().nullable(),
  /** What would point at a case is kept back: null, and `kept` is true. */
  directorate: z.string().nullable(),
  behaviours: z.string().nullable(),
  kept: z.boolean(),
  /** The post that owns it. */
  owner: z.string().nullable(),
  raised: isoDate.nullable(),
  due: isoDate.nullable(),
  done: isoDate.nullable(),
  recheck: isoDate.nullable(),
  recheckResult: z.string().nullable(),
  status: z.string().nullable(),
});

export type ActionEntry = z.infer<typeof actionEntry>;
