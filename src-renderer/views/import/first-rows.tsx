// The first rows as they will be stored: identity columns already show as pseudonyms.
import { useMemo } from 'react';
import type { Preview } from '../../../src-shared/schemas/import.ts';
import { DataTable, type TableColumn } from '../../parts/data-table.tsx';
import { Fold } from '../../parts/fold.tsx';

type SampleRow = Preview['sample'][number];

export function FirstRows({ preview }: { preview: Preview }) {
  const columns = useMemo(() => {
    const headers = [...new Set(preview.sample.flatMap((row) => Object.keys(row)))];
    return headers.map(
      (header): TableColumn<SampleRow> => ({ id: header, header, show: (row) => row[header] ?? '' }),
    );
  }, [preview.sample]);
  if (preview.sample.length === 0) return null;
  return (
    <Fold title={`First ${preview.sample.length} rows as they will be stored`}>
      <DataTable
        caption={`First rows of ${preview.name}`}
        quietCaption
        columns={columns}
        rows={preview.sample}
        rowKey={(_, index) => String(index)}
      />
    </Fold>
  );
}
