// Owns where everything of a form stands: headings in row 1, entries below, nothing above or beside.
// The rule: the importer reads the first row as the headings, so no title stands over them.

import { columnWidths } from './column-widths.ts';
import type { SheetPlan } from './layout.ts';
import { indentOf, rowHeight, wrappingTexts } from './measure.ts';
import type { SheetModel } from './model.ts';

/** Lays out a sheet to be filled in; its columns name their own formats. */
export function planForm(sheet: SheetModel, number: number): SheetPlan {
  const { columns, rows } = sheet.table;
  const formats = columns.map(({ format = 'General' }) => format);
  const cellsOf = columns.map((_, i) => rows.map((row) => row[i] ?? null));
  const widths = columnWidths(columns, cellsOf, formats, Number.POSITIVE_INFINITY);
  const rooms = widths.map((width, i) => width - indentOf(columns, i));
  const headings = columns.map(({ header }) => header);
  const heights = [
    rowHeight(headings, rooms, true) + 6,
    ...rows.map((row) => rowHeight(wrappingTexts(row), rooms)),
  ];
  return {
    sheet,
    number,
    lines: [],
    headerRow: 1,
    rows,
    formats,
    widths,
    heights,
    gutter: columns.length + 1,
    charts: [],
    printed: [{ left: 1, top: 1, right: columns.length, bottom: heights.length }],
  };
}
