// Owns what is asked for and answered when a pack is built.
import { z } from 'zod';
import { note } from './import.ts';
import { identifier } from './text.ts';

export const packProfile = z.enum(['published', 'committee']);

export const packRequest = z.object({
  edition: identifier,
  /** "2024/25", "2024-25 Q2", "2024", "2024-11" or "2024-04-01..2025-03-31". */
  period: z.string().min(4).max(40),
  profile: packProfile.default('committee'),
});

export const packResult = z.object({
  pack: z.string(),
  edition: z.string(),
  title: z.string(),
  fileName: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  sheets: z.array(
    z.object({
      name: z.string(),
      title: z.string(),
      rows: z.int(),
      charts: z.int(),
      missing: z.string().nullable(),
    }),
  ),
  notes: z.array(note),
  builtAt: z.string(),
});

/** A pack that left the house: what it tells is remembered, and set against every figure after it. */
export const issuedPack = packResult.pick({ pack: true, edition: true, title: true, sha256: true }).extend({
  issuedAt: z.string(),
  issuedBy: z.string(),
});

export type IssuedPack = z.infer<typeof issuedPack>;
export type PackRequest = z.infer<typeof packRequest>;
export type PackResult = z.infer<typeof packResult>;
