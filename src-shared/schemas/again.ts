// Owns what crosses a boundary when files come again: taken back, compared, imported as a set, found by row.
import { z } from 'zod';
import { earlierImport, headingDrift, importRecord, receipt, shownProblem } from './import.ts';
import { fileId } from './text.ts';

/** An import that was taken back: what it was, who took it back, when, and what stands in its place. */
export const undoneImport = importRecord
  .pick({
    importId: true,
    file: true,
    sha256: true,
    kind: true,
    bytes: true,
    read: true,
    accepted: true,
    rejected: true,
    importedAt: true,
    importedBy: true,
  })
  .extend({ undoneAt: z.string(), undoneBy: z.string(), replacedBy: z.string().nullable() });

/** What a corrected file would change. Keys show people as pseudonyms. */
export const comparison = z.object({
  importId: z.string(),
  added: z.int(),
  removed: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  /** The first 200 changed cells. */
  changes: z.array(
    z.object({
      key: z.string(),
      column: z.string(),
      was: z.string().nullable(),
      now: z.string().nullable(),
    }),
  ),
});

/** What would become of one file of a set. */
export const plannedFile = z.object({
  file: fileId,
  name: z.string(),
  kind: z.string().nullable(),
  savedMapping: z.string().nullable(),
  drift: z.array(headingDrift),
  earlier: z.array(earlierImport),
  accepted: z.int(),
  rejected: z.int(),
  ready: z.boolean(),
  /** Why it is not ready, or what is to be known first; null where there is nothing to say. */
  why: z.string().nullable(),
});

/** One file of a set: its receipt, or why it was not imported. */
export const setOutcome = z.union([
  z.object({ ok: z.literal(true), receipt }),
  z.object({
    ok: z.literal(false),
    file: z.string(),
    error: z.object({ code: z.string(), message: z.string(), hint: z.string() }),
  }),
]);

/** One record of the analyst's own file beside what was stored of it. */
export const foundRow = z.object({
  importId: z.string(),
  file: z.string(),
  row: z.int(),
  /** The cells of the offered file by their headings; nothing of them is kept. */
  cells: z.array(z.object({ header: z.string(), value: z.string() })),
  outcome: z.enum(['accepted', 'rejected', 'not-a-record']),
  /** What stands in the workspace, people as pseudonyms. */
  stored: z.array(z.object({ column: z.string(), value: z.string() })),
  problems: z.array(shownProblem),
});

export type UndoneImport = z.infer<typeof undoneImport>;
export type Comparison = z.infer<typeof comparison>;
export type PlannedFile = z.infer<typeof plannedFile>;
export type SetOutcome = z.infer<typeof setOutcome>;
export type FoundRow = z.infer<typeof foundRow>;
