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

/** How a text file can be decoded, where what Candour found out is wrong; named as browsers name them. */
export const textEncoding = z.enum(['utf-8', 'windows-1252', 'macintosh', 'utf-16le', 'utf-16be']);

/** Where in a file the table is, as a person said; what is not named is found out. */
export const reading = z.object({
  sheet: z.string().optional(),
  headerRows: z.int().min(1).max(4).optional(),
  /** Of this one file: it is kept with its import, and not with a saved mapping. */
  encoding: textEncoding.optional(),
});

/** What the analyst decides in the preview; may be saved as a mapping file and used again. */
export const mapping = z.object({
  fields: z.record(z.string(), fieldSource).optional(),
  /** Day first or month first, where the column itself does not settle it. */
  dateOrder: z.enum(['dmy', 'mdy']).optional(),
  /** For a field: what a value in the file means in the field's vocabulary. */
  values: z.record(z.string(), z.record(z.string(), z.string())).optional(),
  /** How the file is read; a request's own sheet, heading rows and encoding go before it. */
  reading: reading.optional(),
});

export const importRequest = z.object({
  file: fileId,
  kind: identifier.optional(),
  ...reading.shape,
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

/** A problem as it is shown, with a sentence that says how to mend it. */
export const shownProblem = problem.extend({ mend: z.string() });

/** All problems of one sort in one column, however many: the list of problems holds the first of them only. */
export const problemGroup = z.object({
  column: z.string(),
  code: z.string(),
  count: z.int(),
  /** How many of them leave out their row. */
  rejecting: z.int(),
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

/** The days that the rows of a file cover, where their kind has a date. */
export const covers = z.object({ from: isoDate, to: isoDate });

/** A column that is not as it was when the mapping was saved. */
export const headingDrift = z.object({
  header: z.string(),
  change: z.enum(['missing', 'new', 'renamed']),
  /** The heading before, of a column that was renamed. */
  was: z.string().optional(),
});

/** A mapping kept by a person, with what has changed in the file since: differences, not failures. */
export const savedMappingUse = z.object({
  id: z.string(),
  name: z.string(),
  savedAt: z.string(),
  drift: z.array(headingDrift),
});

/** An import that a file has to do with: the same bytes, rows of the same keys, the same days, the same wave. */
export const earlierImport = z.object({
  importId: z.string(),
  file: z.string(),
  importedAt: z.string(),
  relation: z.enum(['same-bytes', 'same-keys', 'overlapping', 'same-wave']),
  /** How many rows of that import have the key of a row of the file. */
  sharedRows: z.int(),
});

/** A value that is in no vocabulary, with what it may stand for. Values that may name people are not among them. */
export const unknownValue = z.object({
  field: z.string(),
  /** What the field is called. */
  label: z.string(),
  header: z.string(),
  value: z.string(),
  rows: z.int(),
  /** The likeliest first. */
  suggestions: z.array(z.string()),
  options: z.array(z.string()),
});

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
  problems: z.array(shownProblem),
  problemCount: z.int(),
  problemGroups: z.array(problemGroup),
  notes: z.array(note),
  missing: z.array(z.string()),
  /** For a survey: the instrument it would be put to, and the wave (null where the file tells none). */
  instrument: z.string().nullable(),
  wave: z.string().nullable(),
  alreadyImported: z.string().nullable(),
  savedMapping: savedMappingUse.nullable(),
  /** The mapping that was followed: the one given, or the saved one with today's headings. */
  mapping,
  covers: covers.nullable(),
  earlier: z.array(earlierImport),
  unknownValues: z.array(unknownValue),
});

export const commitRequest = importRequest.extend({
  /** Append although the same bytes, or rows of the same keys, were imported before. */
  again: z.boolean().optional(),
  /** The import to take back in the same step. */
  replace: z.string().optional(),
  /** Keep how the columns were matched, under this name, for the next file of the same headings. */
  saveMapping: shortName.optional(),
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
  problems: z.array(shownProblem),
  problemCount: z.int(),
  notes: z.array(note),
  importedAt: z.string(),
  importedBy: z.string(),
  /** The import that this one took the place of. */
  replaced: z.object({ importId: z.string(), file: z.string(), rows: z.int() }).nullable(),
  /** The name of the saved mapping that was used or made. */
  savedMapping: z.string().nullable(),
  covers: covers.nullable(),
  elapsedMs: z.number(),
});

/** One line of the import history. */
export const importRecord = receipt.omit({ problems: true, elapsedMs: true });

export const savedMapping = z.object({
  id: z.string(),
  name: shortName,
  kind: identifier,
  fingerprint: z.string(),
  headings: z.array(z.string()),
  mapping,
  instrument: shortName.nullable(),
  savedBy: z.string(),
  savedAt: z.string(),
});

export type Mapping = z.infer<typeof mapping>;
export type Reading = z.infer<typeof reading>;
export type TextEncoding = z.infer<typeof textEncoding>;
export type FieldSource = z.infer<typeof fieldSource>;
export type ImportRequest = z.infer<typeof importRequest>;
export type Problem = z.infer<typeof problem>;
export type ShownProblem = z.infer<typeof shownProblem>;
export type ProblemGroup = z.infer<typeof problemGroup>;
export type ColumnMatch = z.infer<typeof columnMatch>;
export type Note = z.infer<typeof note>;
export type Preview = z.infer<typeof preview>;
export type Receipt = z.infer<typeof receipt>;
export type ImportRecord = z.infer<typeof importRecord>;
export type CommitRequest = z.infer<typeof commitRequest>;
export type Covers = z.infer<typeof covers>;
export type HeadingDrift = z.infer<typeof headingDrift>;
export type SavedMappingUse = z.infer<typeof savedMappingUse>;
export type EarlierImport = z.infer<typeof earlierImport>;
export type UnknownValue = z.infer<typeof unknownValue>;
export type SavedMapping = z.infer<typeof savedMapping>;
