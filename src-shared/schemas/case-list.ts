// Owns the shape of the list of single cases that an exempt pack may hold: roles and states, nobody and no words.
import { z } from 'zod';
import { isoDate } from './text.ts';

export const caseEntry = z.object({
  /** The council's own reference; null where it may hold words. */
  ref: z.string().nullable(),
  scheme: z.string().nullable(),
  /** Null where only the year is known. */
  received: isoDate.nullable(),
  acknowledged: isoDate.nullable(),
  closed: isoDate.nullable(),
  status: z.string(),
  tier: z.string().nullable(),
  reporterRole: z.string().nullable(),
  subjectRole: z.string().nullable(),
  /** Code headings, joined with "; ". */
  categories: z.string().nullable(),
  stage: z.string().nullable(),
  outcome: z.string().nullable(),
  sanction: z.string().nullable(),
  support: z.string().nullable(),
  decisionMakers: z.string().nullable(),
  formalRoute: z.string().nullable(),
});

/** Cases received or closed in the dates, and those open still; null while the officer's key is locked. */
export const caseList = z.array(caseEntry).nullable();

export type CaseEntry = z.infer<typeof caseEntry>;
export type CaseList = z.infer<typeof caseList>;
