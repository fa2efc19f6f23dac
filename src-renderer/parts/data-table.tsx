// The one table of the application: a real table with caption and scope, sortable, its head always in sight.
// The rule: beyond 1,000 rows only the rows in sight are drawn.
import {
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  sortFns,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import { countText } from '../wording.ts';

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel(), sortFns });

export interface TableColumn<Row> {
  readonly id: string;
  readonly header: string;
  readonly show: (row: Row) => React.ReactNode;
  /** What the column sorts by; a column without it cannot be sorted. */
  readonly sortBy?: (row: Row) => string | number | null;
  readonly numeric?: boolean;
  /** Never broken over two lines. */
  readonly whole?: boolean;
  /** The cell that names its row. */
  readonly names?: boolean;
}

interface DataTableProps<Row> {
  readonly caption: string;
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row, index: number) => string;
  /** Caption for screen readers only, where a heading already says it. */
  readonly quietCaption?: boolean;
  readonly rowClass?: (row: Row) => string | undefined;
}

/** Up to this many rows the table stands whole; beyond it scrolls under its head. */
const drawWhole = 16;
const drawAll = 1000;
const rowHeight = 33;
/** Narrower than this a column reads badly; the table scrolls inside its box instead. */
const columnWidth = 88;

const compareCells = (a: string | number | null, b: string | number | null): number => {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return typeof a === 'number' && typeof b === 'number'
    ? a - b
    : String(a).localeCompare(String(b), 'en-GB', { numeric: true });
};

const classOf = ({ numeric, whole }: { readonly numeric?: boolean; readonly whole?: boolean }) =>
  numeric ? 'number' : whole ? 'whole' : undefined;

const sortMark = { asc: '▲', desc: '▼' } as const;
const ariaSort = { asc: 'ascending', desc: 'descending' } as const;

function useSortedRows<Row extends object>(columns: readonly TableColumn<Row>[], rows: readonly Row[]) {
  const helper = useMemo(() => createColumnHelper<typeof features, Row>(), []);
  const defs = useMemo(
    () =>
      helper.columns(
        columns.map((column) =>
          helper.accessor((row) => column.sortBy?.(row) ?? null, {
            id: column.id,
            header: column.header,
            enableSorting: column.sortBy !== undefined,
            sortDescFirst: false,
            sortFn: (a, b, id) => compareCells(a.getValue(id), b.getValue(id)),
          }),
        ),
      ),
    [columns, helper],
  );
  const data = useMemo(() => [...rows], [rows]);
  return useTable({ features, columns: defs, data });
}

/** Draws `rows` by `columns`. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowKey, quietCaption, rowClass } = props;
  const table = useSortedRows(columns, rows);
  const sorted = table.getRowModel().rows;
  const box = useRef<HTMLDivElement>(null);
  const long = rows.length > drawAll;
  const virtual = useVirtualizer({
    count: long ? sorted.length : 0,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 20,
  });
  const seen = virtual.getVirtualItems();
  const first = long ? (seen[0]?.index ?? 0) : 0;
  const last = long ? (seen.at(-1)?.index ?? -1) : sorted.length - 1;
  const after = long ? (sorted.length - 1 - last) * rowHeight : 0;
  return (
    <section
      ref={box}
      className={rows.length > drawWhole ? 'table-box' : 'table-box whole'}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={`Table: ${caption}`}
    >
      <table aria-rowcount={rows.length + 1} style={{ minWidth: Math.min(columns.length, 9) * columnWidth }}>
        <caption className={quietCaption ? 'only-heard' : undefined}>
          {caption}
          {long ? ` (${countText(rows.length, 'row')})` : ''}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => {
              const sort = table.getColumn(column.id)?.getIsSorted() || null;
              return (
                <th
                  key={column.id}
                  scope="col"
                  className={column.numeric ? 'number' : undefined}
                  aria-sort={sort ? ariaSort[sort] : undefined}
                >
                  {column.sortBy ? (
                    <button
                      type="button"
                      className="sort"
                      onClick={() => table.getColumn(column.id)?.toggleSorting()}
                    >
                      {column.header}
                      <span aria-hidden="true" className="sort-mark">
                        {sort ? sortMark[sort] : ''}
                      </span>
                    </button>
                  ) : (
                    column.header
                  )}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {first > 0 ? (
            <tr>
              <td colSpan={columns.length} className="spacer" style={{ height: first * rowHeight }} />
            </tr>
          ) : null}
          {sorted.slice(first, last + 1).map((row, offset) => (
            <tr
              key={rowKey(row.original, row.index)}
              aria-rowindex={long ? first + offset + 2 : undefined}
              className={rowClass?.(row.original)}
            >
              {columns.map((column) =>
                column.names ? (
                  <th key={column.id} scope="row" className={column.numeric ? 'number' : undefined}>
                    {column.show(row.original)}
                  </th>
                ) : (
                  <td key={column.id} className={classOf(column)}>
                    {column.show(row.original)}
                  </td>
                ),
              )}
            </tr>
          ))}
          {after > 0 ? (
            <tr>
              <td colSpan={columns.length} className="spacer" style={{ height: after }} />
            </tr>
          ) : null}
        </tbody>
      </table>
    </section>
  );
}
