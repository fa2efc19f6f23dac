// Which heading of the file fills which field, how sure that is, and what is done with it.
import { useMemo } from 'react';
import type { KindCard } from '../../../src-shared/schemas/catalogue.ts';
import type { ColumnMatch, Preview } from '../../../src-shared/schemas/import.ts';
import { Choice } from '../../parts/choice.tsx';
import { DataTable, type TableColumn } from '../../parts/data-table.tsx';
import { Fold } from '../../parts/fold.tsx';
import { countText } from '../../wording.ts';
import { useCatalogue } from '../../workspace.tsx';
import { decide, type QueuedFile } from './queue.ts';

const treatments: Record<ColumnMatch['treatment'], string> = {
  stored: 'Stored',
  pseudonym: 'Becomes a pseudonym',
  'held-back': 'Left out: comments may name people',
  'not-imported': 'Not imported',
};

const sureness = (confidence: number, field: string | null): string => {
  if (field === null) return '';
  if (confidence >= 1) return 'Exact';
  return confidence >= 0.7 ? 'Likely' : 'Unsure: please check';
};

/** The mapping in which `header` fills `field`; empty leaves the column out. */
function remap(file: QueuedFile, column: ColumnMatch, field: string): void {
  const mapping = file.decisions.mapping ?? {};
  const fields = { ...mapping.fields };
  if (column.field) fields[column.field] = { constant: '' };
  if (field) fields[field] = column.header;
  decide(file.id, { mapping: { ...mapping, fields } });
}

const fieldItems = (kind: KindCard | undefined) => [
  { id: '', label: 'Leave out' },
  ...(kind?.fields ?? []).map(({ id, label, required }) => ({
    id,
    label: required ? `${label} (needed)` : label,
  })),
];

export function ColumnMapping({ file, preview }: { file: QueuedFile; preview: Preview }) {
  const kind = useCatalogue()?.kinds.find(({ id }) => id === preview.kind);
  const columns = useMemo((): TableColumn<ColumnMatch>[] => {
    const items = fieldItems(kind);
    return [
      {
        id: 'header',
        header: 'Heading in the file',
        names: true,
        show: (c) => c.header || '(no heading)',
        sortBy: (c) => c.header,
      },
      {
        id: 'field',
        header: 'What it is',
        show: (c) =>
          c.field !== null && !items.some((item) => item.id === c.field) ? (
            c.field
          ) : (
            <Choice
              quiet
              label={`What ${c.header} is`}
              value={c.field ?? ''}
              items={items}
              onChange={(field) => remap(file, c, field)}
            />
          ),
        sortBy: (c) => c.field ?? '',
      },
      {
        id: 'sure',
        header: 'How sure',
        show: (c) => sureness(c.confidence, c.field),
        sortBy: (c) => c.confidence,
      },
      {
        id: 'treatment',
        header: 'What is done',
        show: (c) => treatments[c.treatment],
        sortBy: (c) => c.treatment,
      },
    ];
  }, [file, kind]);
  const unsure = preview.columns.some((c) => c.field !== null && c.confidence < 0.7);
  const matched = preview.columns.filter((c) => c.field !== null).length;
  return (
    <Fold
      title={`Columns: ${matched} of ${countText(preview.columns.length, 'heading')} matched`}
      open={unsure || preview.missing.length > 0 || preview.columns.length <= 14}
    >
      <DataTable
        caption={`Columns of ${preview.name}`}
        quietCaption
        columns={columns}
        rows={preview.columns}
        rowKey={(column, index) => `${index} ${column.header}`}
      />
    </Fold>
  );
}
