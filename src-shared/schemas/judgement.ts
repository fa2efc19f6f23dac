// Owns the shape of the year's judgement for the Annual Governance Statement: three answers with evidence for
// and against, the sign-offs, what was not heard. The record names roles and never a user.
import { z } from 'zod';
import {
  confidences,
  evidenceSides,
  evidenceStrengthIds,
  judgementQuestionIds,
  judgementRoles,
  signOffStageIds,
} from '../vocabulary/judgement.ts';
import { inPlaceStates, mechanismIds } from '../vocabulary/mechanisms.ts';
import { decision } from './decision.ts';
import { figureRequest, suppression } from './figure.ts';
import { isoDate } from './text.ts';

/** "2024/25" or "2024-25": a financial year. */
export const judgementYear = z
  .string()
  .regex(/^(?:19|20)\d{2}[/-]\d{2}$/, 'write a financial year, such as 2024/25')
  .refine((text) => (Number(text.slice(0, 4)) + 1) % 100 === Number(text.slice(5)), {
    error: 'its two years do not follow one another',
  })
  .transform((text) => text.replace('-', '/'));

/** Words of a person: some lines, no control characters, never a bare mark or rating. */
const words = (most: number) =>
  z
    .string()
    .trim()
    .min(10, 'say it in 10 characters or more')
    .max(most, `it is longer than ${most} characters`)
    .regex(/^[^\p{Cc}\p{Cs}]*(?:[\n\r\t][^\p{Cc}\p{Cs}]*)*$/u, 'it holds characters that cannot be kept')
    .regex(/\p{L}{2}/u, 'say it in words');

const question = z.enum(judgementQuestionIds, { error: `it is ${judgementQuestionIds.join(', ')}` });
const stage = z.enum(signOffStageIds, { error: `it is ${signOffStageIds.join(', ')}` });
const role = z.enum(judgementRoles, { error: `it is ${judgementRoles.join(', ')}` });
const side = z.enum(evidenceSides, { error: 'it is for or against' });
const strength = z.enum(evidenceStrengthIds, { error: `it is ${evidenceStrengthIds.join(', ')}` });
const confidence = z.enum(confidences, { error: 'it is low, moderate or high' });
/** A person has looked at what screening found in the words, and it may stay. */
const confirm = z.boolean().optional();

export const judgementRequest = z.object({ year: judgementYear });

export const answerRequest = z.object({
  year: judgementYear,
  question,
  words: words(6000),
  confidence,
  confidenceReason: words(2000),
  /** Why there is no evidence for it, or against it, where there is none. */
  noneFor: words(2000).optional(),
  noneAgainst: words(2000).optional(),
  /** Why it changes; of the second version and later ones. */
  reason: words(2000).optional(),
  role,
  confirm,
});

export const evidenceRequest = z.object({
  year: judgementYear,
  question,
  side,
  words: words(3000),
  strength,
  /** The day that it tells of. */
  date: isoDate,
  figure: figureRequest.optional(),
  role,
  confirm,
});

export const evidenceWithdrawal = z.object({
  year: judgementYear,
  id: z.string(),
  reason: words(2000),
  role,
  confirm,
});

const covers = z.partialRecord(question, z.int().min(1));

export const signRequest = z.object({
  year: judgementYear,
  stage,
  /** Of the meeting or the decision. */
  date: isoDate,
  /** Of the minute or the agenda item. */
  reference: z
    .string()
    .trim()
    .min(2, 'give the minute or the agenda item')
    .max(200)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'write it in one line'),
  note: words(2000).optional(),
  /** The versions that lay before them; refused where others are current. */
  covers: covers.optional(),
  role,
  confirm,
});

/** One value of a figure, as it may be shown: the latest period, of each group. */
export const linkedValue = z.object({
  period: z.string(),
  group: z.string().nullable(),
  /** "62%", "1 of 8", "[c]". */
  shown: z.string(),
  base: z.number().nullable(),
  mark: suppression.nullable(),
  reason: z.string().nullable(),
});

/** What a figure said at a moment. */
export const linkedState = z.object({
  at: z.string(),
  /** The day of the latest import behind it then; null where it rests on none. */
  dataOf: isoDate.nullable(),
  title: z.string(),
  unit: z.string(),
  reading: z.string(),
  /** At most 12; `more` of them stand in the figure. */
  values: z.array(linkedValue),
  more: z.int(),
  /** SHA-256 of every value it shows. */
  digest: z.string(),
});

export const linkedFigure = z.object({
  request: figureRequest,
  /** What was relied on. A value that today’s rules hide is hidden here, too. */
  said: linkedState,
  /** What it says today; null where it cannot be read any more. */
  now: linkedState.nullable(),
  /** In words, what differs; empty where nothing does. */
  changed: z.array(z.string()),
});

