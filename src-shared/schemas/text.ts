// Owns the small value schemas that the others are made of.
import { z } from 'zod';

/** A calendar date, `YYYY-MM-DD`. */
export const isoDate = z.iso.date();
/** The name of a file or a thing: one line, no path in it. */
export const shortName = z.string().trim().min(1, 'it is empty').max(200, 'it is longer than 200 characters');
/** A file in the inbox, by the SHA-256 of its bytes. */
export const fileId = z.string().regex(/^[0-9a-f]{64}$/);
/** A lower-case identifier such as a kind, metric or edition. */
export const identifier = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/, 'use small letters, digits and dashes');
