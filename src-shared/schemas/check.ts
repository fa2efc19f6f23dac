// Owns what is asked for and answered when a finished workbook is checked against the pack rules.
import { z } from 'zod';
import { packProfile } from './pack.ts';
import { fileId } from './text.ts';

/** E stops a release, W is looked at, I is good to know. */
export const ruleSeverity = z.enum(['E', 'W', 'I']);

/** What small groups are, where the workbook hides them: a base below the first, a count from 1 below the second. */
export const checkThresholds = z.object({
  minimumBase: z.int().min(2).max(100).default(10),
  minimumCount: z.int().min(2).max(100).default(5),
});

const how = { profile: packProfile.default('published'), thresholds: checkThresholds.prefault({}) };

/** A file of the inbox by its SHA-256, or a pack of the outbox by its id. */
export const checkRequest = z.union([
  z.strictObject({ file: fileId, ...how }),
  z.strictObject({ pack: z.uuid(), ...how }),
]);

/**
 * One rule: what became of it, and in words why it could not be checked or what a finished file cannot show.
 * `findings` counts all, also those that are left out of the list.
 */
export const checkedRule = z.object({
  id: z.string(),
  family: z.string(),
  severity: ruleSeverity,
  title: z.string(),
  state: z.enum(['pass', 'fail', 'not-checkable', 'not-in-profile']),
  note: z.string().nullable(),
  findings: z.int(),
});

/** `part` is a table, a chart or a part of the package; `cell` a cell or a range of the sheet. */
export const checkFinding = z.object({
  rule: z.string(),
  severity: ruleSeverity,
  sheet: z.string().nullable(),
  cell: z.string().nullable(),
  part: z.string().nullable(),
  message: z.string(),
  hint: z.string(),
});

export const checkReport = z.object({
  file: z.string(),
  sha256: z.string(),
  profile: packProfile,
  sheets: z.array(z.object({ name: z.string(), kind: z.string() })),
  rules: z.array(checkedRule),
  findings: z.array(checkFinding),
  counts: z.object({ errors: z.int(), warnings: z.int(), information: z.int() }),
});

export type RuleSeverity = z.infer<typeof ruleSeverity>;
export type CheckThresholds = z.infer<typeof checkThresholds>;
export type CheckRequest = z.infer<typeof checkRequest>;
export type CheckedRule = z.infer<typeof checkedRule>;
export type CheckFinding = z.infer<typeof checkFinding>;
export type CheckReport = z.infer<typeof checkReport>;
