// Owns what crosses a boundary of the cumulative rule: the rule, the flags, the decisions, the released count.
import { z } from 'zod';
import { pseudonym } from './officer.ts';

export const patternRuleRequest = z.object({
  interventions: z.int().min(2, 'a pattern is of two interventions or more').max(20),
  months: z.int().min(1).max(120),
  minuted: z.string().trim().min(3, 'say where it was minuted').max(500),
});
export const patternRule = patternRuleRequest.extend({ setAt: z.string(), setBy: z.string() });

/** The count that the officer released, in the words that a pack may show. */
export const publishedCount = z.object({
  shown: z.string(),
  interventions: z.int(),
  months: z.int(),
  publishedAt: z.string(),
  publishedBy: z.string(),
});

/** What anybody may see; the rule itself and its history only while the officer's key is unlocked. */
export const patternState = z.object({
  set: z.boolean(),
  reading: z.string(),
  rule: patternRule.nullable(),
  /** Earlier rules, newest first. */
  history: z.array(patternRule),
  published: publishedCount.nullable(),
});

export const patternDecisions = [
  'no further step',
  'conversation',
  'formal step considered',
  'other',
] as const;
export const decideRequest = z.object({
  pseudonym,
  decision: z.enum(patternDecisions),
  reason: z.string().trim().min(10, 'say why, in 10 characters or more').max(1000),
});
export const patternDecision = z.object({
  decision: z.enum(patternDecisions),
  reason: z.string(),
  decidedAt: z.string(),
  decidedBy: z.string(),
});

/** One event on which something informal was done about the person. */
export const intervention = z.object({
  /** Its case references; more than one where cases are linked. */
  cases: z.array(z.string()),
  /** The day it was closed, or received where no closing is told. */
  date: z.string(),
  dateOf: z.enum(['closed', 'received']),
  /** What was done, in the words of the lists. */
  outcome: z.string(),
  /** Who decided, by role. */
  givenBy: z.string().nullable(),
});

export const patternFlag = z.object({
  pseudonym,
  role: z.string().nullable(),
  /** Those that stand in a window of the rule's months which holds enough of them, by date. */
  interventions: z.array(intervention),
  /** The most that one window holds. */
  count: z.int(),
  first: z.string(),
  last: z.string(),
  /** The latest decision, unless interventions came to light after it. */
  decision: patternDecision.nullable(),
  /** Decisions before that, newest first. */
  earlier: z.array(patternDecision),
});

export const patternFlags = z.object({
  reading: z.string(),
  rule: patternRule.nullable(),
  /** Those that nobody has decided on come first. */
  flags: z.array(patternFlag),
});

export type PatternRule = z.infer<typeof patternRule>;
export type PatternRuleRequest = z.infer<typeof patternRuleRequest>;
export type PatternState = z.infer<typeof patternState>;
export type PublishedCount = z.infer<typeof publishedCount>;
export type DecideRequest = z.infer<typeof decideRequest>;
export type PatternDecision = z.infer<typeof patternDecision>;
export type Intervention = z.infer<typeof intervention>;
export type PatternFlag = z.infer<typeof patternFlag>;
export type PatternFlags = z.infer<typeof patternFlags>;
