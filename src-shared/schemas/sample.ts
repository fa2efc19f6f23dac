// Owns the manifest of the bundled sample council: its files in import order, its settings.
import { z } from 'zod';
import { mapping } from './import.ts';
import { isoDate } from './text.ts';

export const sampleManifest = z.object({
  settings: z.object({ council: z.string(), adoptionDate: isoDate }),
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
