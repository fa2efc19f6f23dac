// Owns what crosses a boundary when a file is previewed, imported, listed and undone.
import { z } from 'zod';
import { fileId, identifier, isoDate, shortName } from './text.ts';

/**
 * Where one field's value comes from: a heading; a constant; the record's number behind a prefix, where
 * the file has no reference of its own; or a set of tick-box columns, each of which adds its value when
 * it is marked (`x`, `yes`, `true`, `1`).
 */
export const fieldSource = z.union([
  z.string(),
  z.object({ constant: z.string() }),
  z.object({ rowNumber: z.string() }),
  z.object({ flags: z.record(z.string(), z.string()) }),
]);

/** What the analyst decides in the preview; may be saved as a mapping file and used again. */
export const mapping = z.object({
  fields: z.record(z.string(), fieldSource).optional(),
  /** Day first or month first, where the column itself does not settle it. */
  dateOrder: z.enum(['dmy', 'mdy']).optional(),
  /** For a field: what a value in the file means in the field's vocabulary. */
  values: z.record(z.string(), z.record(z.string(), z.string())).optional(),
});

export const importRequest = z.object({
  file: fileId,
  kind: identifier.optional(),
  sheet: z.string().optional(),
  headerRows: z.int().min(1).max(4).optional(),
  mapping: mapping.optional(),
  instrument: shortName.optional(),
  wave: isoDate.optional(),
});

/** A bad cell: data, counted and listed. `row` is the record's number in the file or sheet, from 1, headings included. */
export const problem = z.object({
  row: z.int(),
  column: z.string(),
  code: z.string(),
  value: z.string(),
  reason: z.string(),
  /** Whether the whole row was left out because of it. */
  rejects: z.boolean(),
});

export const columnMatch = z.object({
  header: z.string(),
  field: z.string().nullable(),
  /** 0 to 1: 1 is an exact known heading, 0 is not matched. */
  confidence: z.number(),
  /** What will be done: stored, turned into a pseudonym, held back, or not imported. */
  treatment: z.enum(['stored', 'pseudonym', 'held-back', 'not-imported']),
});

export const note = z.object({ code: z.string(), text: z.string() });

export const preview = z.object({
  file: fileId,
  name: z.string(),
  kind: z.string(),
  dialect: z.string(),
  format: z.string(),
  encoding: z.string().nullable(),
  sheet: z.string().nullable(),
  sheets: z.array(z.string()),
  headerRows: z.int(),
  columns: z.array(columnMatch),
  /** First rows as they will be shown: identity columns appear as "(pseudonym)". */
  sample: z.array(z.record(z.string(), z.string())),
  read: z.int(),
  accepted: z.int(),
  rejected: z.int(),
  problems: z.array(problem),
  problemCount: z.int(),
  notes: z.array(note),
  missing: z.array(z.string()),
  /** For a survey: the instrument it would be put to, and the wave (null where the file tells none). */
  instrument: z.string().nullable(),
  wave: z.string().nullable(),
  alreadyImported: z.string().nullable(),
});

export const receipt = z.object({
  file: z.string(),
  sha256: z.string(),
  importId: z.string(),
  kind: z.string(),
  dialect: z.string(),
  instrument: z.string().nullable(),
  wave: z.string().nullable(),
  bytes: z.int(),
  read: z.int(),
  accepted: z.int(),
  rejected: z.int(),
  problems: z.array(problem),
  problemCount: z.int(),
  notes: z.array(note),
  importedAt: z.string(),
  importedBy: z.string(),
  elapsedMs: z.number(),
});

/** One line of the import history. */
export const importRecord = receipt.omit({ problems: true, elapsedMs: true });

export type Mapping = z.infer<typeof mapping>;
export type FieldSource = z.infer<typeof fieldSource>;
export type ImportRequest = z.infer<typeof importRequest>;
export type Problem = z.infer<typeof problem>;
export type ColumnMatch = z.infer<typeof columnMatch>;
export type Note = z.infer<typeof note>;
export type Preview = z.infer<typeof preview>;
export type Receipt = z.infer<typeof receipt>;
export type ImportRecord = z.infer<typeof importRecord>;
