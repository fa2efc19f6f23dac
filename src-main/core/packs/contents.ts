// Owns the Contents sheet, which is derived from the other sheets and never written by hand.
import type { SheetModel, WorkbookModel } from './model.ts';

const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const counted = (n: number, noun: string): string => `${words[n] ?? n} ${noun}${n === 1 ? '' : 's'}`;

/** The charts that will be drawn: none on a sheet whose data was not loaded. */
export const drawnCharts = (sheet: SheetModel): SheetModel['charts'] =>
  sheet.table.rows.length === 0 ? [] : sheet.charts;

/** "one table and two charts", the truth about a sheet in words. */
export const holdings = (sheet: SheetModel): string =>
  `${counted(1, 'table')} and ${counted(drawnCharts(sheet).length, 'chart')}`;

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** The Contents sheet of a workbook: one row a sheet with a link, its title and what it holds. */
export function contentsSheet(model: WorkbookModel): SheetModel {
  const others = model.sheets.filter((sheet) => sheet.kind !== 'contents');
  return {
    name: 'Contents',
    kind: 'contents',
    title: 'Contents',
    lines: ['This sheet lists every other sheet of the workbook, with a link to each.'],
    table: {
      name: 'contents_of_workbook',
      columns: [
        { header: 'Sheet', type: 'text' },
        { header: 'Title', type: 'text' },
        { header: 'What the sheet has', type: 'text' },
        { header: 'Data loaded', type: 'text' },
      ],
      rows: others.map((sheet) => [
        { link: sheet.name, text: sheet.name },
        sheet.title,
        capital(holdings(sheet)),
        sheet.table.rows.length === 0 || sheet.missing !== undefined ? 'No' : 'Yes',
      ]),
    },
    charts: [],
  };
}

/** The same workbook with its Contents after the cover, added where the author gave none; a form has none. */
export function withContents(model: WorkbookModel): WorkbookModel {
  if (model.sheets.some((sheet) => sheet.kind === 'contents' || sheet.form)) return model;
  const at = model.sheets.findIndex((sheet) => sheet.kind === 'cover') + 1;
  return { ...model, sheets: model.sheets.toSpliced(at, 0, contentsSheet(model)) };
}
