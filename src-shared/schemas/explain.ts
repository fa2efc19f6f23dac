// Owns what is asked for and answered about one cell of a pack, and about what differs between two packs.
import { z } from 'zod';
import { note } from './import.ts';
import { manifestImport, manifestPack, manifestSource, packManifest } from './manifest.ts';
import { fileId } from './text.ts';

/** A pack of the outbox by its id, or a workbook by its SHA-256, with the manifest that lay beside it. */
export const packReference = z.union([
  z.strictObject({ pack: z.uuid() }),
  z.strictObject({ sha256: fileId, manifest: packManifest.optional() }),
]);

const place = {
  of: packReference,
  /** Its name, whatever the capitals. */
  sheet: z.string().min(1).max(100),
  cell: z.string().regex(/^\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6}$/, 'name a cell such as B12'),
};

export const explainRequest = z.object(place);

/** What the figure says of the place today, in the open workspace. */
export const cellToday = z.object({
  /** `closed`: that workspace is not open; `gone`: it says nothing of that place any more. */
  state: z.enum(['same', 'changed', 'gone', 'closed']),
  shown: z.string().nullable(),
  reading: z.string(),
});

/** One number of a figure that a cell shows or is made from. */
export const explainedSource = manifestSource.extend({
  title: z.string(),
  metric: z.string(),
  version: z.int(),
  definition: z.string(),
  unit: z.string(),
  clause: z.string(),
  caveat: z.string(),
  grain: z.string().nullable(),
  split: z.string().nullable(),
  filters: z.record(z.string(), z.string()),
  method: z.string(),
  /** The rule by which numbers of this figure are hidden. */
  rule: z.string(),
  imports: z.array(manifestImport),
  warnings: z.array(note),
  figureReading: z.string(),
  /** Of a hidden number: small by itself, or hidden for the sake of others; told where the workspace is open. */
  hiddenFor: z.enum(['itself', 'others']).nullable(),
  today: cellToday,
});

export const explanation = z.object({
  pack: manifestPack,
  /** Whether it is a draft, was released or was withdrawn; null where this workspace does not know it. */
  standing: z.enum(['draft', 'released', 'withdrawn']).nullable(),
  sheet: z.string(),
  sheetTitle: z.string(),
  cell: z.string(),
  column: z.string().nullable(),
  row: z.string().nullable(),
  /** What stands in the cell, as it is printed. */
  shown: z.string(),
  /** `entry` is what people typed or settled; `record` a row of what was imported or recorded. */
  kind: z.enum(['number', 'hidden', 'words', 'label', 'heading', 'line', 'entry', 'record', 'empty']),
  reading: z.string(),
  sources: z.array(explainedSource),
});

/** Rows behind a cell: where each lies, never what it says. */
export const rowsBehind = z.object({
  sheet: z.string(),
  cell: z.string(),
  reading: z.string(),
  sources: z.array(
    z.object({
      figure: z.string(),
      title: z.string(),
      period: z.string(),
      group: z.string().nullable(),
      across: z.string().nullable(),
      /** False: of this metric it cannot be told which rows; `reading` says why. */
      told: z.boolean(),
      reading: z.string(),
      /** Cases, people or whatever the rows tell of; and the first 1,000 rows. */
      cases: z.int(),
      rows: z.array(z.object({ importId: z.string(), file: z.string(), sha256: z.string(), row: z.int() })),
    }),
  ),
});

export const diffRequest = z.object({
  to: packReference,
  /** Without it the last released issue of the same edition, twin and period; else that of the period before. */
  from: packReference.optional(),
});

export const diffKind = z.enum(['changed', 'appeared', 'gone', 'hidden', 'shown']);

/** Why something differs. */
export const diffCause = z.object({
  code: z.enum([
    'new-data',
    'corrected-data',
    'undone-data',
    'setting',
    'settled',
    'definition',
    'period',
    'issued-packs',
    'issue',
    'typed',
    'unknown',
  ]),
  text: z.string(),
});

const diffCounts = z.object({
  changed: z.int(),
  appeared: z.int(),
  gone: z.int(),
  hidden: z.int(),
  shown: z.int(),
  same: z.int(),
});

export const diffLine = z.object({
  kind: diffKind,
  /** Where it stands in each; null where it does not. */
  cellBefore: z.string().nullable(),
  cell: z.string().nullable(),
  row: z.string(),
  column: z.string(),
  /** As printed; a mark where it is hidden, and in place of a number that the other pack hides. */
  before: z.string().nullable(),
  after: z.string().nullable(),
  why: z.array(diffCause),
});

export const packDiff = z.object({
  from: manifestPack,
  to: manifestPack,
  reading: z.string(),
  counts: diffCounts,
  /** Each cause once, with how many lines rest on it. */
  causes: z.array(diffCause.extend({ lines: z.int() })),
  sheets: z.array(
    z.object({
      sheet: z.string(),
      title: z.string(),
      /** Null where both packs have it. */
      only: z.enum(['before', 'after']).nullable(),
      counts: diffCounts,
      /** At most 500 lines; `more` are left out. */
      lines: z.array(diffLine),
      more: z.int(),
    }),
  ),
});

export type PackReference = z.infer<typeof packReference>;
export type CellToday = z.infer<typeof cellToday>;
export type ExplainedSource = z.infer<typeof explainedSource>;
export type Explanation = z.infer<typeof explanation>;
export type RowsBehind = z.infer<typeof rowsBehind>;
export type DiffKind = z.infer<typeof diffKind>;
export type DiffCause = z.infer<typeof diffCause>;
export type DiffLine = z.infer<typeof diffLine>;
export type DiffCounts = z.infer<typeof diffCounts>;
export type PackDiff = z.infer<typeof packDiff>;
