// Owns what crosses a boundary of held-back free text: where it waits, its review, its release.
import { z } from 'zod';
import { findingKinds } from '../vocabulary/findings.ts';
import { identifier, shortName } from './text.ts';

/** What a person decided: never shown; shown in exempt papers only; may be published. */
export const releaseStatus = z.enum(['never', 'exempt', 'public']);
/** Nobody has decided yet: the text is shown nowhere. */
export const textStatus = z.enum(['waiting', ...releaseStatus.options]);

const rowNo = z.int().min(1);
const page = z.int().min(1).max(100_000);
/** A column of one import: `narrative`, or `column-7` of a survey. */
const fieldId = identifier;

/** Everything held of one column of one import, counted; never a text. */
export const textSource = z.object({
  importId: z.string(),
  kind: z.string(),
  file: z.string(),
  instrument: z.string().nullable(),
  wave: z.string().nullable(),
  importedAt: z.string(),
  field: z.string(),
  label: z.string(),
  texts: z.int(),
  waiting: z.int(),
  never: z.int(),
  exempt: z.int(),
  public: z.int(),
  /** Findings by kind in all texts of the column. */
  found: z.partialRecord(z.enum(findingKinds), z.int()),
  /** How many people answered; null where texts are not of a group of respondents. */
  base: z.int().nullable(),
  /** Whether the base reaches the workspace's minimum, so that texts may be released. */
  enough: z.boolean(),
});

export const textListRequest = z.object({
  kind: identifier.optional(),
  instrument: shortName.optional(),
  status: textStatus.optional(),
  page: page.optional(),
});
export const textList = z.object({
  sources: z.array(textSource),
  total: z.int(),
  page: z.int(),
  pages: z.int(),
  waiting: z.int(),
});

export const finding = z.object({ start: z.int(), end: z.int(), kind: z.enum(findingKinds) });

export const textReviewRequest = z.object({
  importId: z.string(),
  field: fieldId,
  /** One text; else a page of them. */
  row: rowNo.optional(),
  page: page.optional(),
  /** Only texts that nobody has decided on. */
  waiting: z.boolean().optional(),
});
export const heldText = z.object({
  row: z.int(),
  text: z.string(),
  found: z.array(finding),
  /** Of a case that went to safeguarding: its words are not shown and it cannot be released. */
  safeguarded: z.boolean(),
  status: textStatus,
  /** What was released, where something was. */
  released: z.string().nullable(),
  reason: z.string().nullable(),
});
export const textReview = z.object({
  source: textSource,
  minimumBase: z.int(),
  page: z.int(),
  pages: z.int(),
  texts: z.array(heldText),
});

export const textReleaseRequest = z.object({
  importId: z.string(),
  field: fieldId,
  row: rowNo,
  /** The text as it may be shown: whole, redacted or put in other words. Not kept for "never". */
  text: z.string().max(20_000).optional(),
  status: releaseStatus,
  reason: z.string().trim().min(3, 'say why, in a few words').max(500),
  /** "I have looked: what was found may stay." Only for exempt papers, and for posts and links. */
  confirm: z.boolean().optional(),
});
export const textRelease = z.object({
  importId: z.string(),
  field: z.string(),
  row: z.int(),
  status: releaseStatus,
  redactions: z.int(),
  /** What screening still finds in the text as released. */
  found: z.array(finding),
});

export const textWithdrawRequest = z.object({ importId: z.string(), field: fieldId, row: rowNo });
export const textWithdrawal = z.object({ importId: z.string(), field: z.string(), row: z.int() });

export type TextStatus = z.infer<typeof textStatus>;
export type ReleaseStatus = z.infer<typeof releaseStatus>;
export type TextSource = z.infer<typeof textSource>;
export type TextList = z.infer<typeof textList>;
export type TextListRequest = z.infer<typeof textListRequest>;
export type TextReviewRequest = z.infer<typeof textReviewRequest>;
export type TextReview = z.infer<typeof textReview>;
export type HeldText = z.infer<typeof heldText>;
export type TextReleaseRequest = z.infer<typeof textReleaseRequest>;
export type TextRelease = z.infer<typeof textRelease>;
