// Owns what a pack is seen as before it is written: its sheets as they will look, and what stands behind each cell.
import { z } from 'zod';
import { importSource } from './figure.ts';
import { note } from './import.ts';
import { cellSource } from './manifest.ts';
import { circulation, packProfile, packRequest } from './pack.ts';

/** A pack as the open workspace makes it now, or one that is built, as it was described then. */
export const previewRequest = z.union([z.strictObject({ pack: z.uuid() }), packRequest]);

/** `text` is what is printed. `to`: the sheet that a link leads to. `of`: the numbers that it shows or is made from. */
export const previewCell = z.object({
  text: z.string(),
  look: z.enum(['text', 'number', 'mark', 'date', 'link', 'blank']),
  to: z.string().optional(),
  of: z.array(cellSource).optional(),
});

/** A chart with its numbers: null is a gap. `at`: the times of the steps of a Kaplan-Meier chart. */
export const previewChart = z.object({
  kind: z.enum(['line', 'column', 'stacked-column', 'stacked-bar', 'xmr', 'run', 'its', 'km']),
  title: z.string(),
  alt: z.string(),
  xTitle: z.string(),
  yTitle: z.string(),
  categories: z.array(z.string()),
  at: z.array(z.number().nullable()).optional(),
  series: z.array(z.object({ label: z.string(), style: z.string(), values: z.array(z.number().nullable()) })),
});

/** Cells that are hidden: small by themselves, or so that those cannot be worked out. */
export const hiddenCells = z.object({ own: z.int(), others: z.int() });

export const previewSheet = z.object({
  name: z.string(),
  title: z.string(),
  kind: z.enum(['cover', 'contents', 'summary', 'data', 'notes', 'method']),
  /** The lines between the title and the table, in order. */
  lines: z.array(z.string()),
  /** The row of the workbook that holds the headings. */
  headerRow: z.int(),
  /** Widths are in characters. */
  columns: z.array(z.object({ header: z.string(), numeric: z.boolean(), width: z.number() })),
  rows: z.array(z.array(previewCell)),
  charts: z.array(previewChart),
  missing: z.string().nullable(),
  hidden: hiddenCells,
});

/** What stands behind the cells, by id. */
export const previewFigure = z.object({
  id: z.string(),
  title: z.string(),
  definition: z.string(),
  unit: z.string(),
  clause: z.string(),
  caveat: z.string(),
  version: z.int(),
  grain: z.string().nullable(),
  split: z.string().nullable(),
  filters: z.record(z.string(), z.string()),
  method: z.string(),
  rule: z.string(),
  imports: z.array(importSource),
  warnings: z.array(note),
  reading: z.string(),
});

export const packPreview = z.object({
  edition: z.string(),
  circulation,
  profile: packProfile,
  title: z.string(),
  fileName: z.string(),
  marking: z.string(),
  reference: z.string(),
  sheets: z.array(previewSheet),
  figures: z.array(previewFigure),
  hidden: hiddenCells,
  /** The rules by which numbers are hidden, in plain words, once each. */
  rules: z.array(z.string()),
  notes: z.array(note),
});

export type HiddenCells = z.infer<typeof hiddenCells>;
export type PreviewCell = z.infer<typeof previewCell>;
export type PreviewChart = z.infer<typeof previewChart>;
export type PreviewSheet = z.infer<typeof previewSheet>;
export type PreviewFigure = z.infer<typeof previewFigure>;
export type PackPreview = z.infer<typeof packPreview>;
