// Owns the shape of a pack's manifest: what stands behind each of its figures and cells, beside the workbook.
import { z } from 'zod';
import { figureRequest, importSource, metricCard, suppression } from './figure.ts';
import { note } from './import.ts';
import { workspaceSettings } from './workspace.ts';

/** Which of a point's numbers a cell shows; `words` are made from it by rule. */
export const cellPart = z.enum([
  'value',
  'base',
  'numerator',
  'denominator',
  'lower',
  'upper',
  'change',
  'limits',
  'words',
]);

/** The figure, the place in it and the part that a cell shows, with what the point said when it was built. */
export const cellSource = z.object({
  figure: z.string(),
  /** First day of the period. */
  from: z.string(),
  group: z.string().nullable(),
  across: z.string().nullable(),
  part: cellPart,
  shown: z.string(),
  base: z.number().nullable(),
  suppressed: suppression.nullable(),
  reason: z.string().nullable(),
});

export const manifestFigure = z.object({
  /** The same for the same request in every pack. */
  id: z.string(),
  request: figureRequest,
  metric: metricCard,
  method: z.string(),
  filters: z.record(z.string(), z.string()),
  /** Ids of the imports that it was read from. */
  imports: z.array(z.string()),
  suppression: z.object({ rule: z.string(), hidden: z.int() }),
  warnings: z.array(note),
  reading: z.string(),
});

export const manifestCell = z.object({
  sheet: z.string(),
  /** As Excel names it: "B12". */
  cell: z.string(),
  /** Heading of the column, and what stands in the first column of the row. */
  column: z.string(),
  row: z.string(),
  /** What stands in the cell: a number, words, or a mark as it is printed ("[c]"). */
  value: z.union([z.string(), z.number(), z.null()]),
  of: z.array(cellSource),
});

export const packManifest = z.object({
  version: z.literal(1),
  pack: z.object({
    edition: z.string(),
    circulation: z.enum(['public', 'exempt']),
    profile: z.enum(['published', 'committee']),
    period: z.string(),
    title: z.string(),
    reference: z.string(),
    fileName: z.string(),
    /** Of the workbook that it stands beside. */
    sha256: z.string(),
    /** The state of the workspace that it was built from. */
    asAt: z.string(),
    state: z.string(),
  }),
  settings: workspaceSettings,
  imports: z.array(importSource.extend({ rejected: z.int(), importedAt: z.string() })),
  figures: z.array(manifestFigure),
  cells: z.array(manifestCell),
});

export type CellPart = z.infer<typeof cellPart>;
export type CellSource = z.infer<typeof cellSource>;
export type ManifestFigure = z.infer<typeof manifestFigure>;
export type ManifestCell = z.infer<typeof manifestCell>;
export type PackManifest = z.infer<typeof packManifest>;
