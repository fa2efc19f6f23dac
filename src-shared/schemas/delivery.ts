// Owns what is answered when a file was made to be taken away: a template, a rejects file.
import { z } from 'zod';
import { fileId } from './text.ts';

/** A finished file that waits to be saved; it is handed out under `file`, as a pack is under its id. */
export const madeFile = z.object({ file: fileId, fileName: z.string(), bytes: z.int() });

export const templateResult = madeFile.extend({
  kind: z.string(),
  title: z.string(),
  columns: z.int(),
});

export const rejectsResult = madeFile.extend({
  importId: z.string(),
  kind: z.string(),
  /** Rows in the file: the rejected rows of the import, the first 20,000 of them. */
  rows: z.int(),
  rejected: z.int(),
});

export type TemplateResult = z.infer<typeof templateResult>;
export type RejectsResult = z.infer<typeof rejectsResult>;
