// Owns the rows of a sheet's table in its part. exceljs is slow by the cell, so it writes one pattern cell of
// each look a column uses; every cell of the table is then written here in the style of its pattern.
// The rule: nothing is styled here, and no pattern row stays.
import { cellLooks, cellText, lookOf } from '../cell-look.ts';
import { columnLetter, type SheetPlan } from '../layout.ts';
import { type Cell, isDate } from '../model.ts';
import { serialOf } from '../serial.ts';
import type { SharedStrings } from './shared-strings.ts';

/** The style of each look by column, from the pattern rows under the header. */
function patternStyles(patterns: string, headerRow: number): Map<string, string> {
  const found = patterns.matchAll(/<c r="([A-Z]+)(\d+)" s="(\d+)"/g);
  return new Map(
    [...found].map(([, column = '', row, style = '']) => [
      column + (cellLooks[Number(row) - headerRow - 1] ?? ''),
      style,
    ]),
  );
}

/** The sheet part with its table's rows, and how many texts they name. */
export function withTableRows(
  xml: string,
  plan: SheetPlan,
  strings: SharedStrings,
): { xml: string; texts: number } {
  const { headerRow, rows, heights } = plan;
  const end = xml.indexOf('</sheetData>');
  const at = xml.indexOf(`<row r="${headerRow + 1}"`);
  const start = at === -1 ? end : at;
  const styles = patternStyles(xml.slice(start, end), headerRow);
  const columns = plan.sheet.table.columns.map((_, i) => columnLetter(i + 1));
  let texts = 0;
  const cellXml = (cell: Cell, column: string, row: number): string => {
    const head = `<c r="${column}${row}" s="${styles.get(column + lookOf(cell)) ?? 0}"`;
    if (cell === null) return `${head}/>`;
    if (typeof cell === 'number') return `${head}><v>${cell + 0}</v></c>`;
    if (isDate(cell)) return `${head}><v>${serialOf(cell.date)}</v></c>`;
    texts += 1;
    return `${head} t="s"><v>${strings.indexOf(cellText(cell) ?? '')}</v></c>`;
  };
  const spans = `1:${columns.length}`;
  const body = rows.map((cells, r) => {
    const row = headerRow + 1 + r;
    let line = `<row r="${row}" ht="${heights[row - 1]}" customHeight="1" spans="${spans}">`;
    columns.forEach((column, c) => {
      line += cellXml(cells[c] ?? null, column, row);
    });
    return `${line}</row>`;
  });
  const head = xml
    .slice(0, start)
    .replace(/<dimension ref="A1:([A-Z]+)\d+"\/>/, `<dimension ref="A1:$1${headerRow + rows.length}"/>`);
  return { xml: head + body.join('') + xml.slice(end), texts };
}
