// Owns a sheet as its author leaves it: cells that say which number of which figure they show.
// The rule: a cell that shows a figure's number, or words made from it, names its source.
import type { FigurePoint } from '#shared/schemas/figure.ts';
import type { CellPart, CellSource } from '#shared/schemas/manifest.ts';
import type { Cell, SheetModel, TableModel } from '../model.ts';

/** A point of a figure that knows its figure: the id that the pack's manifest tells it by. */
export interface PackPoint extends FigurePoint {
  readonly figure: string;
}

export interface TracedCell {
  readonly cell: Cell;
  readonly of: readonly CellSource[];
}

export type DraftCell = Cell | TracedCell;

export interface SheetDraft extends Omit<SheetModel, 'table'> {
  readonly table: Omit<TableModel, 'rows'> & { readonly rows: readonly (readonly DraftCell[])[] };
}

const isTraced = (cell: DraftCell): cell is TracedCell =>
  typeof cell === 'object' && cell !== null && 'of' in cell;

/** What stands in a cell, whichever way it was made. */
export const plain = (cell: DraftCell): Cell => (isTraced(cell) ? cell.cell : cell);

/** Where a point's number comes from. */
export const sourceOf = (point: PackPoint, part: CellPart): CellSource => {
  const { figure, from, group, across, base, shown, suppressed, reason } = point;
  return { figure, from, group, across, part, base, shown, suppressed, reason };
};

/** A cell made from points; a point that is not there leaves no trace. */
export function traced(cell: Cell, part: CellPart, ...points: readonly (PackPoint | undefined)[]): DraftCell {
  const of = points.flatMap((point) => (point === undefined ? [] : [sourceOf(point, part)]));
  return of.length === 0 ? cell : { cell, of };
}

/** Where each traced cell of a sheet stands, and what it is of; `row` and `column` count from 0 in the table. */
export interface CellTrace {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly of: readonly CellSource[];
}

/** The sheet as it is written, and its traces. */
export function settle(draft: SheetDraft): { sheet: SheetModel; traces: CellTrace[] } {
  const { rows } = draft.table;
  const traces = rows.flatMap((cells, row) =>
    cells.flatMap((cell, column) =>
      isTraced(cell) ? [{ sheet: draft.name, row, column, of: cell.of }] : [],
    ),
  );
  return { sheet: { ...draft, table: { ...draft.table, rows: rows.map((row) => row.map(plain)) } }, traces };
}
