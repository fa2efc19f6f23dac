// The table of a sheet as it will look. Arrow keys walk its cells; Enter or a click asks where a cell comes from.
// The rule: one cell is in the order of Tab; beyond 200 rows only the rows in sight are drawn.
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import type { PreviewCell, PreviewSheet } from '../../../src-shared/schemas/pack-preview.ts';
import { cellName } from './pack-words.ts';

export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

interface PreviewTableProps {
  readonly sheet: PreviewSheet;
  /** The cell that a finding leads to. */
  readonly shown: CellPlace | null;
  readonly onExplain: (place: CellPlace) => void;
  readonly onSheet: (name: string) => void;
}

const drawAll = 200;
const rowHeight = 30;
const most = 1e6;

const moves: Readonly<Record<string, (at: CellPlace) => CellPlace>> = {
  ArrowRight: (at) => ({ ...at, column: at.column + 1 }),
  ArrowLeft: (at) => ({ ...at, column: at.column - 1 }),
  ArrowDown: (at) => ({ ...at, row: at.row + 1 }),
  ArrowUp: (at) => ({ ...at, row: at.row - 1 }),
  PageDown: (at) => ({ ...at, row: at.row + 12 }),
  PageUp: (at) => ({ ...at, row: at.row - 12 }),
  Home: (at) => ({ ...at, column: 0 }),
  End: (at) => ({ ...at, column: most }),
};

const within = (value: number, count: number): number => Math.max(0, Math.min(value, count - 1));

const classOf = (cell: PreviewCell, numeric: boolean, isShown: boolean): string =>
  [
    numeric ? 'number' : '',
    cell.look === 'mark' ? 'mark-cell' : '',
    cell.of ? 'traced' : '',
    isShown ? 'found' : '',
  ]
    .filter(Boolean)
    .join(' ');

/** The cell that Tab reaches and arrow keys move; it is drawn before it takes the focus. */
function useCursor(sheet: PreviewSheet, scrollTo: (row: number) => void) {
  const [at, setAt] = useState<CellPlace>({ row: 0, column: 0 });
  const wanted = useRef(false);
  const cursor = useRef<HTMLTableCellElement>(null);
  useEffect(() => {
    // A row out of sight is drawn a moment later: its cell takes the focus then.
    if (!wanted.current || !cursor.current) return;
    wanted.current = false;
    cursor.current.focus();
  });
  const go = (next: CellPlace) => {
    const place = {
      row: within(next.row, sheet.rows.length),
      column: within(next.column, sheet.columns.length),
    };
    wanted.current = true;
    scrollTo(place.row);
    setAt(place);
  };
  return { at, cursor, go, setAt };
}

function CellText({ cell, onSheet }: { cell: PreviewCell; onSheet: (name: string) => void }) {
  if (cell.look !== 'link' || cell.to === undefined) return <>{cell.text}</>;
  const { to } = cell;
  return (
    <button type="button" className="link" tabIndex={-1} onClick={() => onSheet(to)}>
      {cell.text}
    </button>
  );
}

export function PreviewTable({ sheet, shown, onExplain, onSheet }: PreviewTableProps) {
  const { rows, columns, headerRow, title, name } = sheet;
  const box = useRef<HTMLDivElement>(null);
  const long = rows.length > drawAll;
  const virtual = useVirtualizer({
    count: long ? rows.length : 0,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  const { at, cursor, go, setAt } = useCursor(sheet, (row) => {
    if (long) virtual.scrollToIndex(row);
  });
  const seen = virtual.getVirtualItems();
  const first = long ? (seen[0]?.index ?? 0) : 0;
  const last = long ? (seen.at(-1)?.index ?? -1) : rows.length - 1;
  const before = long ? (seen[0]?.start ?? 0) : 0;
  const after = long ? Math.max(0, virtual.getTotalSize() - (seen.at(-1)?.end ?? 0)) : 0;
  // A finding leads here: its cell is brought into sight and takes the focus.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new finding moves the cursor
  useEffect(() => {
    if (shown) go(shown);
  }, [shown?.row, shown?.column, name]);
  const onKeyDown = (event: React.KeyboardEvent) => {
    const move = moves[event.key];
    if (move && !event.altKey && !event.metaKey) {
      event.preventDefault();
      const to = move(at);
      go(
        event.ctrlKey && event.key === 'Home'
          ? { row: 0, column: 0 }
          : event.ctrlKey && event.key === 'End'
            ? { row: most, column: most }
            : to,
      );
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      const cell = rows[at.row]?.[at.column];
      if (cell?.look === 'link' && cell.to !== undefined) onSheet(cell.to);
      else onExplain(at);
    }
  };
  // Where the cursor's row is scrolled out of sight, Tab reaches the first that is drawn.
  const tabbed = at.row >= first && at.row <= last ? at.row : first;
  const walk = (row: number, column: number, cell: PreviewCell, numeric: boolean) => {
    const isAt = at.row === row && at.column === column;
    return {
      ref: isAt ? cursor : undefined,
      tabIndex: row === tabbed && column === at.column ? 0 : -1,
      className: classOf(cell, numeric, shown?.row === row && shown.column === column),
      title: cellName(headerRow, row, column),
      onFocus: () => setAt({ row, column }),
      onClick: () => {
        if (cell.look !== 'link') onExplain({ row, column });
      },
    };
  };
  return (
    <div ref={box} className="table-box sheet-table">
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a real table whose cells can be walked and opened
        role="grid"
        aria-rowcount={rows.length + 1}
        aria-label={`${title}. Arrow keys walk the cells, Enter explains one.`}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr>
            {columns.map(({ header, numeric, width }) => (
              <th
                key={header}
                scope="col"
                className={numeric ? 'number' : undefined}
                style={{ minWidth: `min(${Math.min(width, 34) * 0.62}em, 40vw)` }}
              >
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 ? (
            <tr>
              <td colSpan={columns.length} className="spacer" style={{ height: before }} />
            </tr>
          ) : null}
          {rows.slice(first, last + 1).map((row, offset) => {
            const index = first + offset;
            return (
              <tr
                key={index}
                ref={long ? virtual.measureElement : undefined}
                data-index={index}
                aria-rowindex={index + 2}
              >
                {row.map((cell, column) => {
                  const { header = '', numeric = false } = columns[column] ?? {};
                  const props = walk(index, column, cell, numeric && cell.look !== 'text');
                  return column === 0 && cell.look === 'text' ? (
                    <th key={header} scope="row" {...props}>
                      <CellText cell={cell} onSheet={onSheet} />
                    </th>
                  ) : (
                    <td key={header} {...props}>
                      <CellText cell={cell} onSheet={onSheet} />
                    </td>
                  );
                })}
              </tr>
            );
          })}
          {after > 0 ? (
            <tr>
              <td colSpan={columns.length} className="spacer" style={{ height: after }} />
            </tr>
          ) : null}
        </tbody>
      </table>
    </div>
  );
}