const recorded = { role, at: z.string() };

export const judgementEvidence = z.object({
  id: z.string(),
  question,
  side,
  words: z.string(),
  strength,
  date: isoDate,
  figure: linkedFigure.nullable(),
  ...recorded,
  withdrawn: z.object({ reason: z.string(), ...recorded }).nullable(),
});

export const answerVersion = z.object({
  version: z.int(),
  words: z.string(),
  confidence,
  confidenceReason: z.string(),
  noneFor: z.string().nullable(),
  noneAgainst: z.string().nullable(),
  /** Why it took the place of the one before; null of the first. */
  reason: z.string().nullable(),
  /** Ids of the evidence that stood when it was recorded. */
  evidence: z.array(z.string()),
  ...recorded,
});

export const judgementAnswer = z.object({
  question,
  title: z.string(),
  asks: z.string(),
  /** One sentence: recorded or not, signed by whom, what has to be weighed anew. */
  standing: z.string(),
  current: answerVersion.nullable(),
  /** Earlier versions, the latest first. */
  earlier: z.array(answerVersion),
  /** By strength, then the latest first; what was withdrawn last. */
  evidence: z.array(judgementEvidence),
  /** Ids of evidence that came or was withdrawn after the current version. */
  unweighed: z.array(z.string()),
});

export const signOff = z.object({
  id: z.string(),
  stage,
  title: z.string(),
  date: isoDate,
  reference: z.string(),
  note: z.string().nullable(),
  covers,
  /** Whether it holds still. */
  stands: z.boolean(),
  /** Why it does not, in words. */
  reopened: z.string().nullable(),
  ...recorded,
});

export const signOffState = z.object({
  stage,
  title: z.string(),
  state: z.enum(['signed', 'next', 'waiting']),
  /** One sentence. */
  reading: z.string(),
  signOff: z.string().nullable(),
});

export const heardMechanism = z.object({
  mechanism: z.enum(mechanismIds),
  title: z.string(),
  inPlace: z.enum(inPlaceStates),
  heard: z.boolean(),
  /** "none", "fewer than 5 rows", "120 rows". */
  rows: z.string(),
});

/** What the year was silent on: counts only. */
export const notHeard = z.object({
  reading: z.string(),
  mechanisms: z.array(heardMechanism),
  /** Quarterly returns of positive examples by directorate: examples, nil returns, nothing. */
  returns: z.array(z.object({ what: z.string(), shown: z.string() })),
});

export const judgementRecord = z.object({
  year: z.string(),
  from: isoDate,
  to: isoDate,
  /** What Council can honestly say this year, and where the record stands. */
  reading: z.string(),
  /** Who is next, and what they wait for; null when Council has signed. */
  next: z.object({ stage: stage.nullable(), text: z.string(), ready: z.boolean() }).nullable(),
  guard: z.string(),
  answers: z.array(judgementAnswer),
  stages: z.array(signOffState),
  /** All there were, in their order. */
  signOffs: z.array(signOff),
  notHeard,
});

/** What screening found in words that were recorded: it may tell who is meant. */
export const screenedText = z.object({
  /** `use-2` of an answer's version, or the id of evidence or of a sign-off. */
  of: z.string(),
  field: z.string(),
  found: z.array(z.object({ kind: z.string(), text: z.string() })),
});

export const judgement = z.object({
  record: judgementRecord,
  screened: z.array(screenedText),
  /** Who did what, by the name of the user: for the workspace, and for no pack. */
  log: z.array(decision),
});

/** The years to choose from: how many of the three answers each has, whether data tell of it, and to its end. */
export const judgementYears = z.array(
  z.object({ year: z.string(), answers: z.int(), data: z.boolean(), whole: z.boolean() }),
);

export type AnswerRequest = z.output<typeof answerRequest>;
export type EvidenceRequest = z.output<typeof evidenceRequest>;
export type EvidenceWithdrawal = z.output<typeof evidenceWithdrawal>;
export type SignRequest = z.output<typeof signRequest>;
export type LinkedState = z.infer<typeof linkedState>;
export type LinkedFigure = z.infer<typeof linkedFigure>;
export type JudgementEvidence = z.infer<typeof judgementEvidence>;
export type AnswerVersion = z.infer<typeof answerVersion>;
export type JudgementAnswer = z.infer<typeof judgementAnswer>;
export type SignOff = z.infer<typeof signOff>;
export type SignOffState = z.infer<typeof signOffState>;
export type NotHeard = z.infer<typeof notHeard>;
export type JudgementRecord = z.infer<typeof judgementRecord>;
export type ScreenedText = z.infer<typeof screenedText>;
export type Judgement = z.infer<typeof judgement>;
export type JudgementYears = z.infer<typeof judgementYears>;
