// Owns the plain sheet: lines, one table, perhaps charts; and the columns that such tables are made of.
import type { ChartModel, ColumnModel } from '../model.ts';
import type { DraftCell, SheetDraft } from './draft.ts';

export const text = (header: string, width?: number): ColumnModel => ({
  header,
  type: 'text',
  ...(width === undefined ? {} : { width }),
});
export const count = (header: string): ColumnModel => ({ header, type: 'number', format: '#,##0' });
export const tenths = (header: string): ColumnModel => ({ header, type: 'number', format: '#,##0.0' });
/** Its header says "(per cent)". */
export const percent = (header: string): ColumnModel => ({ header, type: 'number', format: '0' });
export const day = (header: string): ColumnModel => ({ header, type: 'date' });

export const notKnown: DraftCell = { symbol: 'x' };
export const notApplicable: DraftCell = { symbol: 'z' };

/** A text that may not be there. */
export const textCell = (value: string | null | undefined): DraftCell => value ?? notKnown;

/** A calendar day that may not be there. */
export const dayCell = (date: string | null | undefined): DraftCell =>
  date === null || date === undefined ? notKnown : { date };

export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

interface TableSheet {
  readonly name: string;
  readonly title: string;
  readonly lines: readonly string[];
  readonly columns: readonly ColumnModel[];
  readonly rows: readonly (readonly DraftCell[])[];
  readonly charts?: readonly ChartModel[];
  /** What is not there and what would supply it; told where there are no rows. */
  readonly missing: string;
  /** The rows are a frame that nobody filled in. */
  readonly frame?: boolean;
}

/** A data sheet; its table is named as it is. */
export const tableSheet = ({
  name,
  title,
  lines,
  columns,
  rows,
  charts = [],
  missing,
  frame = false,
}: TableSheet): SheetDraft => ({
  name,
  kind: 'data',
  title,
  lines,
  table: { name: `${name.toLowerCase()}_table`, columns, rows },
  charts,
  ...(rows.length === 0 || frame ? { missing } : {}),
});
