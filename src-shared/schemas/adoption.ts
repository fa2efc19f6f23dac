// Owns the shape of "before and after adoption": one series against its own continuation, or why not.
import { z } from 'zod';
import { figure, grain, metricCard, timelineEvent } from './figure.ts';
import { note } from './import.ts';
import { seriesBreak } from './series-break.ts';
import { identifier, isoDate } from './text.ts';

export const adoptionRequest = z.object({
  metric: identifier,
  from: isoDate.optional(),
  to: isoDate.optional(),
  /** Month where the metric has months, else quarter. */
  grain: grain.optional(),
  filters: z.record(identifier, z.string()).optional(),
  /** Whole periods after adoption that are left out as a phase-in: chosen before looking at the result. */
  transition: z.int().min(0).max(12).optional(),
});

/** Why there is no model. */
export const adoptionRefusal = z.enum([
  'not-adopted',
  'survey',
  'too-rare',
  'rolling',
  'no-data',
  'series-break',
  'too-few-before',
  'too-few-after',
  'too-few-points',
  'too-much-hidden',
  'no-variation',
  'not-estimable',
]);

const limits = { lower: z.number(), upper: z.number() };

/** One quantity of the model with its 95 % interval; `shown` is ready for people, its unit included. */
export const adoptionEstimate = z.object({
  id: z.enum([
    'pre-slope',
    'level-change',
    'slope-change',
    'post-slope',
    'latest-difference',
    'latest-percent',
  ]),
  title: z.string(),
  unit: z.string(),
  estimate: z.number(),
  ...limits,
  /** Two-sided; null where it is that of another row. */
  p: z.number().nullable(),
  shown: z.object({ estimate: z.string(), interval: z.string(), p: z.string() }),
});

/** One analysis of the same series: in the metric's unit, or (rate ratio) as a ratio. */
export const adoptionAnalysis = z.object({
  id: z.enum(['ols', 'newey-west', 'prais-winsten', 'reml-ar1', 'no-season', 'quasi-poisson']),
  title: z.string(),
  /** Gives the verdict. */
  primary: z.boolean(),
  measure: z.enum(['difference', 'rate-ratio']),
  /** Null where it cannot be estimated. */
  levelChange: z.object({ estimate: z.number(), ...limits, p: z.number(), shown: z.string() }).nullable(),
  latest: z.object({ estimate: z.number(), ...limits, p: z.number(), shown: z.string() }).nullable(),
  /** Whether sign and significance at the latest point are those of the primary; null for the primary. */
  agrees: z.boolean().nullable(),
  note: z.string(),
});

/** One period of the series. Outside the model (left out, or a transition) nothing is fitted. */
export const adoptionPoint = z.object({
  from: isoDate,
  to: isoDate,
  period: z.string(),
  phase: z.enum(['before', 'after', 'transition', 'left-out']),
  /** Null for a gap: hidden, or not available. */
  observed: z.number().nullable(),
  shown: z.string(),
  fitted: z.object({ value: z.number(), shown: z.string() }).nullable(),
  /** The earlier line and season continued, with its band; after adoption only. */
  counterfactual: z.object({ value: z.number(), ...limits, shown: z.string() }).nullable(),
});

export const adoptionVerdict = z.enum([
  'consistent-with-improvement',
  'no-clear-change',
  'consistent-with-worsening',
  'higher',
  'lower',
  'too-little-data',
]);

const asked = { metric: metricCard, request: adoptionRequest };

/** The headline beside the model: seven points running on one side of the mean before adoption. */
export const adoptionShift = z.object({
  verdict: adoptionVerdict,
  text: z.string(),
  baselineMean: z.number().nullable(),
  run: z.object({ from: isoDate, to: isoDate }).nullable(),
});

export const adoption = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('refused'),
    ...asked,
    code: adoptionRefusal,
    /** What is in the way, and what to do about it. */
    reason: z.string(),
    advice: z.string(),
  }),
  z.object({
    status: z.literal('modelled'),
    ...asked,
    adoptionDate: isoDate,
    grain,
    model: z.object({
      id: z.enum(['ols', 'prais-winsten', 'reml-ar1']),
      title: z.string(),
      /** How the terms are coded, and which points are in. */
      coding: z.string(),
      strength: z.enum(['indicative', 'limited', 'adequate']),
      harmonics: z.int(),
    }),
    points: z.object({
      before: z.int(),
      after: z.int(),
      gaps: z.int(),
      transition: z.int(),
      leftOut: z.int(),
    }),
    diagnostics: z.object({
      /** The memory of the errors; null for least squares. */
      phi: z.number().nullable(),
      /** Of the residuals of least squares. */
      lag1: z.number().nullable(),
      residualSd: z.number(),
      rSquared: z.number().nullable(),
      hacLag: z.int(),
    }),
    estimates: z.array(adoptionEstimate),
    series: z.array(adoptionPoint),
    sensitivity: z.array(adoptionAnalysis),
    robust: z.boolean(),
    robustness: z.string(),
    verdict: adoptionVerdict,
    verdictText: z.string(),
    shift: adoptionShift,
    /** Everything on the time line of the series; and of it what else happened in the time modelled. */
    events: z.array(timelineEvent),
    breaks: z.array(seriesBreak),
    coInterventions: z.array(timelineEvent),
    warnings: z.array(note),
    reading: z.string(),
    provenance: figure.shape.provenance,
  }),
]);

export type AdoptionRequest = z.infer<typeof adoptionRequest>;
export type AdoptionRefusal = z.infer<typeof adoptionRefusal>;
export type AdoptionEstimate = z.infer<typeof adoptionEstimate>;
export type AdoptionAnalysis = z.infer<typeof adoptionAnalysis>;
export type AdoptionPoint = z.infer<typeof adoptionPoint>;
export type AdoptionShift = z.infer<typeof adoptionShift>;
export type AdoptionVerdict = z.infer<typeof adoptionVerdict>;
export type Adoption = z.infer<typeof adoption>;
export type ModelledAdoption = Extract<Adoption, { status: 'modelled' }>;
export type RefusedAdoption = Extract<Adoption, { status: 'refused' }>;
