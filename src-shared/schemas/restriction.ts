// Owns what crosses a boundary of the register of contact restrictions.
import { z } from 'zod';
import { pseudonym } from './officer.ts';
import { isoDate } from './text.ts';

/** With whom a member may have no contact, as section VIII has it; never a name. */
export const restrictionScopes = ['one officer', 'a group of officers', 'all officers'] as const;

const words = z.string().trim().min(3, 'say it in a few words').max(500);

export const restrictionRequest = z.object({
  /** Changes this one; else another is added. */
  id: z.string().optional(),
  pseudonym,
  scope: z.enum(restrictionScopes),
  from: isoDate,
  /** The last day; null: without an end, and then it needs a day of review. */
  until: isoDate.nullable(),
  review: isoDate.nullable(),
  /** What gives the power: where the Arrangements were amended, or the member's own agreement; null: nothing yet. */
  power: words.nullable(),
});
export const restrictionEnd = z.object({ id: z.string(), on: isoDate, reason: words });

/** What stands of a restriction on a day. */
export const restrictionState = z.enum(['to come', 'in force', 'review due', 'ended']);

export const restriction = restrictionRequest.extend({
  id: z.string(),
  state: restrictionState,
  /** What a person has to look at, in words. */
  concerns: z.array(z.string()),
  ended: z.object({ on: isoDate, reason: z.string() }).nullable(),
  setAt: z.string(),
  setBy: z.string(),
});
export const restrictionListRequest = z.object({ on: isoDate.optional() });
export const restrictionList = z.object({ reading: z.string(), restrictions: z.array(restriction) });

export type RestrictionRequest = z.infer<typeof restrictionRequest>;
export type RestrictionEnd = z.infer<typeof restrictionEnd>;
export type Restriction = z.infer<typeof restriction>;
export type RestrictionList = z.infer<typeof restrictionList>;
