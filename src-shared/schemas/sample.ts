// Owns the manifest of the bundled sample council: its files in import order, its settings.
import { z } from 'zod';
import { mapping } from './import.ts';
import { isoDate } from './text.ts';

export const sampleManifest = z.object({
  settings: z.object({
    council: z.string(),
    adoptionDate: isoDate,
    /** What its people have settled: the break at a change of HR system, and the reorganisation. */
    hrSystemBreak: isoDate,
    reorganisationDate: isoDate,
    renamed: z.array(z.object({ from: z.array(z.string()), to: z.string() })),
  }),
  files: z.array(
    z.object({
      file: z.string(),
      kind: z.string(),
      instrument: z.string().optional(),
      wave: isoDate.optional(),
      sheet: z.string().optional(),
      mapping: mapping.optional(),
      rows: z.int(),
      expectedRejected: z.int(),
    }),
  ),
});

export type SampleManifest = z.infer<typeof sampleManifest>;
