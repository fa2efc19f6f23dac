// Owns what a pin is: a figure that somebody keeps for the packs, with what they say of it.
import { z } from 'zod';
import { figureRequest } from './figure.ts';
import { shortName } from './text.ts';

/** How the figure was drawn where it was pinned. */
export const pinKind = z.enum(['control', 'wave', 'bars', 'matrix']);

/** By a role, never by a person. */
export const pinNote = z.object({
  text: z.string().trim().min(1, 'it is empty').max(600, 'it is longer than 600 characters'),
  role: shortName,
});

export const pin = z.object({
  id: z.string(),
  request: figureRequest,
  kind: pinKind,
  /** "Cases received by category". */
  title: z.string(),
  note: pinNote.extend({ at: z.string() }).nullable(),
  pinnedBy: z.string(),
  pinnedAt: z.string(),
});

/** In the order of the packs. */
export const pinList = z.array(pin);

export const pinAddRequest = z.object({
  request: figureRequest,
  kind: pinKind.default('control'),
  note: pinNote.optional(),
});

/** Without a note the one that stands is taken away. */
export const pinNoteRequest = z.object({ id: z.string(), note: pinNote.nullable() });

/** `to` counts from 1. */
export const pinMoveRequest = z.object({ id: z.string(), to: z.int().min(1).max(1000) });

export type Pin = z.infer<typeof pin>;
export type PinKind = z.infer<typeof pinKind>;
export type PinNote = z.infer<typeof pinNote>;
export type PinAddRequest = z.infer<typeof pinAddRequest>;
