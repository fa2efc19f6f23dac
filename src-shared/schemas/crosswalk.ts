// Owns the directorate crosswalk: which directorate became which, from what day on.
import { z } from 'zod';
import { decision } from './decision.ts';
import { isoDate, shortName } from './text.ts';

/** From the effective day on, the whole of the old directorate is the new one. */
export const crosswalkRequest = z.object({ old: shortName, new: shortName, effective: isoDate });

export const crosswalkEntry = crosswalkRequest.extend({
  setBy: z.string(),
  setAt: z.string(),
  /** Whether any row carries the old name. */
  inData: z.boolean(),
});

/** A directorate as the data name it, and what it is called in today's structure. */
export const directorateName = z.object({
  name: z.string(),
  first: isoDate,
  last: isoDate,
  today: z.string(),
});

/** What an event of the type reorganisation and the names before and after it suggest. A person decides. */
export const crosswalkSuggestion = crosswalkRequest.extend({ event: z.string() });

export const crosswalkList = z.object({
  entries: z.array(crosswalkEntry),
  names: z.array(directorateName),
  suggestions: z.array(crosswalkSuggestion),
  decisions: z.array(decision),
});

export type CrosswalkRequest = z.infer<typeof crosswalkRequest>;
export type CrosswalkEntry = z.infer<typeof crosswalkEntry>;
export type CrosswalkSuggestion = z.infer<typeof crosswalkSuggestion>;
export type DirectorateName = z.infer<typeof directorateName>;
export type CrosswalkList = z.infer<typeof crosswalkList>;
