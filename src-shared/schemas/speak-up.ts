// Owns the shape of the speak-up panel: readings side by side, each a figure as it may be shown.
import { z } from 'zod';
import { figure } from './figure.ts';
import { isoDate } from './text.ts';

export const speakUpRequest = z.object({ from: isoDate.optional(), to: isoDate.optional() });

export const speakUpReading = z.object({
  id: z.enum(['volume', 'channels', 'safe-to-raise', 'detriment', 'told-outcome']),
  title: z.string(),
  about: z.string(),
  /** A figure for the log, or one for every survey question that asks for it. */
  entries: z.array(
    z.object({
      /** The survey, or the log. */
      source: z.string(),
      /** The question as it was last worded; null for the log. */
      wording: z.string().nullable(),
      figure,
    }),
  ),
  /** What would supply it, where nothing measures it. */
  missing: z.string().nullable(),
});

export const speakUp = z.object({ caution: z.string(), readings: z.array(speakUpReading) });

export type SpeakUp = z.infer<typeof speakUp>;
export type SpeakUpRequest = z.infer<typeof speakUpRequest>;
