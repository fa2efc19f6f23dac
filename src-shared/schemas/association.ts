// Owns the shape of an exploratory link between a survey and another figure, or why none is computed.
import { z } from 'zod';
import { figure, metricCard } from './figure.ts';
import { note } from './import.ts';
import { identifier } from './text.ts';

const filters = z.record(identifier, z.string()).optional();

export const associationRequest = z.object({
  /** A figure of a survey, by wave; its filters pick instrument, theme or question. */
  survey: identifier,
  surveyFilters: filters,
  /** A figure that is counted by quarter. */
  other: identifier,
  otherFilters: filters,
});

export const associationRefusal = z.enum([
  'not-a-survey',
  'not-by-quarter',
  'rolling',
  'no-data',
  'too-few-waves',
  'no-variation',
]);

/** The changes of both from wave to wave; the other figure so many quarters after the wave's. */
export const laggedAssociation = z.object({
  lag: z.int(),
  pairs: z.int(),
  correlation: z.number().nullable(),
  lower: z.number().nullable(),
  upper: z.number().nullable(),
  effectivePairs: z.number().nullable(),
  shown: z.string(),
});

const asked = { survey: metricCard, other: metricCard, request: associationRequest };

export const association = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('refused'),
    ...asked,
    code: associationRefusal,
    reason: z.string(),
    advice: z.string(),
  }),
  z.object({
    status: z.literal('explored'),
    ...asked,
    /** "Exploratory, not evidence of cause." */
    label: z.string(),
    waves: z.int(),
    /** In the order of their lags, which were chosen in advance; never by size. */
    lags: z.array(laggedAssociation),
    warnings: z.array(note),
    reading: z.string(),
    provenance: z.object({ survey: figure.shape.provenance, other: figure.shape.provenance }),
  }),
]);

export type AssociationRequest = z.infer<typeof associationRequest>;
export type AssociationRefusal = z.infer<typeof associationRefusal>;
export type LaggedAssociation = z.infer<typeof laggedAssociation>;
export type ExploredAssociation = z.infer<typeof association>;
