// Owns what people say of survey questions beyond their line: behaviours, step of awareness, whom a survey asks.
import { z } from 'zod';
import { awarenessSteps } from '../vocabulary/awareness.ts';
import { behaviours } from '../vocabulary/protocol.ts';
import { decision } from './decision.ts';
import { shortName } from './text.ts';

const behaviour = z.enum(
  behaviours.terms.map(({ label }) => label),
  { error: `it is ${behaviours.terms.map(({ label }) => label).join(', ')}` },
);
const step = z.enum(awarenessSteps, { error: `it is ${awarenessSteps.join(', ')}` });
export const surveySides = ['officers', 'councillors'] as const;
const side = z.enum(surveySides, { error: 'it is officers or councillors' });

export const surveyLens = z.object({
  lines: z.array(
    z.object({
      line: z.string(),
      title: z.string(),
      instruments: z.array(z.string()),
      theme: z.string().nullable(),
      /** What a person confirmed; null where nobody has said. Only these count in a figure. */
      behaviours: z.array(behaviour).nullable(),
      /** What its words suggest. */
      suggested: z.array(behaviour),
      /** Its step of awareness, and whether its words tell it or a person said so. */
      step: step.nullable(),
      stepBy: z.enum(['wording', 'person']),
    }),
  ),
  instruments: z.array(
    z.object({
      instrument: z.string(),
      /** Whom it asks; null where its name does not tell and nobody has said. */
      side: side.nullable(),
      sideBy: z.enum(['name', 'person']),
    }),
  ),
  decisions: z.array(decision),
});

/** An empty list says that it asks about none of the seven; null takes back what was said. */
export const surveyTag = z.object({ line: z.string(), behaviours: z.array(behaviour).max(7).nullable() });

/** `none`: it is no step; null: go by its wording again. */
export const surveyStep = z.object({
  line: z.string(),
  step: z.enum([...awarenessSteps, 'none']).nullable(),
});

/** Null: go by its name again. */
export const surveyAsks = z.object({ instrument: shortName, side: side.nullable() });

export type SurveyLens = z.infer<typeof surveyLens>;
