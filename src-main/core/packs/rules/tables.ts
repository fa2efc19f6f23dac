// Owns the rules of tables: names, headers, shape, widths and number formats (T02 to T13, F05, F09, F10, X07).
import type { ColumnModel, PackProblem, SheetModel, WorkbookModel } from '../model.ts';
import { safeText } from '../safe-text.ts';
import { error, repeated, warning, when } from './problem.ts';

const likeReference = /^([A-Z]{1,3}\d{1,7}|R\d*C?\d*|C\d*)$/i;

function tableNameRules({ name, table }: SheetModel): PackProblem[] {
  const illegal = !/^[A-Za-z_][A-Za-z0-9_.]*$/.test(table.name) || table.name.length > 255;
  return [
    ...when(
      illegal || likeReference.test(table.name),
      error('T02', name, 'Excel does not allow this table name'),
    ),
    ...when(/^Table\d*$/i.test(table.name), warning('T03', name, 'the table name should say what it holds')),
  ];
}

function headerRules({ name, table }: SheetModel): PackProblem[] {
  const headers = table.columns.map((column) => safeText(column.header).text);
  return [
    ...when(headers.length === 0, error('T05', name, 'the table has no columns')),
    ...when(
      headers.some((header) => header.trim() === ''),
      error('T04', name, 'a column has no header'),
    ),
    ...when(
      headers.some((header) => /[\n\r\t]/.test(header)),
      error('T04', name, 'a header has a line break or a tab in it'),
    ),
    ...when(
      headers.some((header) => header.length > 255),
      error('T04', name, 'a header is longer than the 255 characters that Excel allows'),
    ),
    ...repeated(headers).map((header) => error('T04', `${name}, ${header}`, 'two columns have this header')),
  ];
}

function formatRules(where: string, { header, format = 'General', width }: ColumnModel): PackProblem[] {
  return [
    ...when(
      /%/.test(header + format),
      error('T13', where, 'the unit is a sign; write "(per cent)" in the header'),
    ),
    ...when(
      /\[(red|colou?r)/i.test(format),
      error('F09', where, 'the number format tells negatives by colour'),
    ),
    ...when(/m+[/-]d/i.test(format), error('F10', where, 'the date format puts the month before the day')),
    ...when(
      width !== undefined && !(width >= 8 && width <= 60),
      error('F05', where, 'the column width is not between 8 and 60 characters'),
    ),
  ];
}

function shapeRules({ name, table, missing }: SheetModel): PackProblem[] {
  const { columns, rows } = table;
  const blank = (cell: unknown): boolean => cell === null || cell === undefined || cell === '';
  return [
    ...when(
      rows.length === 0 && (missing ?? '').trim() === '',
      error('T05', name, 'the table has no rows and nothing says why'),
    ),
    ...when(
      rows.some((row) => row.length !== columns.length),
      error('T12', name, 'a row has not one cell for each column'),
    ),
    ...when(
      rows.some((row) => row.every(blank)),
      error('T07', name, 'a row is wholly blank'),
    ),
    ...columns.flatMap((column, i) =>
      when(
        rows.length > 0 && rows.every((row) => blank(row[i])),
        error('T07', `${name}, ${column.header}`, 'the column is wholly blank'),
      ),
    ),
    ...when(
      rows.length > 1_000_000 || columns.length > 16_000,
      error('X07', name, 'the table is larger than a sheet can hold'),
    ),
  ];
}

/** Tables have names that Excel keeps, headers that are told apart, rows, and formats that British readers read. */
export function tableRules(model: WorkbookModel): PackProblem[] {
  return [
    ...repeated(model.sheets.map((sheet) => sheet.table.name)).map((name) =>
      error('T02', name, 'two tables have this name'),
    ),
    ...model.sheets.flatMap((sheet) => [
      ...tableNameRules(sheet),
      ...headerRules(sheet),
      ...sheet.table.columns.flatMap((column) => formatRules(`${sheet.name}, ${column.header}`, column)),
      ...shapeRules(sheet),
    ]),
  ];
}
