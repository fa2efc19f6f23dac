// Owns the question registry: one question of one wave, and the line that joins it across waves.
import { z } from 'zod';
import { isoDate, shortName } from './text.ts';

export const surveyQuestion = z.object({
  /** The question in its wave: import and column. */
  question: z.string(),
  instrument: shortName,
  wave: isoDate,
  wording: z.string(),
  /** The line it belongs to: questions of several waves with one line are compared. */
  line: z.string(),
  lineTitle: z.string(),
  theme: z.string().nullable(),
  scale: z.string().nullable(),
  base: z.int().nullable(),
  /** Negatively worded: agreeing is the unfavourable answer, and scores are turned round. */
  reversed: z.boolean(),
  linkedBy: z.enum(['wording', 'person']),
});

export const surveyLink = z.object({ question: z.string(), line: z.string() });

export const surveyWording = z.object({ question: z.string(), reversed: z.boolean() });

export type SurveyQuestion = z.infer<typeof surveyQuestion>;
