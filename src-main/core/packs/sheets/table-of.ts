// Owns a table whose columns say themselves what stands in each of their cells.
import type { ColumnModel } from '../model.ts';
import type { DraftCell, SheetDraft } from './draft.ts';

export type ColumnOf<Row> = ColumnModel & { cell(row: Row): DraftCell };

/** Text that wraps at `width` characters. */
export const text = <Row>(header: string, cell: ColumnOf<Row>['cell'], width?: number): ColumnOf<Row> => ({
  header,
  type: 'text',
  ...(width === undefined ? {} : { width }),
  cell,
});

/** Numbers, whole ones unless the format says otherwise. */
export const number = <Row>(
  header: string,
  cell: ColumnOf<Row>['cell'],
  format = '#,##0',
): ColumnOf<Row> => ({ header, type: 'number', format, cell });

export const oneDecimal = '#,##0.0';
export const twoDecimals = '#,##0.00';

export const tableOf = <Row>(
  name: string,
  columns: readonly ColumnOf<Row>[],
  rows: readonly Row[],
): SheetDraft['table'] => ({
  name,
  columns: columns.map(({ cell: _, ...column }) => column),
  rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
});
