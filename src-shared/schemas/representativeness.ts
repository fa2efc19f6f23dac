// Owns who answered a survey against who could have: shares by group, and what weighting by them would change.
import { z } from 'zod';
import { interval, suppression } from './figure.ts';
import { note } from './import.ts';
import { isoDate, shortName } from './text.ts';

export const representativenessRequest = z.object({
  instrument: shortName.optional(),
  from: isoDate.optional(),
  to: isoDate.optional(),
  by: z.enum(['directorate', 'grade', 'party'], { error: 'it is directorate, grade or party' }).optional(),
});

export const representativenessRow = z.object({
  group: z.string(),
  /** Null where hidden, with the mark in `suppressed`. */
  responses: z.number().nullable(),
  population: z.number().nullable(),
  /** Responses as a per cent of the group. */
  rate: z.number().nullable(),
  /** The group's share of the responses and of those who could have answered, and the first minus the second. */
  shareOfResponses: z.number().nullable(),
  shareOfPopulation: z.number().nullable(),
  difference: z.number().nullable(),
  suppressed: suppression.nullable(),
  reason: z.string().nullable(),
});

export const weightedQuestion = z.object({
  line: z.string(),
  question: z.string(),
  /** Per cent favourable as answered, and with each group weighted to its share of the population. */
  unweighted: z.number(),
  weighted: z.number(),
  difference: z.number(),
  base: z.number(),
  /** What the weighted base is worth, by Kish. */
  effectiveBase: z.number(),
  /** Of the weighted percentage, on its effective base. */
  interval,
  /** They differ by more than 3 points. */
  apart: z.boolean(),
});

export const representativeness = z.object({
  instrument: z.string().nullable(),
  wave: isoDate.nullable(),
  by: z.enum(['directorate', 'grade', 'party']),
  responses: z.number().nullable(),
  population: z.number().nullable(),
  rate: z.number().nullable(),
  /** Points either way for a percentage near 50, as an answer of this workforce today; null without a population. */
  margin: z.number().nullable(),
  rows: z.array(representativenessRow),
  /** Null where it cannot be weighted; `warnings` says why. */
  weighted: z.array(weightedQuestion).nullable(),
  reading: z.string(),
  method: z.string(),
  warnings: z.array(note),
});

export type Representativeness = z.infer<typeof representativeness>;
export type RepresentativenessRow = z.infer<typeof representativenessRow>;
export type RepresentativenessRequest = z.infer<typeof representativenessRequest>;
