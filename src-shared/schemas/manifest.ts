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

/** The same, with what the figure says of the place: enough to explain the cell without the workspace. */
export const manifestSource = cellSource.extend({
  /** In words: "2024/25". */
  period: z.string(),
  interval: z
    .object({ lower: z.number(), upper: z.number(), level: z.number(), method: z.string() })
    .nullable(),
});

/** An import that a figure was read from. */
export const manifestImport = importSource.extend({ rejected: z.int(), importedAt: z.string() });

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
  /** What stands in the cell: a number, words, a day, or a mark as it is printed ("[c]"); null where it is blank. */
  value: z.union([z.string(), z.number(), z.null()]),
  /** Empty for a cell that shows no figure. */
  of: z.array(manifestSource),
});

/** A chart of a sheet, bound to columns of its table; `rows` are counted from 0 in the table, `to` is left out. */
export const manifestChart = z.object({
  kind: z.string(),
  title: z.string(),
  alt: z.string(),
  categoryColumn: z.string(),
  xTitle: z.string(),
  yTitle: z.string(),
  series: z.array(
    z.object({ column: z.string(), label: z.string().optional(), style: z.string().optional() }),
  ),
  rows: z.object({ from: z.int(), to: z.int() }).optional(),
});

/** One sheet as it is laid out: the lines above its table, the table, the charts beside it. */
export const manifestSheet = z.object({
  name: z.string(),
  kind: z.string(),
  title: z.string(),
  /** The lines above the table as they stand in column A from row 1 on. */
  lines: z.array(z.string()),
  headerRow: z.int(),
  columns: z.array(
    z.object({
      header: z.string(),
      type: z.enum(['text', 'number', 'date']),
      /** As Excel writes it: "#,##0.0". */
      format: z.string(),
    }),
  ),
  rows: z.int(),
  charts: z.array(manifestChart),
  /** What was not loaded; null where there is data. */
  missing: z.string().nullable(),
});

export const manifestPack = z.object({
  edition: z.string(),
  circulation: z.enum(['public', 'exempt']),
  profile: z.enum(['published', 'committee']),
  period: z.string(),
  title: z.string(),
  reference: z.string(),
  fileName: z.string(),
  /** The number that it has, or will have, when it is released. */
  issue: z.int(),
  /** ISO instant in UTC; null for a draft. */
  releasedAt: z.string().nullable(),
  /** Of the workbook that it stands beside. */
  sha256: z.string(),
  /** The last change of the workspace that it was built from. */
  asAt: z.string(),
  /** One hash of everything there that changes a figure or a sheet. */
  state: z.string(),
});

export const packManifest = z.object({
  version: z.literal(1),
  pack: manifestPack,
  settings: workspaceSettings,
  /** By what was settled ("Series breaks"): a hash under the workspace's key that changes when it does. */
  settled: z.record(z.string(), z.string()),
  imports: z.array(manifestImport),
  figures: z.array(manifestFigure),
  sheets: z.array(manifestSheet),
  /** Every cell of every table, sheet by sheet and row by row. */
  cells: z.array(manifestCell),
});

export type CellPart = z.infer<typeof cellPart>;
export type CellSource = z.infer<typeof cellSource>;
export type ManifestSource = z.infer<typeof manifestSource>;
export type ManifestImport = z.infer<typeof manifestImport>;
export type ManifestFigure = z.infer<typeof manifestFigure>;
export type ManifestCell = z.infer<typeof manifestCell>;
export type ManifestSheet = z.infer<typeof manifestSheet>;
export type ManifestPack = z.infer<typeof manifestPack>;
export type PackManifest = z.infer<typeof packManifest>;
