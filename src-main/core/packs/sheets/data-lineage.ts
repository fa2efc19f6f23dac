// Owns the sheet Data_lineage: for each file the recipes of this pack that read it.
import { formatDate } from '#shared/calendar.ts';
import type { DraftCell } from './draft.ts';
import { coversOf, datasetOf } from './import-words.ts';
import type { PackFigure, PackSheet } from './sheet.ts';
import { count, tableSheet, text } from './table-sheet.ts';

/** "incidents v2; days-to-close v1": the recipes that read an import, once each. */
function recipesOf(importId: string, figures: readonly PackFigure[]): string {
  const read = figures.filter(({ provenance }) =>
    provenance.imports.some((one) => one.importId === importId),
  );
  const recipes = read.map(({ metric }) => `${metric.id} v${metric.version}`);
  return [...new Set(recipes)].sort().join('; ') || 'Read by no figure of this pack';
}

export const dataLineage: PackSheet = {
  id: 'Data_lineage',
  title: 'Data lineage',
  definition:
    'For each file its fingerprint and the recipes, with their versions, by which this pack read it.',
  build: async (context) => {
    const figures = await context.figures();
    return tableSheet({
      name: 'Data_lineage',
      title: 'Data lineage: which recipe read which file',
      lines: [
        `One row for each file, as at ${formatDate(context.asAt.slice(0, 10))}. A recipe is the written definition of a figure with its version: the same file and recipe give the same number. All else of a file stands on the sheet Method_and_quality.`,
        'Left out, because nobody has recorded it in this workspace: who reviewed a recipe, and when.',
      ],
      columns: [
        text('Dataset', 22),
        text('Source file', 30),
        count('Rows used'),
        text('Period covered', 24),
        text('SHA-256', 40),
        text('Recipe ids', 46),
      ],
      rows: context.imports.map((record): DraftCell[] => [
        datasetOf(record),
        record.file,
        record.accepted,
        coversOf(record),
        record.sha256,
        recipesOf(record.importId, figures),
      ]),
      missing: 'No file has been imported into this workspace yet.',
    });
  },
};
