// Owns the awareness funnel: for each step, the share of those asked in one wave of one survey.
import { z } from 'zod';
import { awarenessSteps } from '../vocabulary/awareness.ts';
import { interval, suppression } from './figure.ts';
import { note } from './import.ts';
import { isoDate, shortName } from './text.ts';

export const funnelRequest = z.object({
  /** The one with the latest wave unless named. */
  instrument: shortName.optional(),
  /** The latest wave between these days; the latest of all unless named. */
  from: isoDate.optional(),
  to: isoDate.optional(),
});

export const funnelStep = z.object({
  step: z.enum(awarenessSteps),
  title: z.string(),
  /** The question that measures it; null where the wave did not ask. */
  line: z.string().nullable(),
  question: z.string().nullable(),
  chosenBy: z.enum(['wording', 'person']).nullable(),
  /** Of those who answered, the per cent who agree or say yes. */
  value: z.number().nullable(),
  base: z.number().nullable(),
  interval: interval.nullable(),
  suppressed: suppression.nullable(),
  /** "62%", "[c]", "not asked". */
  shown: z.string(),
  reason: z.string().nullable(),
});

export const funnel = z.object({
  instrument: z.string().nullable(),
  wave: isoDate.nullable(),
  steps: z.array(funnelStep),
  reading: z.string(),
  method: z.string(),
  warnings: z.array(note),
});

export type Funnel = z.infer<typeof funnel>;
export type FunnelRequest = z.infer<typeof funnelRequest>;
