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

/** A pack is a draft until the second person releases it; what was withdrawn is kept and marked. */
export const packStanding = z.enum(['draft', 'released', 'withdrawn']);

export const packWithdrawal = z.object({ at: z.string(), by: z.string(), reason: z.string() });

/** The released pack that this one takes the place of: the one before of its edition, twin and period. */
export const replacedPack = z.object({ pack: z.string(), issue: z.int(), releasedAt: z.string() });

export const packSheet = z.object({
  name: z.string(),
  title: z.string(),
  rows: z.int(),
  charts: z.int(),
  missing: z.string().nullable(),
});

export const packResult = z.object({
  pack: z.string(),
  edition: z.string(),
  circulation,
  profile: packProfile,
  period: z.string(),
  title: z.string(),
  reference: z.string(),
  fileName: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  /** What is beside the workbook: which figure each cell shows. */
  manifest: z.object({ fileName: z.string(), bytes: z.int(), sha256: z.string() }),
  sheets: z.array(packSheet),
  notes: z.array(note),
  standing: packStanding,
  /** The number that it has, or will have, when it is released. */
  issue: z.int().min(1),
  replaces: replacedPack.nullable(),
  /** One hash of everything in the workspace that it was built from. */
  state: z.string(),
  /** ISO instant in UTC of the last change of the workspace that it tells of. */
  asAt: z.string(),
  builtAt: z.string(),
  preparedBy: z.string(),
  releasedAt: z.string().nullable(),
  releasedBy: z.string().nullable(),
  withdrawn: packWithdrawal.nullable(),
});

/** `stale`: a draft whose workspace has changed since it was built, so that it cannot be released. */
export const listedPack = packResult.extend({ stale: z.boolean() });

/** A pack that left the house: what it tells is remembered, and set against every figure after it. */
export const issuedPack = packResult
  .pick({
    pack: true,
    edition: true,
    circulation: true,
    title: true,
    sha256: true,
    issue: true,
    preparedBy: true,
    withdrawn: true,
  })
  .extend({
    /** Null for packs of before there were manifests. */
    profile: packProfile.nullable(),
    period: z.string().nullable(),
    fileName: z.string().nullable(),
    manifestSha256: z.string().nullable(),
    standing: packStanding.exclude(['draft']),
    releasedAt: z.string(),
    releasedBy: z.string(),
    replaces: z.string().nullable(),
  });

export const packId = z.object({ pack: z.uuid({ error: 'a pack is named by its id' }) });

/** What else a pack can be had as, by LibreOffice where that is installed. */
export const copyFormat = z.enum(['ods', 'pdf']);
export const packCopyRequest = packId.extend({ format: copyFormat });

export type CopyFormat = z.infer<typeof copyFormat>;

export const withdrawRequest = packId.extend({
  reason: z
    .string()
    .trim()
    .min(10, 'say why in 10 characters or more')
    .max(500, 'it is longer than 500 characters')
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'it holds characters that cannot be kept'),
  /** A person has looked at what screening found in the reason, and it may stay. */
  confirm: z.boolean().optional(),
});

/** Whether the frozen files are still those that were released. */
export const packVerdict = z.object({
  pack: z.string(),
  holds: z.boolean(),
  reading: z.string(),
  files: z.array(
    z.object({
      file: z.enum(['workbook', 'manifest']),
      expected: z.string(),
      /** Null where it is not there. */
      found: z.string().nullable(),
      holds: z.boolean(),
    }),
  ),
});

export const frontRequest = packRequest.pick({ edition: true, period: true });
export const setFrontRequest = frontRequest.extend({ front: packFront });

/** What the cover of an edition's packs of a period says, who typed it, and what in it may tell who somebody is. */
export const shownFront = frontRequest.extend({
  front: packFront,
  set: z.object({ by: z.string(), at: z.string() }).nullable(),
  warnings: z.array(note),
});

export type IssuedPack = z.infer<typeof issuedPack>;
export type ListedPack = z.infer<typeof listedPack>;
export type PackStanding = z.infer<typeof packStanding>;
export type ReplacedPack = z.infer<typeof replacedPack>;
export type PackVerdict = z.infer<typeof packVerdict>;
export type ShownFront = z.infer<typeof shownFront>;
export type WithdrawRequest = z.infer<typeof withdrawRequest>;
export type PackFront = z.infer<typeof packFront>;
export type Circulation = z.infer<typeof circulation>;
export type PackRequest = z.infer<typeof packRequest>;
export type PackResult = z.infer<typeof packResult>;
