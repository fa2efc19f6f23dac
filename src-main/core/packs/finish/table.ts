// Owns the table part of a sheet: one marked table, no filter buttons, no totals row, no colour bands.
import { columnLetter, type SheetPlan } from '../layout.ts';
import { declaration, xmlStored, xmlText } from './xml.ts';

/** The range of a sheet's table, header row included. */
export const tableRange = (plan: SheetPlan): string =>
  `A${plan.headerRow}:${columnLetter(plan.sheet.table.columns.length)}${plan.headerRow + plan.rows.length}`;

/** The XML of a table part; `plan.number` is its id, unique in the workbook. */
export function tableXml(plan: SheetPlan): string {
  const { name, columns } = plan.sheet.table;
  const items = columns.map((column, i) => `<tableColumn id="${i + 1}" name="${xmlStored(column.header)}"/>`);
  return `${declaration}<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="${plan.number}" name="${xmlText(name)}" displayName="${xmlText(name)}" ref="${tableRange(plan)}" headerRowCount="1" totalsRowShown="0"><tableColumns count="${columns.length}">${items.join('')}</tableColumns><tableStyleInfo showFirstColumn="0" showLastColumn="0" showRowStripes="0" showColumnStripes="0"/></table>`;
}
