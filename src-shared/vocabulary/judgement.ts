// Owns the words of the year's judgement: its three answers, the order of sign-offs, strength and confidence.
// The rule: nothing here is a number and nothing adds up; the behaviours are not a tick box (section IV).
import { ownerRoles } from './mechanisms.ts';

export const judgementQuestionIds = ['use', 'strength', 'effectiveness'] as const;
export type JudgementQuestionId = (typeof judgementQuestionIds)[number];

interface JudgementQuestion {
  readonly title: string;
  /** What an answer to it weighs. */
  readonly asks: string;
}

export const judgementQuestions: Readonly<Record<JudgementQuestionId, JudgementQuestion>> = {
  use: {
    title: 'Is the Protocol used?',
    asks: 'Whether people know of it, turn to it and follow its routes.',
  },
  strength: {
    title: 'How strong are the behaviours?',
    asks: 'What can be said of the behaviours of section IV taken together, with what speaks for it and against it.',
  },
  effectiveness: {
    title: 'Council’s judgement of effectiveness',
    asks: 'What Council makes of both answers and of the advice it had. A draft until Council signs it.',
  },
};

export const signOffStageIds = ['monitoring-officer', 'standards', 'audit', 'council'] as const;
export type SignOffStageId = (typeof signOffStageIds)[number];

interface SignOffStage {
  readonly title: string;
  /** The answers that a sign-off of it covers. */
  readonly covers: readonly JudgementQuestionId[];
}

/** In this order. Council alone signs the third answer. */
export const signOffStages: Readonly<Record<SignOffStageId, SignOffStage>> = {
  'monitoring-officer': { title: 'Monitoring Officer', covers: ['use', 'strength'] },
  standards: { title: 'Standards Committee', covers: ['use', 'strength'] },
  audit: { title: 'Audit Committee', covers: ['use', 'strength'] },
  council: { title: 'Council', covers: judgementQuestionIds },
};

export const evidenceSides = ['for', 'against'] as const;
export type EvidenceSide = (typeof evidenceSides)[number];

export const evidenceStrengthIds = ['direct', 'indirect', 'single-account', 'absent'] as const;
export type EvidenceStrengthId = (typeof evidenceStrengthIds)[number];

/** The strongest first. */
export const evidenceStrengths: Readonly<
  Record<EvidenceStrengthId, { readonly title: string; readonly means: string }>
> = {
  direct: { title: 'Direct', means: 'it measures or records the thing itself' },
  indirect: { title: 'Indirect', means: 'it stands in for the thing, or rests on it among others' },
  'single-account': { title: 'Single account', means: 'one person, meeting or case' },
  absent: { title: 'Absent', means: 'it was looked for and is not there' },
};

export const confidences = ['low', 'moderate', 'high'] as const;
export type Confidence = (typeof confidences)[number];

/** Who may record an answer, evidence or a sign-off: a role, never a person. */
export const judgementRoles = [...ownerRoles, 'Chair of the Audit Committee'] as const;

/** Stands wherever the judgement does. */
export const judgementGuard =
  'The list of behaviours is illustrative and not a tick box: reflect on the whole. No score is worked out, and what speaks for and against is never added up.';
