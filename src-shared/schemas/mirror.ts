// Owns the perception-gap mirror: the same question as officers and councillors answered it, side by side.
import { z } from 'zod';
import { interval, suppression } from './figure.ts';
import { note } from './import.ts';
import { isoDate, shortName } from './text.ts';

export const mirrorRequest = z.object({
  from: isoDate.optional(),
  to: isoDate.optional(),
  theme: z.string().optional(),
  /** The survey of each side; the one with the latest wave unless named. */
  officers: shortName.optional(),
  councillors: shortName.optional(),
});

export const mirrorPoint = z.object({
  value: z.number().nullable(),
  base: z.number().nullable(),
  interval: interval.nullable(),
  suppressed: suppression.nullable(),
  shown: z.string(),
  reason: z.string().nullable(),
});

export const mirrorSide = z.object({ instrument: z.string(), wave: isoDate, period: z.string() });

export const mirrorVerdict = z.enum([
  'officers-higher',
  'councillors-higher',
  'no-clear-difference',
  'too-few',
  'hidden',
  'other-scale',
]);

export const mirrorRow = z.object({
  line: z.string(),
  question: z.string(),
  theme: z.string().nullable(),
  officers: mirrorPoint,
  councillors: mirrorPoint,
  /** Officers minus councillors, in percentage points. Null where one side is hidden or on another scale. */
  gap: z.object({ value: z.number(), interval }).nullable(),
  /** Of this question alone; and adjusted for all the questions tested here. Null where it is not tested. */
  p: z.number().nullable(),
  adjustedP: z.number().nullable(),
  verdict: mirrorVerdict,
  /** The verdict in words. */
  says: z.string(),
});

export const mirror = z.object({
  /** Null where there is no survey of that side. */
  officers: mirrorSide.nullable(),
  councillors: mirrorSide.nullable(),
  rows: z.array(mirrorRow),
  /** How many questions were tested together. */
  tested: z.int(),
  reading: z.string(),
  method: z.string(),
  suppression: z.string(),
  warnings: z.array(note),
});

export type Mirror = z.infer<typeof mirror>;
export type MirrorRow = z.infer<typeof mirrorRow>;
export type MirrorPoint = z.infer<typeof mirrorPoint>;
export type MirrorRequest = z.infer<typeof mirrorRequest>;
export type MirrorVerdict = z.infer<typeof mirrorVerdict>;
