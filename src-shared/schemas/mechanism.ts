// Owns the register of the six mechanisms of section VII: in place or not, whose, last evidence, next due.
import { z } from 'zod';
import { inPlaceStates, mechanismIds, ownerRoles } from '../vocabulary/mechanisms.ts';
import { decision } from './decision.ts';
import { isoDate } from './text.ts';

const inPlace = z.enum(inPlaceStates, { error: 'it is yes, partly or not-yet' });
const cadence = z.int().min(1, 'a month or more').max(60, '60 months at most');

export const mechanismRequest = z.object({
  mechanism: z.enum(mechanismIds, { error: `it is ${mechanismIds.join(', ')}` }),
  inPlace: inPlace.optional(),
  /** A role, never a person. Null takes it off. */
  owner: z
    .enum(ownerRoles, { error: `it is ${ownerRoles.join(', ')}` })
    .nullable()
    .optional(),
  /** Evidence is due so many months after the last. Null: no cadence is set. */
  cadenceMonths: cadence.nullable().optional(),
});

export const mechanismEntry = z.object({
  mechanism: z.enum(mechanismIds),
  title: z.string(),
  kinds: z.array(z.string()),
  inPlace,
  owner: z.enum(ownerRoles).nullable(),
  cadenceMonths: z.int().nullable(),
  /** The last day that its rows tell of, and the day they were imported; null without evidence. */
  lastEvidence: isoDate.nullable(),
  lastImport: isoDate.nullable(),
  nextDue: isoDate.nullable(),
  /** Days past the day it was due; null where it is not. */
  overdueDays: z.int().nullable(),
  /** One sentence: what stands and what to do. */
  reading: z.string(),
  setBy: z.string().nullable(),
  setAt: z.string().nullable(),
});

export const mechanismList = z.object({
  asAt: isoDate,
  reading: z.string(),
  mechanisms: z.array(mechanismEntry),
  decisions: z.array(decision),
});

export type MechanismRequest = z.infer<typeof mechanismRequest>;
export type MechanismEntry = z.infer<typeof mechanismEntry>;
export type MechanismList = z.infer<typeof mechanismList>;
