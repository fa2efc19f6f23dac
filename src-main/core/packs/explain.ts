// Owns what can be said of one cell of a pack from its manifest alone.
// The rule: a hidden number is told as its mark and its reason, and nothing else of it is.
import { AppError } from '#shared/errors.ts';
import type { ExplainedSource, Explanation } from '#shared/schemas/explain.ts';
import type { ManifestCell, ManifestSheet, ManifestSource, PackManifest } from '#shared/schemas/manifest.ts';
import { isOfLimits } from '#shared/vocabulary/warnings.ts';
import { columnLetter } from './layout.ts';
import { printed } from './printed.ts';

/** The explanation before the workspace is asked what it says today. */
export interface ExplainedCell extends Omit<Explanation, 'standing' | 'sources'> {
  readonly sources: readonly Omit<ExplainedSource, 'today' | 'hiddenFor'>[];
}

/** "$b$12" is B12. */
export const cellName = (text: string): string => text.replaceAll('$', '').toUpperCase();

/** @throws AppError pack-sheet-unknown */
function sheetOf({ sheets }: PackManifest, name: string): ManifestSheet {
  const found = sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
  if (found) return found;
  const known = sheets.map((sheet) => sheet.name).join(', ');
  throw new AppError('pack-sheet-unknown', { sheet: name, sheets: known });
}

/** What a cell of a finished pack shows and where it comes from. @throws AppError pack-sheet-unknown */
export function explainCell(manifest: PackManifest, sheet: string, cell: string): ExplainedCell {
  const found = sheetOf(manifest, sheet);
  const name = cellName(cell);
  const own = manifest.cells.find((one) => one.sheet === found.name && one.cell === name);
  const about = {
    pack: manifest.pack,
    sheet: found.name,
    sheetTitle: found.title,
    cell: name,
  };
  if (own === undefined) return { ...about, ...besideTable(found, name), sources: [] };
  const shown = printed(own, manifest);
  return {
    ...about,
    column: own.column,
    row: own.row,
    shown,
    ...saidOf(own, found, shown),
    sources: own.of.map((source) => sourceOf(source, manifest)),
  };
}

type Said = Pick<Explanation, 'kind' | 'reading'>;

/** A heading, a line above the table, or nothing. */
function besideTable(
  { lines, headerRow, columns, title }: ManifestSheet,
  cell: string,
): Pick<Explanation, 'column' | 'row' | 'shown'> & Said {
  const letters = cell.replace(/\d+$/, '');
  const row = Number(cell.slice(letters.length));
  const nowhere = { column: null, row: null };
  if (letters === 'A' && row <= lines.length) {
    const what = row === 1 ? 'the title of the sheet' : 'a line above the table';
    const reading = `This is ${what}: fixed words, or words made by rule from what the sheet shows.`;
    return { ...nowhere, shown: lines[row - 1] ?? '', kind: 'line', reading };
  }
  const heading = columns.find((_, index) => columnLetter(index + 1) === letters)?.header;
  if (row === headerRow && heading !== undefined) {
    const reading = `This is the heading of a column of “${title}”.`;
    return { column: heading, row: null, shown: heading, kind: 'heading', reading };
  }
  return { ...nowhere, shown: '', kind: 'empty', reading: 'Nothing stands in this cell.' };
}

/** Sheets whose cells people typed or settled, and those that are made from the other sheets. */
const entries = ['cover'];
const fixed = ['contents', 'notes'];

function saidOf({ of, value, column, row }: ManifestCell, sheet: ManifestSheet, shown: string): Said {
  const [first] = of;
  if (first !== undefined) return ofFigures(of, first, row, column, shown);
  if (value === null) return { kind: 'empty', reading: 'This cell is blank.' };
  if (entries.includes(sheet.kind))
    return {
      kind: 'entry',
      reading: `“${row}” of the cover: what was typed, settled or follows from the pack.`,
    };
  if (fixed.includes(sheet.kind))
    return { kind: 'label', reading: `Words that the pack is described by: “${column}” of “${row}”.` };
  if (column === sheet.columns[0]?.header)
    return { kind: 'label', reading: `This says what the row of “${sheet.title}” is: ${shown}.` };
  return {
    kind: 'record',
    reading: `“${column}” of “${row}”: what was recorded or settled, or words of the sheet. It shows no figure.`,
  };
}

const partWords: Readonly<Record<ManifestSource['part'], string>> = {
  value: 'the value',
  base: 'how many it rests on',
  numerator: 'the number counted',
  denominator: 'the number it is part of',
  lower: 'the lower end of the interval',
  upper: 'the upper end of the interval',
  change: 'the change',
  limits: 'a line of the control chart',
  words: 'words made by rule',
};

function ofFigures(
  of: readonly ManifestSource[],
  first: ManifestSource,
  row: string,
  column: string,
  shown: string,
): Said {
  const where = `“${column}” of “${row}”`;
  if (first.part === 'words') {
    const count = of.length === 1 ? 'one number of a figure' : `${of.length} numbers of figures`;
    return { kind: 'words', reading: `${where} says “${shown}”: words made by rule from ${count}.` };
  }
  const part = partWords[first.part];
  if (first.suppressed === null) return { kind: 'number', reading: `${where} is ${shown}: ${part}.` };
  const reason = first.reason ?? 'it could not be worked out';
  const kind = first.suppressed === 'c' ? 'hidden' : 'number';
  return { kind, reading: `${where} shows ${shown} in place of ${part}: ${reason}.` };
}

function sourceOf(
  source: ManifestSource,
  { figures, imports }: PackManifest,
): Omit<ExplainedSource, 'today' | 'hiddenFor'> {
  const figure = figures.find(({ id }) => id === source.figure);
  if (figure === undefined) throw new AppError('manifest-invalid', { name: 'the workbook' });
  const { metric, request } = figure;
  const read = new Set(figure.imports);
  return {
    ...source,
    title: metric.title,
    metric: metric.id,
    version: metric.version,
    definition: metric.definition,
    unit: metric.unit,
    clause: metric.clause,
    caveat: metric.caveat,
    grain: request.grain ?? null,
    split: request.split ?? null,
    filters: figure.filters,
    method: figure.method,
    rule: figure.suppression.rule,
    imports: imports.filter(({ importId }) => read.has(importId)),
    warnings: figure.warnings.filter((note) => source.part === 'limits' || !isOfLimits(note)),
    figureReading: figure.reading,
  };
}
