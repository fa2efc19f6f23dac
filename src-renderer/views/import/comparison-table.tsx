// What a corrected file would change: four counts and the cells that differ.
import { useMemo } from 'react';
import type { Comparison } from '../../../src-shared/schemas/again.ts';
import type { KindCard } from '../../../src-shared/schemas/catalogue.ts';
import { CountList } from '../../parts/count-list.tsx';
import { DataTable, type TableColumn } from '../../parts/data-table.tsx';
import { countText } from '../../wording.ts';
import { cellWords, fieldTitle } from './stored-words.ts';

type Change = Comparison['changes'][number];

const columnsFor = (kind: KindCard | undefined): TableColumn<Change>[] => [
  { id: 'key', header: 'Row', names: true, show: (c) => c.key, sortBy: (c) => c.key },
  {
    id: 'column',
    header: 'Column',
    show: (c) => fieldTitle(kind, c.column),
    sortBy: (c) => fieldTitle(kind, c.column),
  },
  { id: 'was', header: 'Is now', show: (c) => cellWords(c.was), sortBy: (c) => c.was },
  { id: 'now', header: 'Would be', show: (c) => cellWords(c.now), sortBy: (c) => c.now },
];

/** The core lists so many changed cells at most. */
const listed = 200;

const caption = (count: number): string =>
  count < listed
    ? `${countText(count, 'cell')} that would change`
    : `The first ${countText(count, 'cell')} that would change`;

interface ComparisonTableProps {
  readonly comparison: Comparison;
  readonly kind: KindCard | undefined;
}

export function ComparisonTable({ comparison, kind }: ComparisonTableProps) {
  const { added, removed, changed, unchanged, changes } = comparison;
  const columns = useMemo(() => columnsFor(kind), [kind]);
  const counts = [
    ['Rows that change', changed],
    ['New', added],
    ['No longer there', removed],
    ['The same', unchanged],
  ] as const;
  return (
    <>
      <CountList counts={counts} />
      {changes.length > 0 ? (
        <DataTable
          caption={caption(changes.length)}
          columns={columns}
          rows={changes}
          rowKey={(_, index) => String(index)}
        />
      ) : (
        <p>No cell of a row that is in both would change.</p>
      )}
    </>
  );
}
