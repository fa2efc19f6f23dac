// Owns what is asked for and answered when a pack is built.
import { z } from 'zod';
import { note } from './import.ts';
import { identifier, isoDate, shortName } from './text.ts';

export const packProfile = z.enum(['published', 'committee']);

export const circulation = z.enum(['public', 'exempt'], { error: 'it is public or exempt' });

export const packRequest = z.object({
  edition: identifier,
  /** "2024/25", "2024-25 Q2", "2024", "2024-11" or "2024-04-01..2025-03-31". */
  period: z.string().min(4).max(40),
  profile: packProfile.default('committee'),
  /** Which twin; without it the first that the edition has. */
  circulation: circulation.optional(),
});

/** What people type for the cover of an edition's packs of one period. Roles and mailboxes, never a person. */
export const packFront = z.object({
  meetingDate: isoDate.nullable(),
  agendaItem: shortName.nullable(),
  decision: z.enum(['To note the report', 'To approve the report', 'To recommend it to Council']),
  owner: shortName,
  contact: shortName.nullable(),
  nextUpdate: isoDate.nullable(),
  /** Paragraphs of Part 1 of Schedule 12A to the Local Government Act 1972 that an exempt pack falls under. */
  paragraphs: z.array(z.int().min(1).max(7)),
  /** Why the public interest in keeping it exempt outweighs that in disclosing it. */
  publicInterest: z.string().max(1000).nullable(),
});

export const defaultFront: z.infer<typeof packFront> = {
  meetingDate: null,
  agendaItem: null,
  decision: 'To note the report',
  owner: 'Monitoring Officer',
  contact: null,
  nextUpdate: null,
  paragraphs: [1, 2],
  publicInterest: null,
};

export const packResult = z.object({
  pack: z.string(),
  edition: z.string(),
  circulation,
  profile: packProfile,
  period: z.string(),
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
export type PackFront = z.infer<typeof packFront>;
export type Circulation = z.infer<typeof circulation>;
export type PackRequest = z.infer<typeof packRequest>;
export type PackResult = z.infer<typeof packResult>;
